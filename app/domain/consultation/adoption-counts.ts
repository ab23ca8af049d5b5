import { jsonText } from '../json-text.ts'

/** How many comments came, and what became of them; late ones are among the others. */
export type AdoptionCounts = {
	readonly received: number
	readonly adopted: number
	readonly partly: number
	readonly notAdopted: number
	readonly late: number
}

/** How the end of a consultation keeps them. */
export const ADOPTION_COUNTS = jsonText<AdoptionCounts>()

import { ACTS, type Act, type MatterAct } from './act.ts'
import type { ActDefinition, Page } from './definition.ts'

/** The acts that have a page of their own. */
export type PlacedAct = {
	[Each in Act]: (typeof ACTS)[Each]['page'] extends Page ? Each : never
}[Act]

/** The acts that a matter's page offers; `locales` word each button. */
export type ButtonAct = {
	[Each in MatterAct & PlacedAct]: (typeof ACTS)[Each] extends { readonly offered: 'elsewhere' }
		? never
		: Each
}[MatterAct & PlacedAct]

/** Whether a matter's page leads to an act: it has a form of its own, and not only at the place that it is about. */
export function isButton(act: MatterAct): act is ButtonAct {
	const { page, offered }: ActDefinition = ACTS[act]
	return page !== null && offered !== 'elsewhere'
}

/** What fills the parts of an address. */
export type PathIds = Readonly<
	Partial<Record<'matterId' | 'meetingId' | 'documentId' | 'personId', string | null>>
>

/**
 * The address of an act's form; an upload over a cleared text goes through the page that says what falls. Where an id
 * is not known, the address ends before it: of an item that waits for no meeting yet, the list of meetings.
 */
export function actPath(act: PlacedAct, ids: PathIds, isCleared = false): string {
	const { pageOverCleared }: ActDefinition = ACTS[act]
	const page: Page = isCleared && pageOverCleared ? pageOverCleared : ACTS[act].page
	const known = new Map<string, string | null>(Object.entries(ids))
	const parts = page
		.split('/')
		.map((part) => (part.startsWith(':') ? (known.get(part.slice(1)) ?? null) : part))
	const gap = parts.indexOf(null)
	return (gap === -1 ? parts : parts.slice(0, gap)).join('/')
}

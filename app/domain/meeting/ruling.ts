import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { Outcome } from './outcome.ts'

/** Who rules on what a meeting has referred (其他：报请决定): 同级党委、上级政府、本级人大及其常委会. */
export const RULING_BODIES = ['party-committee', 'upper-government', 'peoples-congress'] as const

export type RulingBody = (typeof RULING_BODIES)[number]

/** What they may have ruled; on the matter and its clearance each has the effects of the same outcome of a meeting. */
export const RULING_RESULTS = [
	'passed',
	'revise-and-resubmit',
	'not-passed',
] as const satisfies readonly Outcome[]

export type RulingResult = (typeof RULING_RESULTS)[number]

/** The ruling on an item, as it was recorded. `ruledOn` is a plain date; not every ruling has a document with a number. */
export type RulingRecord = {
	readonly body: RulingBody
	readonly result: RulingResult
	readonly ruledOn: string
	readonly documentNumber: string | null
	readonly words: string
	readonly recordedBy: string
	readonly recordedAt: Date
}

/** What of an agenda item says whether it was referred, and what was ruled on it. */
type Referable = {
	readonly outcome: { readonly outcome: Outcome; readonly ruling: object | null } | null
}

/**
 * The items of a matter that a meeting has referred, oldest first: what the law reserves for another to decide, or has
 * reported before it is issued (重大行政决策程序暂行条例 art. 8: 人民代表大会及其常务委员会; art. 31: 同级党委), or what the
 * government above keeps to itself (domain paper §8.4, "After-meeting effects": 交党委/上级/人大).
 */
export function referredItems<Item extends Referable>(matter: {
	readonly agendaItems: readonly Item[]
}): Item[] {
	return matter.agendaItems.filter(({ outcome }) => outcome?.outcome === 'other')
}

/** The item whose ruling the matter waits for, or null where nothing was referred or all is ruled on. */
export function awaitedItem<Item extends Referable>(matter: {
	readonly agendaItems: readonly Item[]
}): Item | null {
	return referredItems(matter).findLast(({ outcome }) => outcome?.ruling === null) ?? null
}

/** Whether a text is passed: by the meeting itself, or by those to whom the meeting has referred it. */
export function isPassed(outcome: Outcome | null, ruling: RulingResult | null): boolean {
	return outcome === 'passed' || (outcome === 'other' && ruling === 'passed')
}

/** When a meeting was to begin, and when its secretary entered that it was held. */
type MeetingTimes = { readonly startsAt: Date; readonly heldAt: Date | null }

/**
 * The first day on which a ruling may have been made, a plain date: that of the meeting. What is entered late does not make
 * the meeting later, nor does one that met before its time make it earlier than it was: the earlier of both counts.
 */
export function earliestRuling({ startsAt, heldAt }: MeetingTimes): string {
	return plainDateIn(heldAt !== null && heldAt < startsAt ? heldAt : startsAt)
}

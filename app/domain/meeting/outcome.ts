/** What became of an item: 通过、原则通过、修改后再议、暂缓、不予通过、其他、未议、移出、会前撤回. */
export const OUTCOMES = [
	'passed',
	'passed-in-principle',
	'revise-and-resubmit',
	'deferred',
	'not-passed',
	'other',
	'not-reached',
	'removed',
	'withdrawn',
] as const

export type Outcome = (typeof OUTCOMES)[number]

/** Outcomes that decide or defer: they can be recorded only while the item is listed, that is, cleared. */
export const DECIDING_OUTCOMES = [
	'passed',
	'passed-in-principle',
	'revise-and-resubmit',
	'deferred',
	'not-passed',
	'other',
] as const satisfies readonly Outcome[]

/** Whether recording this outcome needs a listing (decisions of the meeting bind only a cleared text, Decree 713 art. 25). */
export function needsListing(outcome: Outcome): boolean {
	return DECIDING_OUTCOMES.some((each) => each === outcome)
}

/** What happens to the clearance when an outcome is recorded (table "After-meeting effects"). */
export type ClearanceEffect = 'consumed' | 'void' | 'kept'

/** The effect of each outcome on the clearance that the item was listed with. */
export const CLEARANCE_EFFECT: Readonly<Record<Outcome, ClearanceEffect>> = {
	passed: 'consumed',
	'passed-in-principle': 'void',
	'revise-and-resubmit': 'void',
	deferred: 'kept',
	'not-passed': 'consumed',
	other: 'kept',
	'not-reached': 'kept',
	removed: 'kept',
	withdrawn: 'kept',
}

import type { Turn } from '#app/domain/review-workflow/turn.ts'

/** The acts that a turn can be about; the work list words them. */
export type TurnAct = keyof typeof PAGES

const PAGES = {
	'submission.prepared': '/confirm',
	'matter.submitted': '/confirm',
	'waiver.granted': '/waiver',
	'matter.accepted': '/intake',
	'supplement.submitted': '/supplement',
	'reviewer.assigned': '/assign',
	'counsel.assigned': '/assign',
	'opinion.sent-for-signature': '/opinion',
	'counsel-opinion.signed': '/counsel',
	'counsel-hold.disposed': '/hold',
	'opinion.checked': '/opinion/sign',
	'opinion.signed': '/opinion/sign',
	'revision.submitted': '/replies',
	'clearance.reissued': '/recheck/sign',
	'recheck.proposed': '/recheck',
	'recheck.signed': '/recheck/sign',
	'agenda.proposed': '/propose',
	'agenda.listing-requested': null,
	'meeting.fixed': null,
	'outcome.noted': null,
} as const

/** The act of a turn, typed for its words. @throws Error for an act that no turn has */
export function turnAct(turn: Pick<Turn, 'act'>): TurnAct {
	if (!(turn.act in PAGES)) throw new Error(`no turn is about ${turn.act}`)
	return turn.act as TurnAct
}

/** Where a turn is done: the page of the matter, or the meeting that it waits for. */
export function turnPath(turn: Pick<Turn, 'act'>, matterId: string, meetingId: string | null): string {
	const page = PAGES[turnAct(turn)]
	if (page !== null) return `/matters/${matterId}${page}`
	const records = turn.act === 'outcome.noted' ? '/outcomes' : ''
	return meetingId === null ? '/meetings' : `/meetings/${meetingId}${records}`
}

import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Act } from '#app/domain/permission/act.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { AgendaState } from './agenda-machine.ts'
import type { MatterFacts } from './matter-events.ts'

/** What "whose turn is it" asks of a matter: few facts, so that a list of many matters can be answered. */
export type TurnFacts = Pick<
	MatterFacts,
	| 'awaitingHead'
	| 'awaitingSignature'
	| 'changedAfterClearance'
	| 'isWaiverOpen'
	| 'isTextAsCleared'
	| 'hasOpinion'
	| 'lacksCounselOpinion'
	| 'hasCounselHold'
	| 'isOpinionChecked'
> & {
	readonly state: MatterState
	readonly reviewerId: string | null
	/** Counsel who are assigned and have not signed in this round. */
	readonly counselWaiting: readonly string[]
	readonly hasCounsel: boolean
	/** The state of the matter's open agenda item, or null when it waits for no meeting. */
	readonly agenda: AgendaState | null
}

/** Why it is somebody's turn; `locales` word it. */
export const TURN_REASONS = [
	'not-submitted-yet',
	'waiver-asked',
	'awaits-head',
	'came-in',
	'supplement-asked',
	'returned',
	'accepted',
	'in-review',
	'counsel-missing',
	'counsel-asked',
	'counsel-hold',
	'awaits-check',
	'awaits-signature',
	'must-revise',
	'text-changed',
	'text-restored',
	'scope-changed',
	'found-unlawful',
	'revision-came-in',
	'recheck-awaits-signature',
	'cleared',
	'in-the-pool',
	'on-the-agenda',
	'before-the-meeting',
] as const

export type TurnReason = (typeof TURN_REASONS)[number]

/** Somebody's turn: the act that ends it, the role that may do it, and the persons when they are named. */
export type Turn = {
	readonly act: Act
	readonly role: Role
	readonly personIds: readonly string[] | null
	readonly reason: TurnReason
}

/**
 * Whose turn it is with a matter, the one that it waits on first; several where work goes on side by side (reviewer
 * and counsel), none once it is decided, withdrawn or terminated. The act is always one that the workflow knows in
 * this state and that the permission table gives to the role.
 */
export function turnsOf(facts: TurnFacts): readonly Turn[] {
	switch (facts.state) {
		case 'draft':
			return draftingTurn(facts, 'not-submitted-yet')
		case 'returned':
			return draftingTurn(facts, 'returned')
		case 'not-passed':
			return draftingTurn(facts, 'found-unlawful')
		case 'submitted':
			return [turn('matter.accepted', 'registrar', 'came-in')]
		case 'supplement':
			return facts.isWaiverOpen ? [WAIVER] : [turn('supplement.submitted', 'drafter', 'supplement-asked')]
		case 'accepted':
			return [turn('reviewer.assigned', 'review-lead', 'accepted')]
		case 'reviewing':
			return reviewTurns(facts)
		case 'signoff':
			return [signoffTurn(facts)]
		case 'revising':
			return revisionTurn(facts)
		case 'recheck':
			return facts.awaitingSignature
				? [turn('recheck.signed', 'signing-officer', 'recheck-awaits-signature')]
				: [turn('recheck.proposed', 'reviewer', 'revision-came-in', named(facts.reviewerId))]
		case 'cleared':
		case 'out-of-scope':
			return [agendaTurn(facts.agenda)]
		case 'decided':
		case 'issuing':
		case 'withdrawn':
		case 'terminated':
			return []
	}
}

/** While the intake is asked whether invisible characters may stand, the drafting unit waits for its answer. */
const WAIVER = turn('waiver.granted', 'registrar', 'waiver-asked')

function draftingTurn(facts: TurnFacts, reason: TurnReason): readonly Turn[] {
	if (facts.isWaiverOpen) return [WAIVER]
	return facts.awaitingHead
		? [turn('matter.submitted', 'department-head', 'awaits-head')]
		: [turn('submission.prepared', 'drafter', reason)]
}

/** The reviewer works on; beside them whoever must be heard before anything can be signed. */
function reviewTurns(facts: TurnFacts): readonly Turn[] {
	const turns = [turn('opinion.sent-for-signature', 'reviewer', 'in-review', named(facts.reviewerId))]
	if (facts.hasCounselHold) turns.push(turn('counsel-hold.disposed', 'signing-officer', 'counsel-hold'))
	if (facts.lacksCounselOpinion && !facts.hasCounsel)
		turns.push(turn('counsel.assigned', 'review-lead', 'counsel-missing'))
	if (facts.counselWaiting.length > 0)
		turns.push(turn('counsel-opinion.signed', 'counsel', 'counsel-asked', facts.counselWaiting))
	return turns
}

function signoffTurn(facts: TurnFacts): Turn {
	if (facts.hasCounselHold) return turn('counsel-hold.disposed', 'signing-officer', 'counsel-hold')
	return facts.isOpinionChecked
		? turn('opinion.signed', 'signing-officer', 'awaits-signature')
		: turn('opinion.checked', 'checker', 'awaits-check')
}

function revisionTurn(facts: TurnFacts): readonly Turn[] {
	if (facts.awaitingHead || !facts.hasOpinion) return draftingTurn(facts, 'scope-changed')
	if (facts.changedAfterClearance && facts.isTextAsCleared)
		return [turn('clearance.reissued', 'signing-officer', 'text-restored')]
	if (facts.isWaiverOpen) return [WAIVER]
	return [turn('revision.submitted', 'drafter', facts.changedAfterClearance ? 'text-changed' : 'must-revise')]
}

function agendaTurn(agenda: AgendaState | null): Turn {
	switch (agenda) {
		case 'proposed':
		case 'blocked':
			return turn('agenda.listing-requested', 'secretary', 'in-the-pool')
		case 'listed':
			return turn('meeting.fixed', 'secretary', 'on-the-agenda')
		case 'notified':
			return turn('outcome.noted', 'secretary', 'before-the-meeting')
		default:
			return turn('agenda.proposed', 'department-head', 'cleared')
	}
}

function turn(act: Act, role: Role, reason: TurnReason, personIds: readonly string[] | null = null): Turn {
	return { act, role, personIds, reason }
}

function named(personId: string | null): readonly string[] | null {
	return personId === null ? null : [personId]
}

import { type TurnAct, type TurnReason, ACTS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { ActDefinition } from '#app/domain/act/definition.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { AgendaState } from './life-cycle-states.ts'
import type { TurnFacts } from './matter-facts.ts'

/** Somebody's turn: the act that ends it, the role that may do it, and the persons when they are named. */
export type Turn = {
	readonly act: TurnAct
	readonly role: Role
	readonly personIds: readonly string[] | null
	readonly reason: TurnReason
}

/** Why it may be somebody's turn: the reasons that the acts of the table give, in its order. */
export const TURN_REASONS: readonly TurnReason[] = turnActs().flatMap((act) => [...ACTS[act].turn.because])

/**
 * Whose turn it is with a matter, the one that it waits on first; several where work goes on side by side (reviewer
 * and counsel), none once it is decided, withdrawn or terminated. The act is always one that the workflow knows in
 * this state and that the permission table gives to the role: both are read off the act table by the reason.
 */
export function turnsOf(facts: TurnFacts): readonly Turn[] {
	const reasons = [...mainReasons(facts), ...reasonsBeside(facts)]
	return reasons.flatMap((reason) => {
		const { act, role } = turnOf(reason)
		const personIds = personsFor(role, reason, facts)
		return personIds?.length === 0 ? [] : [{ act, role, reason, personIds }]
	})
}

/** What the matter waits on in its state. */
function mainReasons(facts: TurnFacts): readonly TurnReason[] {
	switch (facts.state) {
		case 'draft':
			return draftingReasons(facts, facts.order === 'in-force' ? 'after-review-owed' : 'not-submitted-yet')
		case 'returned':
			return draftingReasons(facts, 'returned')
		case 'not-passed':
			return draftingReasons(facts, 'found-unlawful')
		case 'submitted':
			return ['came-in']
		case 'supplement':
			return [facts.isWaiverOpen ? 'waiver-asked' : 'supplement-asked']
		case 'accepted':
			return ['accepted']
		case 'reviewing':
			return [facts.isClockStopped ? 'clock-stopped' : 'in-review']
		case 'signoff':
			return signoffReasons(facts)
		case 'revising':
			return revisionReasons(facts)
		case 'recheck':
			return [facts.awaitingSignature ? 'recheck-awaits-signature' : 'revision-came-in']
		case 'cleared':
			// What took effect by an order and passed the review after it waits for its filing, and is then concluded.
			return facts.order === 'in-force' && facts.isOrderReviewed && facts.agenda === null
				? []
				: [agendaReason(facts.agenda)]
		case 'out-of-scope':
			return [agendaReason(facts.agenda)]
		case 'amending':
			return [facts.isWaiverOpen ? 'waiver-asked' : 'passed-in-principle']
		case 'post-check':
			return [facts.awaitingSignature ? 'post-check-awaits-signature' : 'meeting-text-came-in']
		case 'decided':
			return ['ruling-awaited']
		case 'issuing':
			return [facts.isForRegister ? 'to-be-registered' : 'to-be-concluded']
		case 'registered':
			return ['to-be-numbered']
		case 'numbered':
			return ['to-be-issued']
		case 'issued':
			return ['to-be-published']
		case 'filing':
			return ['to-be-filed']
		case 'published':
		case 'concluded':
		case 'withdrawn':
		case 'terminated':
		case 'merged':
			return []
	}
}

/** Whoever must be heard beside the main work before anything can be signed. */
function reasonsBeside(facts: TurnFacts): readonly TurnReason[] {
	return turnActs().flatMap((act) => {
		const { matter, turn }: ActDefinition = ACTS[act]
		if (matter?.[facts.state] === undefined) return []
		return ACTS[act].turn.because.filter((reason) => turn?.beside?.[reason]?.(facts) === true)
	})
}

/** While the intake is asked whether invisible characters may stand, the drafting unit waits for its answer. */
function draftingReasons(facts: TurnFacts, reason: TurnReason): readonly TurnReason[] {
	if (facts.isWaiverOpen) return ['waiver-asked']
	return [facts.awaitingHead ? 'awaits-head' : reason]
}

/** While counsel's 不合法 stands nobody checks or signs: its disposal is waited for beside. */
function signoffReasons(facts: TurnFacts): readonly TurnReason[] {
	if (facts.hasCounselHold) return []
	return [facts.isOpinionChecked ? 'awaits-signature' : 'awaits-check']
}

function revisionReasons(facts: TurnFacts): readonly TurnReason[] {
	if (facts.awaitingHead || !facts.hasOpinion) return draftingReasons(facts, 'scope-changed')
	if (facts.changedAfterClearance && facts.isTextAsCleared) return ['text-restored']
	if (facts.isWaiverOpen) return ['waiver-asked']
	return [facts.changedAfterClearance ? 'text-changed' : 'must-revise']
}

function agendaReason(agenda: AgendaState | null): TurnReason {
	switch (agenda) {
		case 'proposed':
		case 'blocked':
			return 'in-the-pool'
		case 'listed':
			return 'on-the-agenda'
		case 'notified':
			return 'before-the-meeting'
		default:
			return 'cleared'
	}
}

/** Reviewer, counsel and the leader who is asked are named persons; any holder of another role may take its turn. */
function personsFor(role: Role, reason: TurnReason, facts: TurnFacts): readonly string[] | null {
	if (role === 'counsel') return reason === 'interest-undeclared' ? facts.counselAsked : facts.counselWaiting
	if (role === 'leader') return leadersFor(reason, facts)
	if (role !== 'reviewer') return null
	return facts.reviewerId === null ? [] : [facts.reviewerId]
}

function leadersFor(reason: TurnReason, facts: TurnFacts): readonly string[] {
	const { consentAskedOf, orderAskedOf, orderedBy } = facts
	const leader =
		reason === 'consent-asked' ? consentAskedOf : reason === 'order-asked' ? orderAskedOf : orderedBy
	return leader === null ? [] : [leader]
}

function turnOf(reason: TurnReason): { readonly act: TurnAct; readonly role: Role } {
	for (const act of turnActs()) {
		const { role, because } = ACTS[act].turn
		if (because.some((each) => each === reason)) return { act, role }
	}
	throw new Error(`no act ends a turn for ${reason}`)
}

function turnActs(): TurnAct[] {
	return namesOf(ACTS).filter((act): act is TurnAct => 'turn' in ACTS[act])
}

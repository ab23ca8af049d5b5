import { expect, test } from 'vitest'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { TurnFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { turnsOf } from '#app/domain/review-workflow/turn.ts'

const QUIET: Omit<TurnFacts, 'state'> = {
	awaitingHead: false,
	awaitingSignature: false,
	changedAfterClearance: false,
	isWaiverOpen: false,
	isTextAsCleared: false,
	isForRegister: true,
	hasOpinion: false,
	lacksCounselOpinion: false,
	hasCounselHold: false,
	isOpinionChecked: false,
	hasOpenRecusal: false,
	isClockStopped: false,
	openRequests: [],
	consent: 'not-needed',
	consentAskedOf: null,
	orderAskedOf: null,
	order: 'none',
	orderedBy: null,
	isOrderFiled: false,
	isOrderedText: false,
	isOrderReviewed: false,
	reviewerId: 'r',
	counselAsked: [],
	lacksSuccessor: false,
	counselWaiting: [],
	hasCounsel: false,
	agenda: null,
}

/** Who is waited for in each state, as the procedure says: role, act, reason, and the persons who are named. */
const TABLE: [MatterState, Partial<TurnFacts>, string[]][] = [
	[
		'cleared',
		{ agenda: 'proposed', consent: 'asked', consentAskedOf: 'l' },
		['secretary agenda.listing-requested in-the-pool', 'leader consent.given consent-asked l'],
	],
	[
		'cleared',
		{ agenda: 'proposed', consent: 'missing' },
		['secretary agenda.listing-requested in-the-pool', 'department-head consent.asked consent-missing'],
	],
	['cleared', { agenda: 'proposed', consent: 'given' }, ['secretary agenda.listing-requested in-the-pool']],
	[
		'reviewing',
		{ agenda: 'proposed', consent: 'asked', consentAskedOf: 'l' },
		['reviewer opinion.sent-for-signature in-review r'],
	],
	[
		'submitted',
		{ orderAskedOf: 'l' },
		['registrar matter.accepted came-in', 'leader emergency.ordered order-asked l'],
	],
	[
		'draft',
		{ order: 'in-force', orderedBy: 'l', isOrderedText: true },
		['drafter submission.prepared after-review-owed', 'drafter emergency.filed order-to-be-filed'],
	],
	[
		'not-passed',
		{ order: 'in-force', orderedBy: 'l', isOrderedText: true, isOrderFiled: true },
		['drafter submission.prepared found-unlawful', 'leader emergency.revoked order-to-be-revoked l'],
	],
	['not-passed', { order: 'revoked', isOrderFiled: true }, ['drafter submission.prepared found-unlawful']],
	[
		'cleared',
		{ order: 'in-force', orderedBy: 'l', isOrderFiled: true },
		['department-head agenda.proposed cleared', 'leader emergency.amended order-to-be-amended l'],
	],
	[
		'cleared',
		{ order: 'in-force', orderedBy: 'l', isOrderedText: true, isOrderReviewed: true },
		['drafter emergency.filed order-to-be-filed'],
	],
	[
		'cleared',
		{ order: 'in-force', orderedBy: 'l', isOrderedText: true, isOrderReviewed: true, isOrderFiled: true },
		['department-head emergency.concluded order-to-be-concluded'],
	],
	['published', { order: 'in-force', orderedBy: 'l' }, ['drafter emergency.filed order-to-be-filed']],
	['draft', {}, ['drafter submission.prepared not-submitted-yet']],
	['draft', { awaitingHead: true }, ['department-head matter.submitted awaits-head']],
	['draft', { isWaiverOpen: true }, ['registrar waiver.granted waiver-asked']],
	['draft', { isWaiverOpen: true, awaitingHead: true }, ['registrar waiver.granted waiver-asked']],
	['returned', {}, ['drafter submission.prepared returned']],
	['returned', { awaitingHead: true }, ['department-head matter.submitted awaits-head']],
	['not-passed', {}, ['drafter submission.prepared found-unlawful']],
	['not-passed', { isWaiverOpen: true }, ['registrar waiver.granted waiver-asked']],
	['submitted', {}, ['registrar matter.accepted came-in']],
	['supplement', {}, ['drafter supplement.submitted supplement-asked']],
	['supplement', { isWaiverOpen: true }, ['registrar waiver.granted waiver-asked']],
	['accepted', {}, ['review-lead reviewer.assigned accepted']],
	['reviewing', {}, ['reviewer opinion.sent-for-signature in-review r']],
	['reviewing', { reviewerId: null }, ['review-lead reviewer.assigned reviewer-stepped-back']],
	[
		'reviewing',
		{ hasOpenRecusal: true },
		['reviewer opinion.sent-for-signature in-review r', 'review-lead recusal.decided recusal-asked'],
	],
	[
		'reviewing',
		{ openRequests: ['pause'] },
		['reviewer opinion.sent-for-signature in-review r', 'review-lead pause.decided pause-asked'],
	],
	['reviewing', { isClockStopped: true }, ['reviewer clock.resumed clock-stopped r']],
	[
		'accepted',
		{ openRequests: ['urgency'] },
		['review-lead reviewer.assigned accepted', 'review-lead urgency.decided urgency-asked'],
	],
	['submitted', { openRequests: ['urgency'] }, ['registrar matter.accepted came-in']],
	['recheck', { reviewerId: null }, ['review-lead reviewer.assigned reviewer-stepped-back']],
	[
		'reviewing',
		{ lacksCounselOpinion: true },
		['reviewer opinion.sent-for-signature in-review r', 'review-lead counsel.assigned counsel-missing'],
	],
	[
		'reviewing',
		{ lacksCounselOpinion: true, hasCounsel: true, counselWaiting: ['c', 'd'] },
		['reviewer opinion.sent-for-signature in-review r', 'counsel counsel-opinion.signed counsel-asked c d'],
	],
	[
		'reviewing',
		{ lacksCounselOpinion: true, hasCounsel: true, counselAsked: ['c'], counselWaiting: ['d'] },
		[
			'reviewer opinion.sent-for-signature in-review r',
			'counsel counsel-opinion.signed counsel-asked d',
			'counsel counsel.declared interest-undeclared c',
		],
	],
	[
		'reviewing',
		{ lacksCounselOpinion: true, lacksSuccessor: true },
		['reviewer opinion.sent-for-signature in-review r', 'review-lead counsel.assigned counsel-stepped-back'],
	],
	[
		'reviewing',
		{ hasCounselHold: true },
		['reviewer opinion.sent-for-signature in-review r', 'signing-officer counsel-hold.disposed counsel-hold'],
	],
	['signoff', {}, ['checker opinion.checked awaits-check']],
	['signoff', { isOpinionChecked: true }, ['signing-officer opinion.signed awaits-signature']],
	[
		'signoff',
		{ isOpinionChecked: true, hasCounselHold: true },
		['signing-officer counsel-hold.disposed counsel-hold'],
	],
	['revising', { hasOpinion: true }, ['drafter revision.submitted must-revise']],
	[
		'revising',
		{ hasOpinion: true, changedAfterClearance: true },
		['drafter revision.submitted text-changed'],
	],
	[
		'revising',
		{ hasOpinion: true, changedAfterClearance: true, isTextAsCleared: true },
		['signing-officer clearance.reissued text-restored'],
	],
	// A text that was never changed after its clearance has nothing to restore, whatever its bytes.
	['revising', { hasOpinion: true, isTextAsCleared: true }, ['drafter revision.submitted must-revise']],
	['revising', { hasOpinion: true, isWaiverOpen: true }, ['registrar waiver.granted waiver-asked']],
	[
		'revising',
		{ hasOpinion: true, isWaiverOpen: true, changedAfterClearance: true },
		['registrar waiver.granted waiver-asked'],
	],
	['revising', { hasOpinion: true, awaitingHead: true }, ['department-head matter.submitted awaits-head']],
	['revising', {}, ['drafter submission.prepared scope-changed']],
	['revising', { isWaiverOpen: true }, ['registrar waiver.granted waiver-asked']],
	['recheck', {}, ['reviewer recheck.proposed revision-came-in r']],
	['recheck', { awaitingSignature: true }, ['signing-officer recheck.signed recheck-awaits-signature']],
	...(['cleared', 'out-of-scope'] as const).flatMap(
		(state): [MatterState, Partial<TurnFacts>, string[]][] => [
			[state, {}, ['department-head agenda.proposed cleared']],
			[state, { agenda: 'proposed' }, ['secretary agenda.listing-requested in-the-pool']],
			[state, { agenda: 'blocked' }, ['secretary agenda.listing-requested in-the-pool']],
			[state, { agenda: 'listed' }, ['secretary meeting.fixed on-the-agenda']],
			[state, { agenda: 'notified' }, ['secretary outcome.noted before-the-meeting']],
		],
	),
	['amending', {}, ['drafter meeting-text.submitted passed-in-principle']],
	['amending', { isWaiverOpen: true }, ['registrar waiver.granted waiver-asked']],
	['post-check', {}, ['reviewer meeting-text.checked meeting-text-came-in r']],
	['post-check', { reviewerId: null }, ['review-lead reviewer.assigned nobody-checks']],
	[
		'post-check',
		{ awaitingSignature: true },
		['signing-officer meeting-text.confirmed post-check-awaits-signature'],
	],
	['decided', {}, ['secretary ruling.recorded ruling-awaited']],
	['issuing', {}, ['secretary text.registered to-be-registered']],
	['issuing', { isForRegister: false }, ['drafter matter.concluded to-be-concluded']],
	['registered', {}, ['secretary text.numbered to-be-numbered']],
	['numbered', {}, ['secretary text.issued to-be-issued']],
	['issued', {}, ['secretary text.published to-be-published']],
	['filing', {}, ['secretary text.filed to-be-filed']],
	['published', {}, []],
	['concluded', {}, []],
	['withdrawn', {}, []],
	['terminated', {}, []],
	['merged', {}, []],
	[
		'not-passed',
		{ openRequests: ['objection'] },
		['drafter submission.prepared found-unlawful', 'signing-officer objection.answered objection-filed'],
	],
	[
		'accepted',
		{ openRequests: ['termination'] },
		['review-lead reviewer.assigned accepted', 'review-lead matter.terminated termination-asked'],
	],
	[
		'accepted',
		{ openRequests: ['merger'] },
		['review-lead reviewer.assigned accepted', 'review-lead matter.merged merger-asked'],
	],
]

test.each(TABLE)('%s %o', (state, facts, expected) => {
	const turns = turnsOf({ ...QUIET, state, ...facts })
	expect(
		turns.map(({ role, act, reason, personIds }) => [role, act, reason, ...(personIds ?? [])].join(' ')),
	).toEqual(expected)
})

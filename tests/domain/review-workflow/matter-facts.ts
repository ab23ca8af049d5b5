import type { MatterEvent } from '#app/domain/review-workflow/matter-events.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { CONCLUSIONS } from '#app/domain/opinion/conclusion.ts'
import { OUTCOMES } from '#app/domain/meeting/outcome.ts'

/** Facts under which nothing is missing for any event that is not about a flag. */
export const COMPLETE: MatterFacts = {
	awaitingHead: false,
	awaitingSignature: false,
	changedAfterClearance: false,
	supplementFrom: 'submitted',
	hasVersion: true,
	isVersionSubmittable: true,
	isReadingConfirmed: true,
	unseenCharacters: [],
	isWaiverOpen: false,
	isVersionNewSinceOpinion: true,
	isTextAsCleared: true,
	hasTrack: true,
	missingMaterials: 0,
	unansweredSteps: 0,
	hasOpenConsultation: false,
	openSupplementItems: 0,
	unansweredPoints: 0,
	unjudgedSteps: 0,
	incompleteItems: 0,
	hasConclusion: true,
	isRiskStated: true,
	contradictions: [],
	lacksCounselOpinion: false,
	awaitedCounsel: 0,
	hasCounselHold: false,
	isOpinionChecked: true,
	hasOpenRecusal: false,
	isClockStopped: false,
	openRequests: [],
	isPeriodExtended: false,
	hasOpinion: true,
	hasAdverseOpinion: false,
	unansweredItems: 0,
	unsettledItems: 0,
	isForRegister: true,
	isListed: false,
	consent: 'asked',
	consentAskedOf: 'leader',
	isDecision: true,
	isProposed: false,
	filingsAfter: 'owed',
	orderAskedOf: null,
	order: 'none',
	orderedBy: 'leader',
	isOrderFiled: false,
	isOrderedText: false,
	isOrderReviewed: false,
}

const PLAIN = [
	'matter.edited',
	'version.uploaded',
	'consultation.opened',
	'consultation.cancelled',
	'comment.entered',
	'comment.judged',
	'adoption.closed',
	'reading.confirmed',
	'waiver.requested',
	'waiver.granted',
	'waiver.declined',
	'submission.prepared',
	'submission.declined',
	'matter.submitted',
	'supplement.requested',
	'supplement.submitted',
	'matter.returned',
	'matter.accepted',
	'scope.excluded',
	'reviewer.assigned',
	'counsel.assigned',
	'counsel.released',
	'objection.filed',
	'objection.answered',
	'ending.requested',
	'matter.terminated',
	'matter.merged',
	'ending.declined',
	'counsel.declared',
	'counsel-opinion.signed',
	'counsel-hold.disposed',
	'law.confirmed',
	'pause.requested',
	'pause.decided',
	'clock.resumed',
	'period.extended',
	'urgency.requested',
	'urgency.decided',
	'recusal.requested',
	'recusal.decided',
	'opinion.saved',
	'opinion.sent-for-signature',
	'opinion.checked',
	'opinion.sent-back',
	'opinion.revoked',
	'reply.saved',
	'revision.submitted',
	'clearance.reissued',
	'match.corrected',
	'recheck.proposed',
	'consent.asked',
	'consent.filed',
	'consent.given',
	'consent.declined',
	'emergency.asked',
	'emergency.ordered',
	'emergency.declined',
	'emergency.amended',
	'emergency.revoked',
	'emergency.filed',
	'emergency.concluded',
	'recheck.signed',
	'recheck.refused',
	'recheck.failed',
	'round.opened',
	'meeting-text.submitted',
	'meeting-text.checked',
	'meeting-text.sent-back',
	'meeting-text.reopened',
	'meeting-text.confirmed',
	'meeting-text.refused',
	'text.registered',
	'text.numbered',
	'text.issued',
	'text.published',
	'text.filed',
	'matter.concluded',
	'clearance.expired',
	'agenda.proposed',
	'matter.withdrawn',
] as const

/** Every event of a matter, those with a payload once for each of its values. */
export const EVERY_EVENT: readonly MatterEvent[] = [
	...PLAIN.map((type) => ({ type }) as MatterEvent),
	...CONCLUSIONS.map((conclusion): MatterEvent => ({ type: 'opinion.signed', conclusion })),
	...OUTCOMES.map((outcome): MatterEvent => ({ type: 'outcome.recorded', outcome })),
	...OUTCOMES.map((outcome): MatterEvent => ({ type: 'ruling.recorded', outcome })),
]

/** The facts with every flag set so that the event lacks nothing. */
export function factsFor(event: MatterEvent, facts: MatterFacts = COMPLETE): MatterFacts {
	switch (event.type) {
		case 'matter.submitted':
		case 'submission.declined':
			return { ...facts, awaitingHead: true }
		case 'consultation.cancelled':
		case 'comment.entered':
		case 'comment.judged':
		case 'adoption.closed':
			return { ...facts, hasOpenConsultation: true }
		case 'reading.confirmed':
			return { ...facts, isReadingConfirmed: false }
		case 'waiver.requested':
			return { ...facts, unseenCharacters: [{ codePoint: 'U+200B', line: 3, count: 1 }] }
		case 'waiver.granted':
		case 'waiver.declined':
			return { ...facts, isWaiverOpen: true }
		case 'recusal.decided':
			return { ...facts, hasOpenRecusal: true }
		case 'objection.answered':
			return { ...facts, openRequests: ['objection'] }
		case 'matter.terminated':
		case 'ending.declined':
			return { ...facts, openRequests: ['termination'] }
		case 'matter.merged':
			return { ...facts, openRequests: ['merger'] }
		case 'pause.decided':
			return { ...facts, openRequests: ['pause'] }
		case 'urgency.decided':
			return { ...facts, openRequests: ['urgency'] }
		case 'clock.resumed':
			return { ...facts, isClockStopped: true }
		case 'recheck.signed':
		case 'recheck.refused':
		case 'meeting-text.confirmed':
		case 'meeting-text.refused':
			return { ...facts, awaitingSignature: true }
		case 'matter.concluded':
			return { ...facts, isForRegister: false }
		case 'text.filed':
			return { ...facts, filingsAfter: 'none' }
		case 'meeting-text.submitted':
			return { ...facts, isTextAsCleared: false }
		case 'clearance.reissued':
			return { ...facts, changedAfterClearance: true }
		case 'counsel.released':
			return { ...facts, awaitedCounsel: 1 }
		case 'counsel-hold.disposed':
			return { ...facts, hasCounselHold: true }
		case 'opinion.checked':
			return { ...facts, isOpinionChecked: false }
		case 'emergency.ordered':
		case 'emergency.declined':
			return { ...facts, orderAskedOf: 'leader' }
		case 'emergency.amended':
		case 'emergency.revoked':
		case 'emergency.filed':
			return { ...facts, order: 'in-force' }
		case 'emergency.concluded':
			return { ...facts, order: 'in-force', isOrderReviewed: true, isOrderFiled: true }
		default:
			return facts
	}
}

/** The head proposes, and asks for the leader's consent. */
export function proposing<Here extends string>(here: Here) {
	return { 'agenda.proposed': here, 'consent.asked': here, 'consent.filed': here } as const
}

/** The leader answers as well, once the text is cleared. */
export function consenting<Here extends string>(here: Here) {
	return { ...proposing(here), 'consent.given': here, 'consent.declined': here } as const
}

/** A leader may be asked for an order, and answers, before the review has said anything. */
export function ordering<Here extends string>(here: Here) {
	return {
		'emergency.asked': here,
		'emergency.ordered': here,
		'emergency.declined': here,
		...ordered(here),
	} as const
}

/** An order may be revoked as long as the matter is not over. */
export function ordered<Here extends string>(here: Here) {
	return { 'emergency.revoked': here, 'emergency.filed': here } as const
}

/** What an outcome makes of the matter. */
export function afterMeeting<Here extends string>(here: Here) {
	return {
		'outcome.recorded passed': 'issuing',
		'outcome.recorded passed-in-principle': 'amending',
		'outcome.recorded revise-and-resubmit': 'revising',
		'outcome.recorded deferred': here,
		'outcome.recorded not-passed': 'terminated',
		'outcome.recorded other': 'decided',
		'outcome.recorded not-reached': here,
		'outcome.recorded removed': here,
		'outcome.recorded withdrawn': here,
	} as const
}

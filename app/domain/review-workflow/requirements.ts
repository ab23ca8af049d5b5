import type { MatterEventType, MatterFacts } from './matter-events.ts'

/**
 * What must hold before an event may happen. The names are shown to people (`locales`), so that a refusal
 * and a button that is not ready yet say the same thing: what is missing.
 */
export const REQUIREMENTS = {
	'has-track': (facts) => facts.hasTrack,
	'has-version': (facts) => facts.hasVersion,
	'version-is-submittable': (facts) => facts.isVersionSubmittable,
	'characters-are-seen': (facts) => facts.unseenCharacters.length === 0,
	'characters-are-unseen': (facts) => facts.unseenCharacters.length > 0,
	'waiver-is-open': (facts) => facts.isWaiverOpen,
	'waiver-is-not-open': (facts) => !facts.isWaiverOpen,
	'version-is-new-since-opinion': (facts) => facts.isVersionNewSinceOpinion,
	'materials-complete': (facts) => facts.missingMaterials === 0,
	'steps-answered': (facts) => facts.unansweredSteps === 0,
	'head-was-asked': (facts) => facts.awaitingHead,
	'head-was-not-asked': (facts) => !facts.awaitingHead,
	'supplement-answered': (facts) => facts.openSupplementItems === 0,
	'points-answered': (facts) => facts.unansweredPoints === 0,
	'steps-judged': (facts) => facts.unjudgedSteps === 0,
	'items-complete': (facts) => facts.incompleteItems === 0,
	'conclusion-consistent': (facts) => facts.isConclusionConsistent,
	'counsel-heard': (facts) => !facts.lacksCounselOpinion,
	'counsel-hold-open': (facts) => facts.hasCounselHold,
	'counsel-hold-disposed': (facts) => !facts.hasCounselHold,
	'opinion-not-yet-checked': (facts) => !facts.isOpinionChecked,
	'opinion-checked': (facts) => facts.isOpinionChecked,
	'opinion-in-force': (facts) => facts.hasOpinion,
	'no-adverse-opinion': (facts) => !facts.hasAdverseOpinion,
	'items-answered': (facts) => facts.unansweredItems === 0,
	'items-settled': (facts) => facts.unsettledItems === 0,
	'recheck-awaits-signature': (facts) => facts.awaitingSignature,
	'recheck-with-reviewer': (facts) => !facts.awaitingSignature,
	'changed-after-clearance': (facts) => facts.changedAfterClearance,
	'text-as-cleared': (facts) => facts.isTextAsCleared,
	'not-listed': (facts) => !facts.isListed,
} as const satisfies Record<string, (facts: MatterFacts) => boolean>

export type Requirement = keyof typeof REQUIREMENTS

/** Everything that the law and the procedure ask for before each event, in the order a reader should mend things. */
export const REQUIRED_FOR: Partial<Record<MatterEventType, readonly Requirement[]>> = {
	// Invisible characters stand in a text only where the review body's intake lets them, by name.
	'waiver.requested': [
		'has-version',
		'version-is-submittable',
		'characters-are-unseen',
		'waiver-is-not-open',
	],
	'waiver.granted': ['waiver-is-open'],
	'waiver.declined': ['waiver-is-open'],
	// 送审稿 with its materials, signed by the head: Decree 713 art. 26; 规章制定程序条例 art. 18.
	'submission.prepared': [
		'has-track',
		'has-version',
		'version-is-submittable',
		'characters-are-seen',
		'version-is-new-since-opinion',
		'materials-complete',
		'steps-answered',
		'head-was-not-asked',
	],
	'submission.declined': ['head-was-asked'],
	'matter.submitted': [
		'has-track',
		'has-version',
		'version-is-submittable',
		'characters-are-seen',
		'version-is-new-since-opinion',
		'materials-complete',
		'steps-answered',
		'head-was-asked',
	],
	'supplement.submitted': [
		'supplement-answered',
		'version-is-submittable',
		'characters-are-seen',
		'materials-complete',
		'steps-answered',
	],
	// What was found wanting is not out of scope: Decree 713 art. 25 bars it until it is reviewed again.
	'scope.excluded': ['no-adverse-opinion', 'counsel-hold-disposed'],
	// Decree 713 art. 27 and 28; 国办发〔2018〕115号 (六).
	'opinion.sent-for-signature': [
		'version-is-submittable',
		'characters-are-seen',
		'points-answered',
		'steps-judged',
		'items-complete',
		'conclusion-consistent',
		'counsel-heard',
	],
	'counsel-hold.disposed': ['counsel-hold-open'],
	'opinion.checked': ['opinion-not-yet-checked'],
	'opinion.signed': ['counsel-heard', 'counsel-hold-disposed', 'opinion-checked', 'conclusion-consistent'],
	// A text that was out of scope and changed has no opinion to answer or to reissue on: it is submitted anew.
	'reply.saved': ['opinion-in-force'],
	'opinion.revoked': ['opinion-in-force'],
	'revision.submitted': [
		'opinion-in-force',
		'version-is-new-since-opinion',
		'version-is-submittable',
		'characters-are-seen',
		'steps-answered',
		'items-answered',
	],
	// A void clearance never revives: the same bytes get a new one, in one step of the signing officer.
	'clearance.reissued': ['opinion-in-force', 'changed-after-clearance', 'text-as-cleared'],
	// What the signing officer is deciding on stays as it was shown to them.
	'match.corrected': ['recheck-with-reviewer'],
	'recheck.proposed': ['recheck-with-reviewer'],
	'recheck.failed': ['recheck-with-reviewer'],
	'round.opened': ['recheck-with-reviewer'],
	'recheck.signed': ['recheck-awaits-signature', 'items-settled', 'counsel-hold-disposed'],
	'recheck.refused': ['recheck-awaits-signature'],
	'matter.withdrawn': ['not-listed'],
}

/** The requirements of an event that these facts do not meet: the whole list at once, not the first. */
export function unmetRequirements(event: MatterEventType, facts: MatterFacts): Requirement[] {
	return (REQUIRED_FOR[event] ?? []).filter((requirement) => !REQUIREMENTS[requirement](facts))
}

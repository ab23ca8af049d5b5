import type { MatterFacts } from './matter-facts.ts'

/**
 * What must hold before an event may happen. The names are shown to people (`locales`), so that a refusal
 * and a button that is not ready yet say the same thing: what is missing.
 */
export const REQUIREMENTS = {
	'has-track': (facts) => facts.hasTrack,
	'has-version': (facts) => facts.hasVersion,
	'version-is-submittable': (facts) => facts.isVersionSubmittable,
	'characters-are-seen': (facts) => facts.unseenCharacters.length === 0,
	'reading-is-confirmed': (facts) => facts.isReadingConfirmed,
	'reading-is-not-confirmed': (facts) => !facts.isReadingConfirmed,
	'characters-are-unseen': (facts) => facts.unseenCharacters.length > 0,
	'waiver-is-open': (facts) => facts.isWaiverOpen,
	'waiver-is-not-open': (facts) => !facts.isWaiverOpen,
	'version-is-new-since-opinion': (facts) => facts.isVersionNewSinceOpinion,
	'materials-complete': (facts) => facts.missingMaterials === 0,
	'steps-answered': (facts) => facts.unansweredSteps === 0,
	'head-was-asked': (facts) => facts.awaitingHead,
	'head-was-not-asked': (facts) => !facts.awaitingHead,
	'supplement-answered': (facts) => facts.openSupplementItems === 0,
	'recusal-is-open': (facts) => facts.hasOpenRecusal,
	'recusal-is-not-open': (facts) => !facts.hasOpenRecusal,
	'points-answered': (facts) => facts.unansweredPoints === 0,
	'steps-judged': (facts) => facts.unjudgedSteps === 0,
	'items-complete': (facts) => facts.incompleteItems === 0,
	'conclusion-chosen': (facts) => facts.hasConclusion,
	'findings-agree': (facts) => facts.contradictions.length === 0,
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
	'text-changed-since-meeting': (facts) => !facts.isTextAsCleared,
	'post-check-with-reviewer': (facts) => !facts.awaitingSignature,
	'post-check-awaits-signature': (facts) => facts.awaitingSignature,
	'is-for-the-register': (facts) => facts.isForRegister,
	'is-not-for-the-register': (facts) => !facts.isForRegister,
	'not-listed': (facts) => !facts.isListed,
} as const satisfies Record<string, (facts: MatterFacts) => boolean>

export type Requirement = keyof typeof REQUIREMENTS

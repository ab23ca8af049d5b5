import type { Dossier } from './dossier.ts'
import { type GateRuleId, type Mender, GATE_RULES } from './gate-rules.ts'
import type { Finding, RuleStatus } from './finding.ts'
import { type Ground, groundsOf } from '#app/domain/legal-basis/rule-grounds.ts'

/** A rule that answers one of these keeps the gate shut: what is not met, and what nobody has verified. */
const SHUTTING: readonly RuleStatus[] = ['unmet', 'unverified']

/** One rule of a decision: its finding, what it rests on, and who can mend it. */
export type RuleDecision = Finding & {
	readonly id: GateRuleId
	readonly menders: readonly Mender[]
	readonly grounds: readonly Ground[]
}

/** The gate's decision about one content hash: every rule with its status, and whether the text may be listed. */
export type GateDecision = {
	readonly contentSha256: string | null
	readonly clearanceId: string | null
	readonly isOpen: boolean
	readonly rules: readonly RuleDecision[]
}

/** The gate's "no": the whole decision, so that a reader sees all unmet rules at once. */
export type GateBlocked = { readonly code: 'gate-blocked'; readonly decision: GateDecision }

/**
 * Evaluates every rule of the agenda gate, not only up to the first failure (Decree 713 art. 25:
 * 未经合法性审查或者经审查不合法的，不得提交决策机关讨论). The decision is about one content hash and serves no other.
 */
export function evaluateGate(dossier: Dossier): GateDecision {
	const rules = GATE_RULES.flatMap((rule) => {
		const finding = rule.judge(dossier)
		if ('isUnsaidWhenMet' in rule && finding.status === 'met') return []
		return [{ id: rule.id, menders: rule.menders, grounds: groundsOf(rule.id, dossier), ...finding }]
	})
	return {
		contentSha256: dossier.contentSha256,
		clearanceId: dossier.clearance?.id ?? null,
		isOpen: dossier.contentSha256 !== null && rules.every(({ status }) => !SHUTTING.includes(status)),
		rules,
	}
}

/** The rules that keep the gate shut. */
export function unmetRules(decision: GateDecision): RuleDecision[] {
	return decision.rules.filter(({ status }) => SHUTTING.includes(status))
}

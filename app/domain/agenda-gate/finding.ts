/**
 * What a rule may answer. `signed-fact` is met by a fact that somebody signed; `unverified` (未核验) is what rests on a
 * fact that nobody has computed, and shuts the gate as `unmet` does. There is no sixth answer, above all no "ignore".
 */
export type RuleStatus = 'met' | 'unmet' | 'not-applicable' | 'signed-fact' | 'unverified'

/**
 * What is said beside a status that opens the gate and is not the usual one: a period shorter than the law's
 * (`shortened`), somebody's own word (`declared`), or what nobody has tested (`not-tested`).
 */
export type FindingMark = 'shortened' | 'declared' | 'not-tested'

/** A rule's finding: its status and the fact behind it, as a code with its figures; `locales` word it. */
export type Finding = {
	readonly status: RuleStatus
	readonly fact: string
	readonly figures?: Readonly<Record<string, string | number>>
	readonly mark?: FindingMark
}

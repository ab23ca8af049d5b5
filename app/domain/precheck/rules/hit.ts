/** The rules that read a draft's text, by their names in the domain paper §6. */
export const TEXT_RULES = [
	...(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12'] as const),
	...(['B1', 'B2', 'B3', 'B4', 'B5', 'B7'] as const),
	...(['C1', 'C2'] as const),
	...(['D1', 'D2', 'D3', 'D3a', 'D4', 'D5', 'D6', 'D8', 'D9'] as const),
	...(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7'] as const),
	...(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11'] as const),
] as const

export type TextRule = (typeof TEXT_RULES)[number]

/** E: probably against the law. W: somebody should look. F: a matter of form. */
export const LEVELS = ['E', 'W', 'F'] as const

export type Level = (typeof LEVELS)[number]

/** A rule as the reference data describes it: what it looks for, on which ground, and why it may be wrong. */
export type RuleEntry = {
	readonly id: TextRule
	readonly level: Level
	readonly name: Worded
	/** Instrument and article; as printed. */
	readonly ground: string
	/** Why a hit may be a false alarm. */
	readonly mayBeFalse: Worded
}

type Worded = { readonly zh: string; readonly en: string }

/** A sentence that a rule speaks of. It is a flag for a person, and never a conclusion. */
export type PrecheckHit = {
	readonly rule: TextRule
	readonly level: Level
	/** The place in the text as the legal text names it: art-13-p2-i3. */
	readonly anchor: string
	/** The line of the text on which its paragraph begins, counted from 0. */
	readonly line: number
	readonly sentence: string
	/** What in the sentence the rule speaks of, in code units of it. */
	readonly start: number
	readonly end: number
	/** A fact that goes with it (the law that follows, the number of articles), as printed; or null. */
	readonly detail: string | null
}

/** What a rule finds within one sentence. */
export type Found = { readonly start: number; readonly end: number; readonly detail?: string }

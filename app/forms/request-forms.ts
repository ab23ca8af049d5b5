import { rowId, words } from './field.ts'
import { forms } from './form.ts'

/** 异议: what the drafting head objects to and on which law, and what the signing officer answers. */
export const OBJECTION = forms({
	file: { basis: words(), words: words() },
	grant: { words: words() },
	maintain: { words: words() },
})

/** 终止、并案: what the drafting head asks, and what the lead decides. */
export const ENDING = forms({
	terminate: { words: words() },
	merge: { into: rowId(), words: words() },
	'grant-termination': { words: words() },
	'grant-merger': { words: words() },
	decline: { words: words() },
})

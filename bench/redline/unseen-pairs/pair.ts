/** A pair of versions with known truth, made from a text by random edits. */
import { openChance } from './chance.ts'
import { type Draft, type Numbering, type Written, articlesIn, copyDraft, writeDraft } from './draft.ts'
import { type EditName, EDITS } from './edits.ts'
import type { Words } from './words.ts'

/** How a text is revised: with which edits, how many to an article, and how both versions are numbered. */
export type Revision = {
	readonly edits: readonly EditName[]
	readonly perArticle: number
	readonly old?: Numbering
	readonly fresh?: Numbering
	/** Citations are left as they were. */
	readonly keepsCitations?: boolean
	/** Only so many articles of the text, at most. */
	readonly atMost?: number
}

/** Revises a draft; null when none of the edits found anything to change. */
export function revise(
	whole: Draft,
	revision: Revision,
	from: { readonly seed: number; readonly words: Words; readonly others: readonly Draft[] },
): { readonly old: Written; readonly fresh: Written } | null {
	const chance = openChance(from.seed)
	const base =
		revision.atMost === undefined ? whole : shorten(whole, chance.between(4, revision.atMost), chance.share())
	const draft = copyDraft(base)
	const means = { chance, words: from.words, others: from.others.flatMap(articlesIn) }
	const times = Math.max(1, Math.round(articlesIn(base).length * revision.perArticle))
	let done = 0
	for (let at = 0; at < times; at += 1) if (EDITS[chance.oneOf(revision.edits)](draft, means)) done += 1
	if (done === 0) return null
	const old = writeDraft(base, revision.old ?? 'articles', null)
	const fresh = writeDraft(draft, revision.fresh ?? 'articles', revision.keepsCitations ? old.numberOf : null)
	return { old, fresh }
}

/** Some articles that follow each other, without headings. */
function shorten(draft: Draft, size: number, share: number): Draft {
	const all = articlesIn(draft)
	const from = Math.floor(share * Math.max(0, all.length - size))
	return { ...draft, chapters: [{ heading: null, articles: all.slice(from, from + size) }] }
}

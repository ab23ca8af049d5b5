/** What every edit needs: chance, words, and articles that were not edited yet. */
import type { Chance } from './chance.ts'
import { type Chapter, type Draft, type DraftArticle, articlesIn } from './draft.ts'
import type { Words } from './words.ts'

/** What an edit works with: chance, the words of all texts, and articles of other texts. */
export type Means = {
	readonly chance: Chance
	readonly words: Words
	readonly others: readonly DraftArticle[]
}
/** Changes a draft in place; false when it holds nothing of the kind. */
export type Edit = (draft: Draft, means: Means) => boolean

/** How long an article is. */
export const lengthOf = (article: DraftArticle) =>
	article.paragraphs.reduce((sum, { text }) => sum + text.length, 0)

/** No article is edited twice: what became of it would not be plain. */
export function take(article: DraftArticle): DraftArticle {
	article.isTouched = true
	return article
}

/** The chapter that an article stands in, and its place there. */
export function place(draft: Draft, article: DraftArticle): { chapter: Chapter; at: number } {
	const chapter = draft.chapters.find(({ articles }) => articles.includes(article))
	if (!chapter) throw new Error('the article stands in a chapter')
	return { chapter, at: chapter.articles.indexOf(article) }
}

/** An article that was not edited yet, neither the first nor the last, or null when none fits. */
export function choose(
	draft: Draft,
	{ chance }: Means,
	fits: (article: DraftArticle) => boolean,
): DraftArticle | null {
	const fitting = articlesIn(draft)
		.slice(1, -1)
		.filter((each) => !each.isTouched && fits(each))
	return fitting.length === 0 ? null : take(chance.oneOf(fitting))
}

/** An article of another text. */
export function foreign({ chance, others, words }: Means): DraftArticle {
	const copy = structuredClone(chance.oneOf(others))
	copy.origins = []
	for (const paragraph of copy.paragraphs) {
		paragraph.origins = []
		paragraph.text = words.withoutCitations(paragraph.text)
	}
	return take(copy)
}

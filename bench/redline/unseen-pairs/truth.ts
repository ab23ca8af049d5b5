/** What became of each article of a revised draft, as its edits say. */
import type { BlockKind } from '#app/domain/redline/redline.ts'
import type { DraftArticle, Written } from './draft.ts'

/** Knows of each article of the new text what became of it. */
export function readTruth(old: Written, fresh: Written): (article: DraftArticle) => BlockKind {
	const before = new Map(
		old.articles.map(({ article }) => [article.origins[0] ?? '', bodiesOf(old, article)]),
	)
	const holders = new Map<string, number>()
	for (const { article } of fresh.articles)
		for (const origin of article.origins) holders.set(origin, (holders.get(origin) ?? 0) + 1)
	return (article) => {
		const [origin] = article.origins
		if (origin === undefined) return 'added'
		if (article.origins.some((each) => (holders.get(each) ?? 0) > 1)) return 'split'
		if (article.origins.length > 1) return 'merged'
		if (article.isMoved) return 'moved'
		if (before.get(origin) !== bodiesOf(fresh, article)) return 'modified'
		const isNumberedAlike =
			old.numberOf.get(origin) === fresh.numberOf.get(origin) && old.numbering === fresh.numbering
		return isNumberedAlike ? 'unchanged' : 'renumbered'
	}
}

/** The paragraphs of an article as they were written, without their numbers. */
function bodiesOf({ paragraphs }: Written, article: DraftArticle): string {
	return paragraphs
		.filter((each) => each.article === article)
		.map(({ body }) => body)
		.join('\n')
}

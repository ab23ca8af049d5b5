/** Articles that are split and merged. */
import type { DraftArticle, DraftParagraph } from './draft.ts'
import { type Edit, choose, lengthOf, place, take } from './editing.ts'
import { sentencesOf } from './words.ts'

/** What is shorter makes no article of its own. */
const SHORTEST_PART = 18

/** One article becomes several, by its paragraphs or, of one paragraph, by its sentences. */
export function splitArticle(parts: number): Edit {
	return (draft, means) => {
		const piecesOf = (article: DraftArticle): DraftParagraph[][] => {
			const blocks: DraftParagraph[][] = []
			for (const paragraph of article.paragraphs)
				if (paragraph.kind === 'item') blocks.at(-1)?.push(paragraph)
				else blocks.push([paragraph])
			if (blocks.length >= parts) return blocks
			const [only, ...more] = blocks
			if (more.length > 0 || !only || only.length > 1 || !only[0]) return []
			const { text, origins } = only[0]
			return sentencesOf(text).map((sentence) => [{ text: sentence, origins: [...origins], kind: 'text' }])
		}
		const chosen = choose(draft, means, (each) => {
			const pieces = piecesOf(each)
			return (
				pieces.length >= parts &&
				pieces.every((piece) => piece.map((p) => p.text).join('').length >= SHORTEST_PART)
			)
		})
		if (!chosen) return false
		const pieces = piecesOf(chosen)
		const { chapter, at } = place(draft, chosen)
		const size = Math.floor(pieces.length / parts)
		const articles = Array.from({ length: parts }, (_, part) =>
			take({
				...structuredClone({ origins: chosen.origins }),
				isBranch: false,
				isMoved: false,
				isTouched: true,
				paragraphs: pieces.slice(part * size, part === parts - 1 ? undefined : (part + 1) * size).flat(),
			}),
		)
		chapter.articles.splice(at, 1, ...articles)
		return true
	}
}

/** Neighbouring short articles become one: with several paragraphs, with items under new words, or in one sentence. */
export function mergeArticles(how: 'paragraphs' | 'items' | 'sentence', count = 2): Edit {
	return (draft, means) => {
		const isShort = (each: DraftArticle | undefined): each is DraftArticle =>
			each !== undefined &&
			!each.isTouched &&
			lengthOf(each) <= 130 &&
			(how === 'paragraphs' || each.paragraphs.length === 1)
		const runs = draft.chapters.flatMap(({ articles }) =>
			articles
				.map((_, at) => articles.slice(at, at + count))
				.filter((run) => run.length === count && run.every(isShort)),
		)
		if (runs.length === 0) return false
		const run = means.chance.oneOf(runs)
		const { chapter, at } = place(draft, run[0] as DraftArticle)
		const texts = run.flatMap(({ paragraphs }) => paragraphs)
		const origins = run.flatMap((each) => each.origins)
		const within = (text: string, end: string) => text.replace(/。$/, end)
		const paragraphs: DraftParagraph[] =
			how === 'paragraphs'
				? texts
				: how === 'items'
					? [
							{
								origins: [],
								kind: 'text',
								text: means.chance.oneOf(['遵守下列规定：', '有关事项按照下列规定办理：']),
							},
							...texts.map((each, index): DraftParagraph => ({
								...each,
								kind: 'item',
								text: within(each.text, index === texts.length - 1 ? '。' : '；'),
							})),
						]
					: [
							{
								origins: texts.flatMap((each) => each.origins),
								kind: 'text',
								text: texts
									.map((each, index) =>
										within(
											each.text,
											index === texts.length - 1 ? '。' : means.chance.oneOf(['；', '。', '，']),
										),
									)
									.join(''),
							},
						]
		chapter.articles.splice(
			at,
			count,
			take({ origins, isBranch: false, isMoved: false, isTouched: true, paragraphs }),
		)
		return true
	}
}

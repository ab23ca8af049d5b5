/** Articles that are inserted, deleted, moved and rewritten. */
import { articlesIn, type DraftArticle } from './draft.ts'
import { type Edit, type Means, choose, foreign, lengthOf, place, take } from './editing.ts'

export function insertArticle(isBranch: boolean): Edit {
	return (draft, means) => {
		const { chance } = means
		const chapter = chance.oneOf(draft.chapters)
		const at = chance.between(1, chapter.articles.length)
		chapter.articles.splice(at, 0, { ...foreign(means), isBranch })
		return true
	}
}

function withTwin(article: DraftArticle, means: Means, share: number): DraftArticle {
	const twin = structuredClone(article)
	twin.origins = []
	for (const paragraph of twin.paragraphs) {
		paragraph.origins = []
		paragraph.text = means.words.rewritten(paragraph.text, share, means.chance)
	}
	return take(twin)
}

export const insertTwin: Edit = (draft, means) => {
	const chosen = choose(draft, means, (each) => lengthOf(each) > 40)
	if (!chosen) return false
	const { chapter, at } = place(draft, chosen)
	const where = means.chance.below(2) === 0 ? at : at + 1
	const twin = withTwin(chosen, means, 0.3)
	const isOther = twin.paragraphs.some(({ text }, which) => text !== chosen.paragraphs[which]?.text)
	if (isOther) chapter.articles.splice(where, 0, twin)
	return isOther
}

export const deleteArticle: Edit = (draft, means) => {
	const chosen = choose(draft, means, () => true)
	if (!chosen) return false
	const { chapter, at } = place(draft, chosen)
	chapter.articles.splice(at, 1)
	if (chapter.articles.length === 0) draft.chapters.splice(draft.chapters.indexOf(chapter), 1)
	return true
}

export function move(isAcross: boolean): Edit {
	return (draft, means) => {
		const { chance } = means
		const chosen = choose(draft, means, (each) => {
			const { chapter } = place(draft, each)
			return isAcross ? draft.chapters.length > 1 && chapter.articles.length > 1 : chapter.articles.length > 5
		})
		if (!chosen) return false
		const { chapter, at } = place(draft, chosen)
		const goal = isAcross ? chance.oneOf(draft.chapters.filter((each) => each !== chapter)) : chapter
		const before = articlesIn(draft).indexOf(chosen)
		const places = Array.from({ length: goal.articles.length }, (_, to) => to).filter((to) => {
			const there = articlesIn(draft).indexOf(goal.articles[to] as DraftArticle)
			return Math.abs(there - before) >= 4
		})
		if (places.length === 0) return false
		const successor = goal.articles[chance.oneOf(places)] as DraftArticle
		chapter.articles.splice(at, 1)
		goal.articles.splice(goal.articles.indexOf(successor), 0, chosen)
		chosen.isMoved = true
		return true
	}
}

export function rewrite(least: number, most: number): Edit {
	return (draft, means) => {
		const chosen = choose(draft, means, (each) => lengthOf(each) >= 30)
		if (!chosen) return false
		const share = least + means.chance.share() * (most - least)
		for (const paragraph of chosen.paragraphs)
			paragraph.text = means.words.rewritten(paragraph.text, share, means.chance)
		return true
	}
}

export const changeNumbers: Edit = (draft, means) => {
	const amount = /[一二三四五六七八九]+(?=[个日年月万倍千百])|\d+/g
	const chosen = choose(draft, means, ({ paragraphs }) =>
		paragraphs.some(({ text }) => text.search(amount) >= 0),
	)
	if (!chosen) return false
	for (const paragraph of chosen.paragraphs)
		paragraph.text = paragraph.text.replaceAll(amount, () => means.chance.oneOf(['二', '四', '六', '九']))
	return true
}

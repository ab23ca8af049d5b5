/** Paragraphs, items, chapters and their headings that change. */
import type { DraftArticle, DraftParagraph } from './draft.ts'
import { type Edit, choose, foreign } from './editing.ts'
import { sentencesOf } from './words.ts'

export const splitParagraph: Edit = (draft, means) => {
	const canSplit = ({ text, kind }: DraftParagraph) =>
		kind === 'text' && sentencesOf(text).length > 1 && sentencesOf(text).every((each) => each.length >= 15)
	const chosen = choose(draft, means, ({ paragraphs }) => paragraphs.some(canSplit))
	if (!chosen) return false
	const at = chosen.paragraphs.findIndex(canSplit)
	const { text, origins } = chosen.paragraphs[at] as DraftParagraph
	const [first = '', ...rest] = sentencesOf(text)
	chosen.paragraphs.splice(
		at,
		1,
		{ kind: 'text', origins: [...origins], text: first },
		{ kind: 'text', origins: [...origins], text: rest.join('') },
	)
	return true
}

export const joinParagraphs: Edit = (draft, means) => {
	const canJoin = ({ paragraphs }: DraftArticle) => {
		const at = paragraphs.findIndex(
			(each, index) => each.kind === 'text' && paragraphs[index + 1]?.kind === 'text',
		)
		return at
	}
	const chosen = choose(draft, means, (each) => canJoin(each) >= 0)
	if (!chosen) return false
	const at = canJoin(chosen)
	const [a, b] = chosen.paragraphs.slice(at, at + 2) as [DraftParagraph, DraftParagraph]
	chosen.paragraphs.splice(at, 2, {
		kind: 'text',
		origins: [...a.origins, ...b.origins],
		text: a.text + b.text,
	})
	return true
}

export const moveParagraph: Edit = (draft, means) => {
	const chosen = choose(
		draft,
		means,
		({ paragraphs }) => paragraphs.length >= 3 && paragraphs.every(({ kind }) => kind === 'text'),
	)
	if (!chosen) return false
	const [first] = chosen.paragraphs.splice(0, 1)
	chosen.paragraphs.push(first as DraftParagraph)
	return true
}

const hasItems = ({ paragraphs }: DraftArticle) =>
	paragraphs.filter(({ kind }) => kind === 'item').length >= 3

export const insertItem: Edit = (draft, means) => {
	const chosen = choose(draft, means, hasItems)
	if (!chosen) return false
	const first = chosen.paragraphs.findIndex(({ kind }) => kind === 'item')
	const at = first + means.chance.below(2)
	chosen.paragraphs.splice(at, 0, { origins: [], kind: 'item', text: means.words.item(means.chance) })
	return true
}

export const deleteItem: Edit = (draft, means) => {
	const chosen = choose(draft, means, hasItems)
	if (!chosen) return false
	chosen.paragraphs.splice(
		chosen.paragraphs.findIndex(({ kind }) => kind === 'item') + means.chance.below(2),
		1,
	)
	return true
}

export const insertChapter: Edit = (draft, means) => {
	if (draft.chapters[0]?.heading === null) return false
	const articles = Array.from({ length: means.chance.between(2, 4) }, () => foreign(means))
	const at = means.chance.between(1, draft.chapters.length - 1)
	draft.chapters.splice(at, 0, { heading: means.words.heading(means.chance), articles })
	return true
}

export const deleteHeading: Edit = (draft, means) => {
	if (draft.chapters.length < 3) return false
	const at = means.chance.between(1, draft.chapters.length - 1)
	const [gone] = draft.chapters.splice(at, 1)
	draft.chapters[at - 1]?.articles.push(...(gone?.articles ?? []))
	return true
}

export const deleteChapter: Edit = (draft, means) => {
	if (draft.chapters.length < 4) return false
	draft.chapters.splice(means.chance.between(1, draft.chapters.length - 2), 1)
	return true
}

export const renameChapter: Edit = (draft, means) => {
	const chapter = means.chance.oneOf(draft.chapters)
	if (chapter.heading === null) return false
	chapter.heading = means.words.heading(means.chance)
	return true
}

/** Words to rewrite with, taken from the texts at hand. */
import type { Chance } from './chance.ts'
import { type Draft, articlesIn } from './draft.ts'

export type Words = {
	/** A text of which about such a share of the words was replaced by others as long. */
	readonly rewritten: (text: string, share: number, chance: Chance) => string
	readonly withoutCitations: (text: string) => string
	readonly item: (chance: Chance) => string
	readonly heading: (chance: Chance) => string
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const HAN = /^\p{Script=Han}{2,4}$/u
const NUMBERED = /[第条款项章节零一二三四五六七八九十百千]/

export function gatherWords(drafts: readonly Draft[]): Words {
	const paragraphs = drafts.flatMap((draft) => articlesIn(draft).flatMap((article) => article.paragraphs))
	const byLength = new Map<number, string[]>()
	for (const { text } of paragraphs)
		for (const { segment } of segmenter.segment(text))
			if (HAN.test(segment) && !NUMBERED.test(segment))
				byLength.set(segment.length, [...(byLength.get(segment.length) ?? []), segment].slice(-3000))
	const items = paragraphs.filter(({ kind, text }) => kind === 'item' && text.length > 12)
	const headings = drafts.flatMap(({ chapters }) => chapters.flatMap(({ heading }) => heading ?? []))
	const withoutCitations = (text: string) =>
		text.replaceAll(
			/第[零一二三四五六七八九十百千\d]+[条款项](?:之[一二三四五六七八九十])?(?:第[零一二三四五六七八九十百千]+[款项])*/g,
			'有关条文',
		)
	return {
		rewritten: (text, share, chance) =>
			[...segmenter.segment(text)]
				.map(({ segment }) =>
					HAN.test(segment) && !NUMBERED.test(segment) && chance.share() < share
						? chance.oneOf(byLength.get(segment.length) ?? [segment])
						: segment,
				)
				.join(''),
		withoutCitations,
		item: (chance) => withoutCitations(chance.oneOf(items).text).replace(/。$/, '；'),
		heading: (chance) => chance.oneOf(headings),
	}
}

/** Sentences with their full stops. */
export function sentencesOf(text: string): string[] {
	return text.match(/[^。]*。|[^。]+$/g) ?? []
}

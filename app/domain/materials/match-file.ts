import { withoutBlanks } from '#app/domain/legal-text/without-blanks.ts'
import type { ChecklistItem } from './checklist.ts'

/**
 * The paper of the checklist that a file's name speaks of, or null. The name of the paper, without what stands in
 * brackets, must occur in the file's name; of several the longest counts, as the most exact.
 */
export function matchFile<Item extends Pick<ChecklistItem, 'code' | 'name'>>(
	fileName: string,
	items: readonly Item[],
): Item | null {
	const plain = withoutBlanks(fileName).toLowerCase()
	const fits = items
		.map((item) => ({ item, word: longestWordIn(plain, item) }))
		.filter(({ word }) => word > 0)
		.toSorted((a, b) => b.word - a.word)
	return fits[0]?.item ?? null
}

function longestWordIn(plain: string, { code, name }: Pick<ChecklistItem, 'code' | 'name'>): number {
	const words = [code, name.en, ...name.zh.split(/[（(）)]/)].map((word) => withoutBlanks(word).toLowerCase())
	return Math.max(
		0,
		...words.filter((word) => word.length >= 3 && plain.includes(word)).map((word) => word.length),
	)
}

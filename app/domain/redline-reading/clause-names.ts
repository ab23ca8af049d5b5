import type { ClauseRef, Segment } from '#app/domain/redline/redline.ts'

type TitleRow = { readonly merged: readonly Segment[] }
type Named = { readonly old: readonly ClauseRef[]; readonly new: readonly ClauseRef[] }

/** The number of a block, and the number it had: 第八条 → 第八条、第九条. Empty for what stands before the first clause. */
export function headOf(block: Named): string {
	const [before, after] = [namesOf(block.old), namesOf(block.new)]
	if (before === '' || after === '' || before === after) return after || before
	return `${before} → ${after}`
}

/** The numbers of clauses, as `numberOf` gives them. */
export function namesOf(refs: readonly ClauseRef[]): string {
	return refs
		.map(numberOf)
		.filter((name) => name !== '')
		.join('、')
}

/** The number of a clause. One that starts anew under each heading (（一） under 三、) comes with that heading. */
export function numberOf({ label, headings }: ClauseRef): string {
	return [...headings.slice(-1).filter(() => /^[（(0-9]/.test(label)), label].join(' ')
}

/** A title that is longer than this is a sentence. */
const LONGEST_TITLE = 16

/**
 * What a clause is called beside its number: the head of a section (一、总体要求), the first words of a （一）, as the new
 * text has them, or the old one where the clause is gone. Empty for articles, which have no titles, and for sentences.
 */
export function titleOf(block: Named & { readonly rows: readonly TitleRow[] }): string {
	const { label = '第' } = block.new[0] ?? block.old[0] ?? {}
	if (label === '' || label.startsWith('第')) return ''
	const gone = block.new.length > 0 ? 'deleted' : 'inserted'
	const segments = (block.rows[0]?.merged ?? []).filter((segment) => segment.kind !== gone)
	const words = segments.map((segment) => segment.text).join('')
	const [title = ''] = words.split(/[。：:；]/)
	return [...title].length > LONGEST_TITLE ? '' : title.trim()
}

import type { BlockKind, ClauseRef, Segment } from '#app/domain/redline/redline.ts'

type TitleRow = { readonly merged: readonly Segment[] }
type Named = {
	readonly kind: BlockKind
	readonly old: readonly ClauseRef[]
	readonly new: readonly ClauseRef[]
	readonly rows: readonly TitleRow[]
}
type Called = Pick<ClauseRef, 'key' | 'label' | 'headings' | 'isHeading'>

/**
 * What a block is called, and the number it had: 第八条 → 第八条、第九条; 三、 → 四、保障措施. Empty for what stands before
 * the first clause.
 */
export function headOf(block: Named): string {
	const [before, after] = [namesOf(block.old), namesOf(block.new)]
	const name = fullNameOf(block)
	const isCounted = block.kind !== 'moved' && [...block.old, ...block.new].every(isUnnumbered)
	return before === '' || after === '' || before === after || isCounted ? name : `${before} → ${name}`
}

/** The number of a block in the newest text that has it, and its head. */
export function fullNameOf(block: Named): string {
	const refs = block.new.length > 0 ? block.new : block.old
	const title = titleOf(block)
	return title === '' ? namesOf(refs) : refs.map(numberOf).join('、') + title
}

/** The numbers of clauses, as `numberOf` gives them, without the mark after 一、 and 1. */
export function namesOf(refs: readonly Called[]): string {
	return refs
		.map(nameOf)
		.filter((name) => name !== '')
		.join('、')
}

/** The number of one clause, without the mark after it. */
export function nameOf(ref: Called): string {
	return numberOf(ref).replace(/[、.．]$/, '')
}

/**
 * The number of a clause. One that starts anew under each heading (（一） under 三、) comes with that heading; a paragraph
 * without a number is called by its place: 第3段.
 */
function numberOf(ref: Called): string {
	if (isUnnumbered(ref)) return `第${ref.key.replace(/^p/, '')}段`
	const { label, headings } = ref
	return [
		...headings
			.slice(-1)
			.filter(() => /^[（(0-9]/.test(label))
			.map(shortHeading),
		label,
	].join(' ')
}

function isUnnumbered({ label, isHeading }: Called): boolean {
	return label === '' && !isHeading
}

/** A title that is longer than this is a sentence. */
const LONGEST_TITLE = 16
/** So much of a paragraph without a number tells which it is. */
const OPENING = 12

/** A heading up to its first stop, and of a sentence only its number: （一）提升公共服务. */
function shortHeading(heading: string): string {
	const [head = ''] = heading.split(/[。：:；]/)
	if ([...head].length <= LONGEST_TITLE + 4) return head
	return /^(?:[（(][^）)]+[）)]|[^、.．]{1,4}[、.．])/.exec(heading)?.[0] ?? ''
}

/**
 * What a section is called beside its number: its head (一、总体要求), the first words of a （一）, as the new text has
 * them, or the old one where it is gone. Empty for articles, which have no titles, for annexes, whose names are their
 * labels, and for sentences.
 */
export function titleOf(block: Pick<Named, 'old' | 'new' | 'rows'>): string {
	const { label, isHeading } = block.new[0] ?? block.old[0] ?? { label: '', isHeading: true }
	if (label === '' || label.startsWith('第') || isHeading) return ''
	const [title = ''] = wordsOf(block).split(/[。：:；]/)
	return [...title].length > LONGEST_TITLE ? '' : title.trim()
}

/** The first words of a paragraph without a number, in quotation marks; empty for what has a number. */
export function openingOf(block: Pick<Named, 'old' | 'new' | 'rows'>): string {
	if (![...block.new, ...block.old].every(isUnnumbered)) return ''
	const signs = [...wordsOf(block).trim().replaceAll(/\s+/g, ' ')]
	return `“${signs.slice(0, OPENING).join('')}${signs.length > OPENING ? '…' : ''}”`
}

function wordsOf({ new: fresh, rows }: Pick<Named, 'new' | 'rows'>): string {
	const gone = fresh.length > 0 ? 'deleted' : 'inserted'
	const segments = (rows[0]?.merged ?? []).filter((segment) => segment.kind !== gone)
	return segments.map((segment) => segment.text).join('')
}

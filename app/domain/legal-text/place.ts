import { writeNumber } from './chinese-number.ts'

/** The words for a place in a text: 第十三条第二款第（三）项第1目, 三（二）1, 1.2.1, 第四段, 附件1, 落款, 标题和引言. */
export function placeLabel(anchor: string): string {
	const [kind, ...parts] = anchor.split('-')
	const table = parts.find((part) => /^t\d+\.\d+$/.test(part))
	if (table !== undefined && kind !== 'art')
		return placeLabel([kind, ...parts.slice(0, parts.indexOf(table))].join('-')) + tablePlace(table)
	const first = Number(parts[0] ?? 0)
	if (kind === 'art') return articlePlace(parts)
	if (kind === 'sec') return sectionPlace(parts)
	if (kind === 'num') return decimalPlace(parts)
	if (kind === 'par') return `第${writeNumber(first)}段`
	if (kind === 'annex')
		return `附件${first}${parts[1] === undefined ? '' : `第${writeNumber(Number(parts[1]))}段`}`
	return PLACES[kind ?? ''] ?? '标题和引言'
}

const PLACES: Readonly<Record<string, string>> = { head: '标题', closing: '落款', imprint: '版记' }

/** Parts that nobody cites (the second of a repeated number, an empty line) are left out. */
function articlePlace(parts: readonly string[]): string {
	let label = `第${writeNumber(Number(parts[0] ?? 0))}条`
	for (const part of parts.slice(1)) {
		const number = Number(part.replace(/^\D+/, ''))
		if (/^\d/.test(part)) label += `之${writeNumber(number)}`
		else if (part.startsWith('p')) label += `第${writeNumber(number)}款`
		else if (part.startsWith('i')) label += `第（${writeNumber(number)}）项`
		else if (part.startsWith('n')) label += `第${part.slice(1)}项`
		else if (part.startsWith('t')) label += tablePlace(part)
		else if (part.startsWith('m')) label += `第${number}目`
	}
	return label
}

/** 三（二）1（1）; an unnumbered paragraph of a section is its second, third … 段, counted with the section's own line. */
function sectionPlace(parts: readonly string[]): string {
	const written = [
		(number: number) => writeNumber(number),
		(number: number) => `（${writeNumber(number)}）`,
		(number: number) => String(number),
		(number: number) => `（${number}）`,
	]
	const numbers = parts.filter((part) => /^\d+$/.test(part)).map(Number)
	const section = numbers
		.map((number, level) => (number === 0 ? '' : (written[level]?.(number) ?? '')))
		.join('')
	const paragraph = parts.find((part) => /^p\d+$/.test(part))
	return paragraph === undefined ? section : `${section}第${writeNumber(Number(paragraph.slice(1)))}段`
}

/** 表1第二行 of t1.2. */
function tablePlace(part: string): string {
	const [table, row] = part.slice(1).split('.')
	return `表${table}第${writeNumber(Number(row))}行`
}

/** 1.2.1; an unnumbered paragraph of it is its second, third … 段. */
function decimalPlace(parts: readonly string[]): string {
	const number = parts.filter((part) => /^\d+$/.test(part)).join('.')
	const paragraph = parts.find((part) => /^p\d+$/.test(part))
	return paragraph === undefined ? number : `${number}第${writeNumber(Number(paragraph.slice(1)))}段`
}

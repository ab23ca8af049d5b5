/** What a text picks up on its way through Word, PDF and pages: each kind gives the lines that one line became. */
import type { Chance } from './chance.ts'
import type { Written } from './draft.ts'

export type Typesetting = (line: string, at: number, lines: readonly string[], chance: Chance) => string[]

const NUMBER = /^第([零一二三四五六七八九十百]+)条/
const PAGE = 26
const EDGE = 36

function broken(line: string): string[] {
	const parts: string[] = []
	for (let at = 0; at < line.length; at += EDGE) parts.push(line.slice(at, at + EDGE))
	return parts.length > 0 ? parts : ['']
}

function contents(lines: readonly string[], isWith: boolean): string[] {
	const headings = lines.filter((line) => /^第[零一二三四五六七八九十百]+章/.test(line))
	if (headings.length === 0) return []
	return ['目　录', ...headings.map((line, at) => (isWith ? `${line}……………${at * 3 + 1}` : line)), '']
}

export const TYPESETTINGS: Readonly<Record<string, Typesetting>> = {
	'no indents': (line) => [line.trimStart()],
	'indents before all': (line) => [`　　${line.trimStart()}`],
	'blank lines between': (line) => [line, ''],
	'blanks at ends': (line) => [`${line}  `],
	'spaces in numbers': (line) => [
		line.replace(NUMBER, (_, number: string) => `第 ${[...number].join(' ')} 条`),
	],
	'half-width blank after number': (line) => [line.replace(/^(第[^　]+条)　/, '$1 ')],
	'no blank after number': (line) => [line.replace(/^(第[^　]+条(?:之[一二三四五六七八九十])?)　/, '$1')],
	'colon after number': (line) => [line.replace(/^(第[^　]+条)　/, '$1：')],
	'arabic article numbers': (line, at, lines) => {
		const index = lines.slice(0, at + 1).filter((each) => NUMBER.test(each)).length
		return [line.replace(NUMBER, `第${index}条`)]
	},
	'items in half-width brackets': (line) => [
		line.replace(/^（[一二三四五六七八九十]+）/, (label) => label.replace('（', '(').replace('）', ')')),
	],
	'lines broken at the edge': (line, at) => (at < 2 ? [line] : broken(line)),
	'page numbers': (line, at) => (at % PAGE === PAGE - 1 ? [line, `— ${Math.ceil(at / PAGE)} —`] : [line]),
	'page numbers in words': (line, at) =>
		at % PAGE === PAGE - 1 ? [line, `第 ${Math.ceil(at / PAGE)} 页 共 9 页`] : [line],
	'broken and page numbers': (line, at, lines) => {
		if (at < 2) return [line]
		const before = lines.slice(0, at).flatMap(broken).length
		return broken(line).flatMap((part, index) =>
			(before + index) % 30 === 29 ? [part, '', `- ${Math.ceil((before + index) / 30)} -`, ''] : [part],
		)
	},
	contents: (line, at, lines) => (at === 1 ? ['', ...contents(lines, false)] : [line]),
	'contents with pages': (line, at, lines) => (at === 1 ? ['', ...contents(lines, true)] : [line]),
	'annex with a table': (line, at, lines) =>
		at === lines.length - 1
			? [
					line,
					'',
					'附件1',
					'处罚裁量基准表',
					'序号\t违法行为\t处罚标准',
					'1\t未按规定登记\t警告',
					'2\t拒不改正\t五百元以下罚款',
				]
			: [line],
	'issuing lines': (line, at) =>
		at === 0
			? ['某区人民政府文件', '某政规〔2026〕3号', '', line, '（2026年3月1日区人民政府第12次常务会议通过）']
			: [line],
}

/** The same text as it looks afterwards. */
export function typeset(written: Written, how: Typesetting, chance: Chance): Written {
	const lines = written.text.split('\n')
	const out: string[] = []
	const starts = lines.map((line, at) => {
		const parts = how(line, at, lines, chance)
		const start = at === 0 ? out.length + Math.max(0, parts.indexOf(line)) : out.length
		out.push(...parts)
		return start
	})
	const moved = <Each extends { readonly line: number }>(list: readonly Each[]) =>
		list.map((each) => ({ ...each, line: starts[each.line] ?? -1 }))
	return {
		...written,
		text: out.join('\n'),
		articles: moved(written.articles),
		paragraphs: moved(written.paragraphs),
	}
}

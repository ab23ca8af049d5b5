import { docxEntries, p, r, type DocxParts } from './docx-builder.ts'
import { buildZip } from './zip-builder.ts'

const FIRST = '第一条　集市每周开放。'
const LAST = '第二条　本办法自发布之日起施行。'
const between = (run: string) => `${FIRST}\n${run}\n${LAST}`
const lines = (count: number, line: (at: number) => string) =>
	Array.from({ length: count }, (_, at) => line(at)).join('\n')

/** Texts that hold a run of `n`: whatever the run is, twice of it may cost no more than about twice. */
export const GROWING_TEXTS: Readonly<Record<string, (n: number) => string>> = {
	'blanks in a line': (n) => between(`甲${' '.repeat(n)}乙`),
	'wide blanks before an article': (n) => `${'\u3000'.repeat(n)}${FIRST}\n${LAST}`,
	'blanks at the end of a line': (n) => `${FIRST}${' '.repeat(n)}\n${LAST}`,
	'lines with a blank': (n) => between(lines(n, () => ' ')),
	newlines: (n) => between('\n'.repeat(n)),
	'annex word and blanks': (n) => between(`附${' '.repeat(n)}乙`),
	'annex word and number and blanks': (n) => between(`附件1${'\u3000'.repeat(n)}乙。`),
	'annex words': (n) => between('附'.repeat(n)),
	'lines of annex words': (n) => between(lines(n, () => '附件')),
	'lines of numbered annexes': (n) => between(lines(n, (at) => `附件${at % 99}`)),
	'note word and blanks': (n) => between(`注${' '.repeat(n)}乙`),
	'lines of notes': (n) => between(lines(n, () => '注：甲')),
	'opening brackets': (n) => between('（'.repeat(n)),
	'closing brackets': (n) => between('）'.repeat(n)),
	'brackets and blanks': (n) => between(`（${' '.repeat(n)}一）甲；`),
	digits: (n) => between('1'.repeat(n)),
	'digits with dots': (n) => between('1.'.repeat(n)),
	dots: (n) => between('.'.repeat(n)),
	'full stops': (n) => between('。'.repeat(n)),
	'full stops with blanks': (n) => between('。 '.repeat(n)),
	'the word that orders': (n) => between('第'.repeat(n)),
	'the word that orders and blanks': (n) => between(`第${' '.repeat(n)}条`),
	numerals: (n) => between(`第${'一'.repeat(n)}条`),
	'numerals with blanks': (n) => between(`第${'一 '.repeat(n)}条`),
	citations: (n) => between('第三条、'.repeat(n)),
	'lines of citations': (n) => between(lines(n, () => '第五十二条规定的情形')),
	'identical articles': (n) => lines(n, () => FIRST),
	'identical articles, their numbers rising': (n) => lines(n, (at) => `第${at + 1}条　集市每周开放。`),
	'articles in one line': (n) => Array.from({ length: n }, (_, at) => `第${at + 1}条　甲。`).join(''),
	'lines of headings': (n) => between(lines(n, () => '第一章　总则')),
	'numbers 1.1': (n) => lines(n, (at) => `${Math.floor(at / 9) + 1}.${(at % 9) + 1} 甲。`),
	'sections 一、': (n) => lines(n, () => '一、甲'),
	'lists after the last article': (n) => `${FIRST}\n${LAST}\n${lines(n, () => '一、甲。')}`,
	'numbers of pages': (n) => between(lines(n, (at) => `— ${at % 999} —`)),
	'lines of days': (n) => between(lines(n, () => '2026年5月1日')),
	'lines of organs': (n) => between(lines(n, () => '青禾区人民政府')),
	'lines of signatures': (n) => between(lines(n, (at) => (at % 2 === 0 ? '青禾区人民政府' : '2026年5月1日'))),
	'lines of seals': (n) => between(lines(n, () => '甲方（盖章）：')),
	'lines of copies': (n) => between(lines(n, () => '抄送：区委办公室。')),
	'a sentence of many lines': (n) => between(lines(n, () => '区人民政府应当会同有关部门和街道办事处做好')),
	'table rows': (n) => between(lines(n, (at) => `${at}\t大车\t一百元`)),
	'a table of contents': (n) => `办法\n目录\n${lines(n, (at) => `第${at + 1}条　甲`)}\n${FIRST}`,
	'quotation marks': (n) => between('“'.repeat(n)),
	'names of laws': (n) => between('《'.repeat(n)),
	'zero-width characters': (n) => between('甲\u200B'.repeat(n)),
	'commas at line ends': (n) => between(lines(n, () => '摊位的登记、变更、注销、年检和报废的办理，')),
}

const cells = (count: number) => `<w:tr>${`<w:tc>${p(r('甲'))}</w:tc>`.repeat(count)}</w:tr>`

/** Word documents that hold a run of `n`. */
export const GROWING_DOCUMENTS: Readonly<Record<string, (n: number) => DocxParts>> = {
	'blanks without xml:space': (n) => ({ body: `<w:p><w:r><w:t>甲${' '.repeat(n)}乙</w:t></w:r></w:p>` }),
	'line breaks': (n) => ({ body: p(`<w:r><w:t>第一条 甲</w:t>${'<w:br/>'.repeat(n)}<w:t>尾</w:t></w:r>`) }),
	tabs: (n) => ({ body: p(`<w:r><w:t>甲</w:t>${'<w:tab/>'.repeat(n)}<w:t>乙</w:t></w:r>`) }),
	'empty paragraphs': (n) => ({ body: p(r(FIRST)) + '<w:p/>'.repeat(n) + p(r('尾')) }),
	'annex word and blanks': (n) => ({ body: p(r(FIRST)) + p(r(`附${' '.repeat(n)}乙\u200B`)) + p(r(LAST)) }),
	'note word and blanks': (n) => ({ body: p(r(FIRST)) + p(r(`注${' '.repeat(n)}乙\u200B`)) + p(r(LAST)) }),
	'empty runs': (n) => ({ body: p('<w:r/>'.repeat(n)) }),
	'runs of one character': (n) => ({ body: p(r('甲').repeat(n)) }),
	'rows of a table': (n) => ({ body: `<w:tbl>${cells(1).repeat(n)}</w:tbl>` }),
	'cells of a row': (n) => ({ body: `<w:tbl>${cells(n)}</w:tbl>` }),
	'merged rows': (n) => ({
		body: `<w:tbl>${`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p(r(''))}</w:tc></w:tr>`.repeat(n)}</w:tbl>`,
	}),
	tables: (n) => ({ body: `<w:tbl>${cells(1)}</w:tbl>${p('')}`.repeat(n) }),
	'identical articles': (n) => ({ body: p(r(FIRST)).repeat(n) }),
	'tracked deletions': (n) => ({
		body: p('<w:del w:id="1" w:author="a"><w:r><w:delText>甲</w:delText></w:r></w:del>'.repeat(n)),
	}),
	bookmarks: (n) => ({
		body: p('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'.repeat(n)),
	}),
	'references to notes': (n) => ({
		body: p('<w:r><w:footnoteReference w:id="2"/></w:r>'.repeat(n)),
		footnotes: `<w:footnote w:id="2">${p(r('字'))}</w:footnote>`,
	}),
	fields: (n) => ({
		body: p('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'.repeat(n)),
	}),
	'zero-width characters': (n) => ({ body: p(r('甲\u200B'.repeat(n))) }),
}

/** A Word file of these parts. It is not packed: what packs so well is refused before any of it is read. */
export function documentBytes(parts: DocxParts): Uint8Array {
	return buildZip(docxEntries(parts).map((entry) => ({ ...entry, stored: true })))
}

const UNITS = ['区住建局', '区教体局', '区民政局', '区水务局', '街道办事处', '社区居民委员会', '区财政局']
const WORKS = ['电梯加装', '餐饮油烟', '停车秩序', '图书借阅', '河道保洁']
const duty = (at: number) =>
	`${UNITS[at % 7]}会同${UNITS[(at * 3 + 2) % 7]}做好${WORKS[(at * 7) % 5]}工作，自受理之日起${(at * 13) % 57}日内报告。`

/** A sentence that shares hardly any two neighbouring characters with another one. */
const ownWords = (at: number) => {
	const sign = (place: number) =>
		String.fromCharCode(0x4e00 + ((place * 7919 + ((place * place) % 6007)) % 15_000))
	return `${Array.from({ length: 40 }, (_, place) => sign(at * 40 + place)).join('')}。`
}
const numbered = (count: number, write: (at: number) => string) =>
	lines(count, (at) => `第${at + 1}条 ${write(at)}`)

/** Pairs of texts of which one is `n` articles and the other a single one that holds them all. */
export const MERGED_PAIRS: Readonly<Record<string, (n: number) => readonly [string, string]>> = {
	'all articles into one': (n) => [numbered(n, duty), `第1条 ${lines(n, duty)}`],
	'one article into many': (n) => [`第1条 ${lines(n, duty)}`, numbered(n, duty)],
	'articles in words of their own into one': (n) => [numbered(n, ownWords), `第1条 ${lines(n, ownWords)}`],
	'one article into many in words of their own': (n) => [
		`第1条 ${lines(n, ownWords)}`,
		numbered(n, ownWords),
	],
}

/** Pairs of texts whose comparison grows with `n`. */
export const GROWING_PAIRS: Readonly<Record<string, (n: number) => readonly [string, string]>> = {
	'a long paragraph with five edits': (n) => {
		const words = Array.from(
			{ length: n },
			(_, at) => `第${(at * 37) % 991}号摊位每月消毒，台账保存${(at % 9) + 2}年。`,
		)
		const changed = words.map((each, at) =>
			at % Math.ceil(n / 5) === 3 ? each.replace('每月', '每周') : each,
		)
		return [`第一条 ${words.join('')}`, `第一条 ${changed.join('')}`]
	},
	'articles in reverse': (n) => [numbered(n, duty), numbered(n, (at) => duty(n - at))],
	'articles in words of their own in reverse': (n) => [
		numbered(n, ownWords),
		numbered(n, (at) => ownWords(n - at)),
	],
	'paragraphs in words of their own into one': (n) => [
		`第1条 ${lines(n, ownWords)}`,
		`第1条 ${lines(n, ownWords).replaceAll('\n', '')}`,
	],
	'paragraphs in reverse': (n) => [`第1条 ${lines(n, duty)}`, `第1条 ${lines(n, (at) => duty(n - at))}`],
	'other words throughout': (n) => [`第一条 ${'甲乙丙丁'.repeat(n)}`, `第一条 ${'戊己庚辛'.repeat(n)}`],
	'rows of a table, each with another sum': (n) => [
		lines(n, (at) => `${at}\t大车\t${at}元`),
		lines(n, (at) => `${at}\t大车\t${at + 1}元`),
	],
}

import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { writeOwnDraft } from '#app/documents/own-draft/write-own-draft.server.ts'
import { buildDocx, numbered, p, r } from '#tests/support/docx-builder.ts'
import { type DrawnBlock, drawnDocx, drawnPair } from '#tests/support/drawn-word.ts'
import { type OfficeBlock, readInOffice } from '#tests/support/read-in-office.ts'

/*
 * The drafter's own file with tracked changes, settled by LibreOffice and compared with what LibreOffice itself reads in
 * the two files that it was made of: text, tables and numbers.
 */

const AT = new Date('2026-03-09T02:30:00.000Z')
const EARLIER = 'w:author="王某某" w:date="2026-01-05T08:00:00Z"'

const NUMBERING =
	'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>' +
	'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>' +
	'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'

const article = (words: string) => p(r(words), numbered(1))
const item = (words: string) => p(r(words), numbered(2))
const row = (...cells: string[]) =>
	`<w:tr>${cells.map((words) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(r(words))}</w:tc>`).join('')}</w:tr>`
const table = (columns: number, ...rows: string[]) =>
	`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`
const draft = (...body: string[]) =>
	buildDocx({ body: `${body.join('')}${p('')}<w:sectPr/>`, numbering: NUMBERING })

const HEAD = p(r('青禾区社区食堂补助办法'), '<w:jc w:val="center"/>')
const TABLE = table(
	3,
	row('类别', '能力', '补助'),
	row('综合型', '三百人', '十二万元'),
	row('标准型', '一百人', '六万元'),
)

/**
 * LibreOffice joins paragraphs in ways of its own where one that goes has no words but a number, or holds a note: it keeps
 * the number of the wrong one, or an empty line. Word does not; such files are left out here and told of in the paper.
 */
function isSettledAlike(blocks: readonly DrawnBlock[]): boolean {
	return blocks.every(
		(block) =>
			block.kind === 'table' ||
			(block.pieces.some(({ kind }) => kind === 'words') &&
				block.pieces.every(({ kind }) => kind !== 'note')),
	)
}

/** Each with the older file and the newer one. */
const PAIRS: Readonly<Record<string, readonly [Uint8Array, Uint8Array]>> = {
	words: [draft(HEAD, article('公示期不少于七日。')), draft(HEAD, article('公示期不少于五个工作日。'))],
	'an article put in': [
		draft(HEAD, article('甲。'), article('乙。')),
		draft(HEAD, article('甲。'), article('补助列入预算。'), article('乙。')),
	],
	'an article moved': [
		draft(
			HEAD,
			article('区民政局负责日常管理。'),
			article('镇人民政府负责受理申请。'),
			article('附则另行规定。'),
		),
		draft(
			HEAD,
			article('镇人民政府负责受理申请。'),
			article('附则另行规定。'),
			article('区民政局负责日常管理。'),
		),
	],
	'items that came and went': [
		draft(HEAD, article('材料如下：'), item('申请表；'), item('培训证明；'), item('身份证明。')),
		draft(HEAD, article('材料如下：'), item('申请表；'), item('身份证明；'), item('承诺书。')),
	],
	'cells, a row that came and a row that went': [
		draft(HEAD, article('标准如下：'), TABLE, article('本办法自印发之日起施行。')),
		draft(
			HEAD,
			article('标准如下：'),
			table(
				3,
				row('类别', '能力', '补助'),
				row('综合型', '三百人', '十万元'),
				row('助餐点', '三十人', '一万元'),
			),
			article('本办法自印发之日起施行。'),
		),
	],
	'a number that came': [
		draft(HEAD, p(r('甲方负责。')), article('乙。')),
		draft(HEAD, article('甲方负责。'), article('乙。')),
	],
	'a number that went': [
		draft(HEAD, article('甲方负责。'), article('乙。')),
		draft(HEAD, p(r('甲方负责。')), article('乙。')),
	],
	'a number of another list': [
		draft(HEAD, article('甲方负责。'), article('乙。')),
		draft(HEAD, item('甲方负责。'), article('乙。')),
	],
	'an empty line with a number that went': [
		draft(article(''), article('甲方负责。'), article('乙。')),
		draft(article('甲方负责。'), article('乙。')),
	],
	'an empty line with a number that came': [
		draft(article('甲方负责。'), article('乙。')),
		draft(article('甲方负责。'), article(''), article('乙。')),
	],
	'a table that came': [
		draft(HEAD, article('标准如下：'), article('本办法自印发之日起施行。')),
		draft(HEAD, article('标准如下：'), TABLE, article('本办法自印发之日起施行。')),
	],
	'a table that went': [
		draft(HEAD, article('标准如下：'), TABLE, article('本办法自印发之日起施行。')),
		draft(HEAD, article('标准如下：'), article('本办法自印发之日起施行。')),
	],
	...Object.fromEntries(
		fc
			.sample(
				drawnPair.filter((pair) => pair.every(isSettledAlike)),
				{ numRuns: 16, seed: 20_261_129 },
			)
			.map(([old, fresh], at) => [`drawn ${at + 1}`, [drawnDocx(old), drawnDocx(fresh)] as const]),
	),
}

type Settled = { readonly blocks: readonly OfficeBlock[]; readonly changes: number; readonly left: number }
type Read = {
	readonly accepted: Settled
	readonly rejected: Settled
	readonly blocks: readonly OfficeBlock[]
}

const SIDES = ['new', 'old'] as const
let answers: ReadonlyMap<string, Read> = new Map()

beforeAll(async () => {
	const files = new Map<string, Uint8Array>()
	for (const [name, [old, fresh]] of Object.entries(PAIRS)) {
		files.set(`${name} old.plain.docx`, old)
		files.set(`${name} new.plain.docx`, fresh)
		for (const marked of SIDES) {
			const asked = { files: { old, new: fresh }, marked, author: '赵起草', at: AT, comments: [] }
			const written = await writeOwnDraft(asked)
			if (!written.ok) throw new Error(`${name}: ${written.reason.because}`)
			files.set(`${name} in ${marked}.docx`, written.value)
		}
	}
	files.set('earlier.docx', await withEarlierMarks())
	answers = readInOffice<Read>(files)
})

function answerTo(file: string): Read {
	const answer = answers.get(file)
	if (!answer) throw new Error(`no answer to ${file}`)
	return answer
}

test.each(Object.keys(PAIRS).flatMap((name) => SIDES.map((marked) => [name, marked] as const)))(
	'%s, marked in the %s one: accepting all gives the new file, rejecting all the old one',
	(name, marked) => {
		const { accepted, rejected } = answerTo(`${name} in ${marked}.docx`)
		expect({ accepted: shown(accepted.blocks), rejected: shown(rejected.blocks) }).toEqual({
			accepted: shown(answerTo(`${name} new.plain.docx`).blocks),
			rejected: shown(answerTo(`${name} old.plain.docx`).blocks),
		})
		expect([accepted.left, rejected.left]).toEqual([0, 0])
	},
)

/** Empty lines say nothing: LibreOffice leaves one before a table and at the end of a file. */
function shown(blocks: readonly OfficeBlock[]): readonly OfficeBlock[] {
	return blocks.filter((block) => 'cells' in block || block.text !== '')
}

/** The newer draft has marks of an earlier author, which stay beside ours. */
async function withEarlierMarks(): Promise<Uint8Array> {
	const old = draft(HEAD, article('公示期不少于七日。'), article('补助按月发放。'))
	const marked = p(
		r('补助按') +
			`<w:del w:id="7" ${EARLIER}><w:r><w:delText>月</w:delText></w:r></w:del><w:ins w:id="8" ${EARLIER}>${r('季')}</w:ins>` +
			r('发放。'),
		numbered(1),
	)
	const fresh = draft(HEAD, article('公示期不少于五个工作日。'), marked)
	const asked = { files: { old, new: fresh }, marked: 'new', author: '赵起草', at: AT, comments: [] } as const
	const written = await writeOwnDraft(asked)
	if (!written.ok) throw new Error(written.reason.because)
	return written.value
}

test('the marks of an earlier author are settled with ours: both texts come out', () => {
	const { accepted, rejected } = answerTo('earlier.docx')
	const texts = (blocks: readonly OfficeBlock[]) => blocks.map((block) => ('text' in block ? block.text : ''))
	expect(texts(accepted.blocks)).toEqual(
		expect.arrayContaining(['公示期不少于五个工作日。', '补助按季发放。']),
	)
	expect(texts(rejected.blocks)).toEqual(expect.arrayContaining(['公示期不少于七日。', '补助按月发放。']))
})

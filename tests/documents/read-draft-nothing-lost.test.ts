import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'

/** Markup with a hole, in which each word is one of a kind: a place that words can hide in. */
type Wrap = (content: string) => string

const BY = 'w:id="1" w:author="张" w:date="2026-01-01T00:00:00Z"'

/** What may stand around runs. */
const AROUND_RUNS: Readonly<Record<string, Wrap>> = {
	nothing: (content) => content,
	insertion: (content) => `<w:ins ${BY}>${content}</w:ins>`,
	deletion: (content) => `<w:del ${BY}>${content}</w:del>`,
	moveFrom: (content) => `<w:moveFrom ${BY}>${content}</w:moveFrom>`,
	moveTo: (content) => `<w:moveTo ${BY}>${content}</w:moveTo>`,
	control: (content) =>
		`<w:sdt><w:sdtPr><w:alias w:val="a"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`,
	link: (content) => `<w:hyperlink w:anchor="a">${content}</w:hyperlink>`,
	smartTag: (content) => `<w:smartTag w:element="a">${content}</w:smartTag>`,
	customXml: (content) => `<w:customXml w:element="a">${content}</w:customXml>`,
	turned: (content) => `<w:bdo w:val="rtl">${content}</w:bdo>`,
	simpleField: (content) => `<w:fldSimple w:instr="REF a">${content}</w:fldSimple>`,
	fieldResult: (content) =>
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${content}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
	choice: (content) =>
		`<mc:AlternateContent><mc:Choice Requires="wps">${content}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
	fallback: (content) =>
		`<mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback>${content}</mc:Fallback></mc:AlternateContent>`,
	unknown: (content) => `<w:newerThanThis>${content}</w:newerThanThis>`,
	ruby: (content) =>
		`<w:r><w:ruby><w:rt>${r('yīn')}</w:rt><w:rubyBase>${content}</w:rubyBase></w:ruby></w:r>`,
	rubyAbove: (content) =>
		`<w:r><w:ruby><w:rt>${content}</w:rt><w:rubyBase>${r('音')}</w:rubyBase></w:ruby></w:r>`,
	box: (content) =>
		`<w:r><w:drawing><a:graphic><wps:txbx><w:txbxContent>${p(content)}</w:txbxContent></wps:txbx></a:graphic></w:drawing></w:r>`,
	oldBox: (content) =>
		`<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(content)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
	object: (content) => `<w:r><w:object>${content}</w:object></w:r>`,
	formula: (content) => `<m:oMath><m:r>${content}</m:r></m:oMath>`,
	fraction: (content) => `<m:oMath><m:f><m:num>${content}</m:num><m:den/></m:f></m:oMath>`,
	sum: (content) => `<m:oMath><m:nary><m:e>${content}</m:e></m:nary></m:oMath>`,
}

/** What a run may be. */
const RUNS: Readonly<Record<string, Wrap>> = {
	plain: (word) => r(word),
	hidden: (word) => r(word, '<w:vanish/>'),
	white: (word) => r(word, '<w:color w:val="FFFFFF"/>'),
	struck: (word) => r(word, '<w:strike/>'),
	deletedText: (word) => `<w:r><w:delText>${word}</w:delText></w:r>`,
	drawnText: (word) => `<w:r><w:drawing><a:p><a:r><a:t>${word}</a:t></a:r></a:p></w:drawing></w:r>`,
	wordArt: (word) => `<w:r><w:pict><v:shape><v:textpath string="${word}"/></v:shape></w:pict></w:r>`,
	formulaText: (word) => `<m:oMath><m:r><m:t>${word}</m:t></m:r></m:oMath>`,
	unknownInRun: (word) => `<w:r><w:newer><w:t>${word}</w:t></w:newer></w:r>`,
}

/** What may stand around paragraphs. */
const AROUND_PARAGRAPHS: Readonly<Record<string, Wrap>> = {
	nothing: (content) => content,
	table: (content) => `<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl>`,
	mergedDown: (content) =>
		`<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${content}</w:tc></w:tr></w:tbl>`,
	deletedRow: (content) =>
		`<w:tbl><w:tr><w:trPr><w:del ${BY}/></w:trPr><w:tc>${content}</w:tc></w:tr></w:tbl>`,
	hiddenRow: (content) => `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${content}</w:tc></w:tr></w:tbl>`,
	wrappedCell: (content) =>
		`<w:tbl><w:sdt><w:sdtContent><w:tr><w:customXml><w:tc>${content}</w:tc></w:customXml></w:tr></w:sdtContent></w:sdt></w:tbl>`,
	looseInTable: (content) => `<w:tbl>${content}<w:tr><w:tc>${p('')}</w:tc></w:tr></w:tbl>`,
	looseInRow: (content) => `<w:tbl><w:tr>${content}<w:tc>${p('')}</w:tc></w:tr></w:tbl>`,
	control: (content) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`,
	controlWithoutContent: (content) => `<w:sdt>${content}</w:sdt>`,
	insertion: (content) => `<w:ins ${BY}>${content}</w:ins>`,
	deletion: (content) => `<w:del ${BY}>${content}</w:del>`,
	choice: (content) =>
		`<mc:AlternateContent><mc:Choice Requires="wps">${content}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
	unknown: (content) => `<w:newerThanThis>${content}</w:newerThanThis>`,
}

/** What a paragraph may say of itself. */
const PARAGRAPHS: Readonly<Record<string, Wrap>> = {
	plain: (content) => p(content),
	markDeleted: (content) => p(content, `<w:rPr><w:del ${BY}/></w:rPr>`),
	markHidden: (content) => p(content, '<w:rPr><w:vanish/></w:rPr>'),
	numbered: (content) => p(content, '<w:numPr><w:numId w:val="7"/></w:numPr>'),
}

const one = (ways: Readonly<Record<string, Wrap>>) => fc.constantFrom(...Object.values(ways))
const nested = (ways: Readonly<Record<string, Wrap>>) => fc.array(one(ways), { maxLength: 3 })
const around = (wraps: readonly Wrap[], content: string) =>
	wraps.reduce((inner, wrap) => wrap(inner), content)

const paragraph = fc.record({
	blocks: nested(AROUND_PARAGRAPHS),
	paragraph: one(PARAGRAPHS),
	runs: fc.array(fc.record({ wraps: nested(AROUND_RUNS), run: one(RUNS) }), { minLength: 1, maxLength: 4 }),
})

test('every word of a Word file is in the text that was read or among the words that were named', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
			let words = 0
			const body = paragraphs
				.map(({ blocks, paragraph: wrap, runs }) =>
					around(
						blocks,
						wrap(runs.map(({ wraps, run }) => around(wraps, run(`字${(words += 1)}。`))).join('')),
					),
				)
				.join('')
			const read = await readDraft(buildDocx({ body }), '稿.docx')
			if (!read.ok) throw new Error(JSON.stringify(read.reason))
			const found = `${read.value.text}\n${read.value.aside}`
			const lost = Array.from({ length: words }, (_, at) => `字${at + 1}。`).filter(
				(word) => !found.includes(word),
			)
			expect(lost).toEqual([])
		}),
		{ numRuns: Number(process.env['YIQIAN_FUZZ_RUNS'] ?? '300') },
	)
})

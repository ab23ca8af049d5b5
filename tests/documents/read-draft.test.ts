import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DraftReading } from '#app/documents/draft-reading.ts'
import { readDraft, readPastedText } from '#app/documents/read-draft.server.ts'
import { buildDocx, p, r, type DocxParts } from '#tests/support/docx-builder.ts'

async function read(parts: DocxParts | string): Promise<DraftReading> {
	const reading = await readDraft(buildDocx(typeof parts === 'string' ? { body: parts } : parts), '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	return reading.value
}

function codesOf(reading: DraftReading): string[] {
	return reading.findings.map(({ code }) => code)
}

const tracked = 'w:id="1" w:author="张" w:date="2026-01-01T00:00:00Z"'
const boxed = (words: string) => `<w:txbxContent>${p(r(words))}</w:txbxContent>`

/** What a body reads as, which findings it gets, and whether it may be submitted. */
const cases: readonly (readonly [
	rule: string,
	body: string,
	text: string,
	codes: readonly string[],
	submittable: boolean,
])[] = [
	['runs are joined', p(r('第一') + r('条　为了') + r('规范')), '第一条　为了规范', [], true],
	['a paragraph is a line, an empty one too', p(r('甲')) + p('') + p(r('乙')), '甲\n\n乙', [], true],
	[
		'a line break within a paragraph begins a line',
		p(`<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>`),
		'甲\n乙',
		[],
		true,
	],
	[
		'a page break alone leaves no words',
		p(`<w:r><w:br w:type="page"/></w:r>`) + p(r('乙')),
		'\n乙',
		[],
		true,
	],
	[
		'blanks are kept only where the file keeps them',
		p('<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙</w:t></w:r>'),
		'甲 乙',
		[],
		true,
	],
	[
		'tabs and hyphens show',
		p('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>'),
		'甲\t乙\u2011',
		[],
		true,
	],
	['character references are read', p(r('&#x7B2C;一&amp;&lt;二&gt;')), '第一&<二>', [], true],
	['CDATA is read as it stands', p('<w:r><w:t><![CDATA[甲&lt;乙]]></w:t></w:r>'), '甲&lt;乙', [], true],
	[
		'an insertion is in the text and named',
		p(`${r('应当')}<w:ins ${tracked}>${r('在')}${r('十日内')}</w:ins>${r('报告')}`),
		'应当在十日内报告',
		['tracked-insertion'],
		false,
	],
	[
		'a deletion is out of the text and named',
		p(`${r('应当')}<w:del ${tracked}><w:r><w:delText>立即</w:delText></w:r></w:del>${r('报告')}`),
		'应当报告',
		['tracked-deletion'],
		false,
	],
	[
		'a move is named on both sides',
		p(`<w:moveFrom ${tracked}>${r('甲')}</w:moveFrom>${r('乙')}<w:moveTo ${tracked}>${r('甲')}</w:moveTo>`),
		'乙甲',
		['tracked-deletion', 'tracked-insertion'],
		false,
	],
	[
		'a deleted paragraph mark joins its words to the next',
		p(r('甲'), `<w:rPr><w:del ${tracked}/></w:rPr>`) + p(r('乙')),
		'甲乙',
		['tracked-deletion'],
		false,
	],
	[
		'an inserted paragraph mark is a change',
		p(r('甲'), `<w:rPr><w:ins ${tracked}/></w:rPr>`),
		'甲',
		['tracked-insertion'],
		false,
	],
	[
		'an inserted picture is a change',
		p(`${r('甲')}<w:ins ${tracked}><w:r><w:drawing/></w:r></w:ins>`),
		'甲',
		['tracked-insertion'],
		false,
	],
	[
		'tracked formatting is a change',
		p(r('甲', `<w:b/><w:rPrChange ${tracked}><w:rPr/></w:rPrChange>`)),
		'甲',
		['tracked-formatting'],
		false,
	],
	[
		'hidden words are out and named',
		p(r('可以') + r('不', '<w:vanish/>') + r('公开')),
		'可以公开',
		['hidden-text'],
		false,
	],
	['words hidden "off" show', p(r('不', '<w:vanish w:val="0"/>')), '不', [], true],
	[
		'white words are named',
		p(r('可以') + r('不', '<w:color w:val="FFFFFF"/>')),
		'可以不',
		['faint-text'],
		false,
	],
	[
		'white words on a dark ground are meant to be read',
		p(r('标题', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>')),
		'标题',
		[],
		true,
	],
	['words one point high are named', p(r('不', '<w:sz w:val="2"/>')), '不', ['faint-text'], false],
	[
		'a text box is read in place',
		`${p(`${r('甲')}<w:r><w:pict><v:shape><v:textbox>${boxed('框')}</v:textbox></v:shape></w:pict></w:r>`)}${p(r('乙'))}`,
		'甲\n框\n乙',
		['text-box'],
		true,
	],
	[
		'of two branches the one that Word shows is read, once',
		p(
			`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${boxed('框')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${boxed('框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
		),
		'\n框',
		['text-box'],
		true,
	],
	[
		'branches with other words are named',
		p(
			`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>可以</w:t></mc:Choice><mc:Fallback><w:t>不得</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
		),
		'可以',
		['unplaced-text'],
		false,
	],
	[
		'a table is read cell by cell',
		'<w:tbl><w:tr><w:tc><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>金额</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>培训</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>三万元</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
		'项目\n金额\n培训\n三万元',
		['table'],
		true,
	],
	[
		'words in a cell that is merged away are named',
		`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p(r('甲'))}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p(r('乙'))}</w:tc></w:tr></w:tbl>`,
		'甲',
		['table', 'hidden-text'],
		false,
	],
	[
		'a deleted table row is out and named',
		`<w:tbl><w:tr><w:trPr><w:del ${tracked}/></w:trPr><w:tc>${p(r('甲'))}</w:tc></w:tr><w:tr><w:tc>${p(r('乙'))}</w:tc></w:tr></w:tbl>`,
		'乙',
		['table', 'tracked-deletion', 'tracked-deletion'],
		false,
	],
	[
		'a field shows its result',
		p(
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('第三条')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
		),
		'第三条',
		['field'],
		true,
	],
	[
		'a field that fetches is named',
		p(`<w:fldSimple w:instr=" INCLUDETEXT x.docx">${r('甲')}</w:fldSimple>`),
		'甲',
		['live-field'],
		false,
	],
	[
		'a DDE field is named',
		p(
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
		),
		'',
		['live-field'],
		false,
	],
	[
		'words drawn by a field without a result are named',
		p(
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
		),
		'',
		['unplaced-text'],
		false,
	],
	[
		'words swallowed by an endless field are named',
		p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('不得')}`),
		'',
		['unplaced-text'],
		false,
	],
	[
		'a ticked form box shows',
		p(
			'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
		),
		'☑',
		['field'],
		true,
	],
	[
		'ticks of the symbol fonts show',
		p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'),
		'☑',
		[],
		true,
	],
	[
		'a symbol without a meaning is named',
		p('<w:r><w:sym w:font="Webdings" w:char="F012"/></w:r>'),
		'\uFFFD',
		['unplaced-text'],
		false,
	],
	[
		'a simple formula stands in one line',
		p(
			'<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>',
		),
		'(a)/(b)',
		[],
		true,
	],
	[
		'a formula with no one-line form is named',
		p('<m:oMath><m:m><m:mr><m:e><m:r><m:t>a</m:t></m:r></m:e></m:mr></m:m></m:oMath>'),
		'',
		['unplaced-text'],
		false,
	],
	[
		'words in an element nobody knows are named',
		p(`<w:novelty>${r('不得')}</w:novelty>`),
		'',
		['unplaced-text'],
		false,
	],
	[
		'words in a block nobody knows are named',
		`<w:novelty>${p(r('不得'))}</w:novelty>`,
		'',
		['unplaced-text'],
		false,
	],
	[
		'a chart is named',
		p('<w:r><w:drawing><c:chart r:id="x"/></w:drawing></w:r>'),
		'',
		['unplaced-text'],
		false,
	],
	[
		'word art is named',
		p('<w:r><w:pict><v:textpath string="草案"/></w:pict></w:r>'),
		'',
		['unplaced-text'],
		false,
	],
	[
		'words above words are named',
		p(
			'<w:r><w:ruby><w:rt><w:r><w:t>不</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>可</w:t></w:r></w:rubyBase></w:ruby></w:r>',
		),
		'可',
		['unplaced-text'],
		false,
	],
	[
		'an embedded object is named',
		p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="x"/></w:object></w:r>'),
		'',
		['embedded-object'],
		false,
	],
	[
		'a turned direction is named',
		p(`<w:bdo w:val="rtl">${r('甲乙')}</w:bdo>`),
		'甲乙',
		['direction-override'],
		false,
	],
	[
		'a control filled from a data part is named',
		`<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>${p(r('甲'))}</w:sdtContent></w:sdt>`,
		'甲',
		['bound-control'],
		false,
	],
	['an invisible character is named', p(r('可\u200B以')), '可\u200B以', ['invisible-character'], false],
]

test.each(cases)('%s', async (_rule, body, text, codes, submittable) => {
	const reading = await read(body)
	expect({ text: reading.text, codes: codesOf(reading), submittable: reading.submittable }).toEqual({
		text,
		codes,
		submittable,
	})
})

test('a namespace under another prefix is the same namespace', async () => {
	const body = p(
		'<x:r xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:t>不得</x:t></x:r>',
	)
	expect((await read(body)).text).toBe('不得')
})

test('words hidden by a style, also through the style it is based on, are hidden', async () => {
	const styles =
		'<w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
	const reading = await read({ styles, body: p(r('可以') + r('不', '<w:rStyle w:val="B"/>') + r('公开')) })
	expect(reading.text).toBe('可以公开')
	expect(codesOf(reading)).toEqual(['hidden-text'])
})

test('words hidden by the defaults of the whole document are hidden', async () => {
	const styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>'
	const reading = await read({ styles, body: p(r('不') + r('可以', '<w:vanish w:val="0"/>')) })
	expect(reading.text).toBe('可以')
})

test('a paragraph style and a character style that both hide cancel each other, as in Word', async () => {
	const styles =
		'<w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>'
	const reading = await read({
		styles,
		body: p(r('可以', '<w:rStyle w:val="A"/>') + r('不'), '<w:pStyle w:val="P"/>'),
	})
	expect(reading.text).toBe('可以')
})

test('notes stand at the end under the mark that refers to them, and comments are named', async () => {
	const reading = await read({
		body:
			p(
				`${r('所称培训')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('，是指')}<w:r><w:endnoteReference w:id="5"/></w:r>`,
			) + p(r('乙')),
		footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p(r(' 不含自学'))}</w:footnote><w:footnote w:id="3">${p(r('无人引用'))}</w:footnote>`,
		endnotes: `<w:endnote w:id="5">${p(r('见附件'))}</w:endnote>`,
		comments: `<w:comment w:id="0" w:author="李">${p(r('此处待定'))}</w:comment>`,
	})
	expect(reading.text).toBe('所称培训〔脚注1〕，是指〔尾注1〕\n乙\n〔脚注1〕不含自学\n〔尾注1〕见附件')
	expect(codesOf(reading)).toEqual(['footnote', 'footnote', 'endnote', 'comment'])
	expect(reading.findings.at(-1)?.detail).toEqual({ excerpt: '此处待定', name: '李' })
	expect(reading.submittable).toBe(true)
})

test('headers and footers are named and do not enter the text', async () => {
	const reading = await read({ body: p(r('甲')), header: p(r('征求意见稿')), footer: p('') })
	expect(reading.text).toBe('甲')
	expect(reading.findings).toEqual([
		{ code: 'header-footer', blocking: false, detail: { name: 'word/header.xml', excerpt: '征求意见稿' } },
	])
})

test('a watermark is named and does not keep a draft from being submitted', async () => {
	const header = p('<w:r><w:pict><v:shape><v:textpath string="征求意见稿"/></v:shape></w:pict></w:r>')
	const reading = await read({ body: p(r('甲')), header })
	expect(codesOf(reading)).toEqual(['header-footer'])
	expect(reading.submittable).toBe(true)
})

test('a picture is listed with its hash and size', async () => {
	const picture = Buffer.from('not really a picture')
	const reading = await read({
		body: p('<w:r><w:drawing><a:blip r:embed="rIdP"/></w:drawing></w:r>'),
		relationships: '<Relationship Id="rIdP" Type="http://x/image" Target="media/a.png"/>',
		extra: [{ name: 'word/media/a.png', data: picture }],
	})
	const sha256 = createHash('sha256').update(picture).digest('hex')
	expect(reading.findings[0]).toEqual({
		code: 'image',
		blocking: false,
		detail: { line: 1, name: 'word/media/a.png', sha256, size: picture.length },
	})
	expect(reading.submittable).toBe(true)
})

test('an ordinary hyperlink is allowed and named with where it leads', async () => {
	const reading = await read({
		body: p(`<w:hyperlink r:id="rIdH">${r('网站')}</w:hyperlink>`),
		relationships:
			'<Relationship Id="rIdH" Type="http://x/hyperlink" Target="https://example.gov.cn/" TargetMode="External"/>',
	})
	expect(reading.text).toBe('网站')
	expect(reading.findings).toEqual([
		{ code: 'hyperlink', blocking: false, detail: { line: 1, excerpt: 'https://example.gov.cn/' } },
	])
})

test('ten thousand changes are an answer of a bounded length that still blocks', async () => {
	const reading = await read(p(`<w:ins ${tracked}>${r('甲')}</w:ins>`).repeat(1_000))
	expect(reading.findings).toHaveLength(201)
	expect(reading.findings.at(-1)).toEqual({
		code: 'tracked-insertion',
		blocking: true,
		detail: { count: 800 },
	})
})

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('第一条', 'utf16le')])
const utf16be = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('第一条', 'utf16le').swap16()])

test.each([
	['UTF-8', Buffer.from('第一条\r\n乙\n'), '第一条\n乙'],
	['UTF-8 with a mark', Buffer.from('\uFEFF第一条'), '第一条'],
	['UTF-16 little endian', utf16, '第一条'],
	['UTF-16 big endian', utf16be, '第一条'],
	['GB18030', Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5]), '第一条'],
])('a text file in %s is read', async (_name, bytes, text) => {
	expect(await readDraft(bytes, '稿.TXT')).toMatchObject({
		ok: true,
		value: { text, findings: [], aside: '', submittable: true },
	})
})

test('pasted text is read like a text file, and nothing pasted is refused', () => {
	expect(readPastedText('甲\r\n乙\n')).toMatchObject({ ok: true, value: { text: '甲\n乙' } })
	expect(readPastedText(' \n　')).toEqual({ ok: false, reason: { code: 'empty-file' } })
})

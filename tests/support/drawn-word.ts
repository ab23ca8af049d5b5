import * as fc from 'fast-check'
import { buildDocx, p, r } from './docx-builder.ts'

/** A document as a test makes it up: paragraphs with styles, numbers and pieces of different looks, and tables. */
export type DrawnPiece =
	| { readonly kind: 'words'; readonly words: string; readonly look: '' | '<w:b/>' | '<w:i/>' }
	| { readonly kind: 'tab' | 'break' | 'picture' | 'other-picture' | 'field' | 'link' | 'note' }
export type DrawnParagraph = {
	readonly kind: 'paragraph'
	readonly style: '' | 'Clause' | 'Numbered'
	readonly list: 0 | 1 | 2
	readonly pieces: readonly DrawnPiece[]
}
export type DrawnTable = {
	readonly kind: 'table'
	readonly merged: boolean
	readonly rows: readonly (readonly string[])[]
}
export type DrawnBlock = DrawnParagraph | DrawnTable

const words = fc.oneof(
	fc.constantFrom(
		'街道办事处应当公示摊位',
		'，并听取经营者的意见',
		'。',
		'；',
		'甲',
		'第三条　',
		'（一）',
		' ',
		'𠮷',
		'5 & <6>',
	),
	fc.string({
		unit: fc.constantFrom('甲', '乙', '丙', '。', '五', '万', '元', ' '),
		minLength: 1,
		maxLength: 6,
	}),
)

const piece: fc.Arbitrary<DrawnPiece> = fc.oneof(
	{
		weight: 12,
		arbitrary: fc.record({
			kind: fc.constant('words' as const),
			words,
			look: fc.constantFrom('', '<w:b/>', '<w:i/>'),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constantFrom('tab', 'break', 'picture', 'other-picture', 'field', 'link', 'note'),
		}),
	},
)

const paragraph: fc.Arbitrary<DrawnParagraph> = fc.record({
	kind: fc.constant('paragraph' as const),
	style: fc.constantFrom('', 'Clause', 'Numbered'),
	list: fc.constantFrom(0, 1, 2),
	pieces: fc.array(piece, { maxLength: 4 }),
})

const table: fc.Arbitrary<DrawnTable> = fc
	.record({
		merged: fc.boolean(),
		columns: fc.integer({ min: 1, max: 3 }),
		rows: fc.array(fc.array(words, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
	})
	.map(({ merged, columns, rows }) => ({
		kind: 'table',
		merged,
		rows: rows.map((cells) => cells.slice(0, columns)),
	}))

const block: fc.Arbitrary<DrawnBlock> = fc.oneof(
	{ weight: 4, arbitrary: paragraph },
	{ weight: 1, arbitrary: table },
)

/** A document and what somebody made of it: blocks that came, went, changed places, and were written anew. */
export const drawnPair: fc.Arbitrary<readonly [readonly DrawnBlock[], readonly DrawnBlock[]]> = fc
	.array(block, { minLength: 1, maxLength: 8 })
	.chain((old) =>
		fc
			.array(
				fc.record({
					at: fc.nat(8),
					what: fc.constantFrom('insert', 'delete', 'replace', 'move', 'edit'),
					block,
					cell: fc.tuple(fc.nat(4), fc.nat(3)),
				}),
				{ maxLength: 6 },
			)
			.map((edits) => [old, edits.reduce(edited, old)] as const),
	)

function edited(
	blocks: readonly DrawnBlock[],
	edit: { at: number; what: string; block: DrawnBlock; cell: [number, number] },
): readonly DrawnBlock[] {
	const at = Math.min(edit.at, blocks.length - 1)
	const own = blocks[at]
	if (edit.what === 'insert') return blocks.toSpliced(at, 0, edit.block)
	if (edit.what === 'delete') return blocks.length > 1 ? blocks.toSpliced(at, 1) : blocks
	if (edit.what === 'move' && own !== undefined) return [...blocks.toSpliced(at, 1), own]
	if (edit.what === 'edit' && own?.kind === 'paragraph' && edit.block.kind === 'paragraph')
		return blocks.with(at, { ...own, pieces: [...own.pieces.slice(0, 1), ...edit.block.pieces] })
	if (edit.what === 'edit' && own?.kind === 'table') return blocks.with(at, editedTable(own, edit.cell))
	return blocks.with(at, edit.block)
}

function editedTable(own: DrawnTable, [row, column]: [number, number]): DrawnTable {
	if (row === 4) return { ...own, rows: own.rows.map((cells) => [...cells, '新列']) }
	if (row === 3 && (own.rows[0]?.length ?? 0) > 1)
		return { ...own, rows: own.rows.map((cells) => cells.slice(1)) }
	if (column === 3) return { ...own, rows: [...own.rows, own.rows[0]?.map(() => '新行') ?? []] }
	return {
		...own,
		rows: own.rows.map((cells, at) =>
			at === row ? cells.map((cell, to) => (to === column ? `${cell}百元` : cell)) : cells,
		),
	}
}

const level = (depth: number, text: string) =>
	`<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="${text}"/></w:lvl>`

/** The file of such a document. Each has a style that numbers its paragraphs, two lists, pictures and notes. */
export function drawnDocx(blocks: readonly DrawnBlock[], lists: 'same' | 'others' = 'same'): Buffer {
	let notes = 0
	const note = () => (notes += 1)
	const written = blocks.map((each) => (each.kind === 'table' ? tableXml(each) : paragraphXml(each, note)))
	const suffix = lists === 'same' ? '条' : '款'
	return buildDocx({
		body: `${written.join('')}${p('')}<w:sectPr/>`,
		styles:
			'<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
			'<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/></w:style>' +
			'<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
		numbering:
			`<w:abstractNum w:abstractNumId="0">${level(0, `第%1${suffix}`)}</w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="1">${level(0, '（%1）')}</w:abstractNum>` +
			'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
		footnotes:
			Array.from(
				{ length: notes },
				(_, at) => `<w:footnote w:id="${at + 1}">${p(r(`注释${at % 2}`))}</w:footnote>`,
			).join('') + '<w:footnote w:id="0"/>',
		relationships: ['1', '2']
			.map(
				(at) =>
					`<Relationship Id="pic${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image${at}.png"/>`,
			)
			.join(''),
		extra: ['1', '2'].map((at) => ({ name: `word/media/image${at}.png`, data: `picture ${at}` })),
	})
}

function paragraphXml({ style, list, pieces }: DrawnParagraph, note: () => number): string {
	const properties = [
		style === '' ? '' : `<w:pStyle w:val="${style}"/>`,
		list === 0 ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
	].join('')
	return p(pieces.map((each) => pieceXml(each, note)).join(''), properties)
}

function pieceXml(each: DrawnPiece, note: () => number): string {
	switch (each.kind) {
		case 'words':
			return r(each.words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), each.look)
		case 'tab':
			return '<w:r><w:t>前</w:t><w:tab/><w:t>后</w:t></w:r>'
		case 'break':
			return '<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>'
		case 'picture':
		case 'other-picture':
			return `<w:r><w:drawing><a:blip r:embed="pic${each.kind === 'picture' ? 1 : 2}"/></w:drawing></w:r>`
		case 'field':
			return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('第九条')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
		case 'link':
			return `<w:hyperlink w:anchor="a">${r('见链接')}</w:hyperlink>`
		case 'note':
			return `<w:r><w:footnoteReference w:id="${note()}"/></w:r>`
	}
}

function tableXml({ rows, merged }: DrawnTable): string {
	const cell = (words: string, properties = '') =>
		`<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${p(r(words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))}</w:tc>`
	const written = rows.map((cells, at) => {
		const first = merged && rows.length > 1 ? `<w:vMerge${at === 0 ? ' w:val="restart"' : ''}/>` : ''
		const [head = '', ...rest] = cells
		const own = first !== '' && at > 0 ? `<w:tc><w:tcPr>${first}</w:tcPr><w:p/></w:tc>` : cell(head, first)
		return `<w:tr>${own}${rest.map((each) => cell(each)).join('')}</w:tr>`
	})
	return `<w:tbl><w:tblPr/><w:tblGrid/>${written.join('')}</w:tbl>`
}

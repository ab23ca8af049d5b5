import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type {
	PlacedBlock,
	PlacedDocument,
	PlacedImage,
	PlacedParagraph,
	PlacedTable,
} from '#app/domain/legal-text/placed-document.ts'

/** How the paragraphs of a document are shown: where its images come from, and what stands beside them. */
export type DocumentShowing = {
	/** The address under which an image lies by its hash. */
	readonly images: string
	readonly beside?: (paragraph: PlacedParagraph) => ReactNode
	readonly marked?: ReadonlySet<string>
}

/** A draft in its own structure: tables as tables, images as images, each paragraph under its anchor. */
export function DocumentView({ document, ...showing }: DocumentShowing & { document: PlacedDocument }) {
	const { notes } = document
	return (
		<div lang="zh-CN" className="document">
			<Blocks blocks={document.blocks} showing={showing} />
			{notes.length > 0 ? (
				<div className="document-notes">
					<Blocks blocks={notes} showing={showing} />
				</div>
			) : null}
		</div>
	)
}

function Blocks({ blocks, showing }: { blocks: readonly PlacedBlock[]; showing: DocumentShowing }) {
	return blocks.map((block, index) => {
		if (block.block === 'table') return <TableBlock key={block.place} table={block} showing={showing} />
		if (block.block === 'paragraph')
			return <ParagraphBlock key={block.anchor} paragraph={block} showing={showing} />
		return (
			<div key={index} className="document-box">
				<Blocks blocks={block.blocks} showing={showing} />
			</div>
		)
	})
}

/** Wide tables scroll within themselves, so that the page keeps the width of the screen. */
function TableBlock({ table, showing }: { table: PlacedTable; showing: DocumentShowing }) {
	const { t } = useTranslation()
	const { number, rows, columns, merged } = table
	const words = t(merged > 0 ? 'reading.tableMerged' : 'reading.table', {
		number,
		rows: rows.length,
		columns,
		merged,
	})
	return (
		<figure id={`table-${number}`} className="document-table" role="group" aria-label={words} tabIndex={0}>
			<figcaption className="no-print">{words}</figcaption>
			<table>
				<tbody>
					{rows.map((row, at) => (
						<tr key={at}>
							{row.cells.map((cell) => {
								const Tag = row.isHeader ? 'th' : 'td'
								return (
									<Tag
										key={cell.place}
										{...(row.isHeader ? { scope: 'col' } : {})}
										colSpan={cell.columnSpan}
										rowSpan={cell.rowSpan}
									>
										<Blocks blocks={cell.blocks} showing={showing} />
									</Tag>
								)
							})}
						</tr>
					))}
				</tbody>
			</table>
		</figure>
	)
}

const ENDS: readonly PlacedParagraph['kind'][] = ['signature', 'date']
const CENTRED: readonly PlacedParagraph['kind'][] = ['letterhead', 'document-number']
const FLUSH: readonly PlacedParagraph['kind'][] = ['addressee', 'cell', 'note', 'copies', 'issue']

/** On which side the words of a paragraph stand: where the file says it, and where its part of a document has its place. */
function sideOf({ kind, align }: PlacedParagraph): string {
	if (align === 'end' || ENDS.includes(kind)) return 'document-end'
	if (align === 'centre' || CENTRED.includes(kind)) return 'document-centre'
	return FLUSH.includes(kind) ? 'document-flush' : ''
}

function ParagraphBlock({ paragraph, showing }: { paragraph: PlacedParagraph; showing: DocumentShowing }) {
	const { kind, anchor } = paragraph
	const words = (
		<bdi dir="ltr">
			<Words paragraph={paragraph} images={showing.images} />
		</bdi>
	)
	if (kind === 'title') return <h2 id={anchor}>{words}</h2>
	if (kind === 'heading') return <h3 id={anchor}>{words}</h3>
	const line = (
		<p id={anchor} className={`min-w-0 flex-1 ${sideOf(paragraph)}`}>
			{words}
		</p>
	)
	if (!showing.beside) return line
	const isMarked = showing.marked?.has(anchor) ?? false
	return (
		<div className={`flex gap-2 border-l-4 pl-2 ${isMarked ? 'border-warn' : 'border-transparent'}`}>
			{line}
			<span className="no-print shrink-0 font-ui text-quiet">{showing.beside(paragraph)}</span>
		</div>
	)
}

/** The words with the images where they stand between them. */
function Words({ paragraph, images }: { paragraph: PlacedParagraph; images: string }) {
	const { label, body } = paragraph
	const ends = [...paragraph.images.map(({ at }) => Math.max(at - label.length, 0)), body.length]
	return (
		<>
			{label === '' ? null : <strong className="font-semibold">{label}</strong>}
			{body.slice(0, ends[0])}
			{paragraph.images.map((image, index) => (
				<span key={image.number}>
					<ImageInText image={image} images={images} />
					{body.slice(ends[index], ends[index + 1])}
				</span>
			))}
		</>
	)
}

/** The formats that every browser shows; anything else is named and stays in the file. */
const SHOWN = /\.(png|jpe?g|gif|bmp)$/i

function ImageInText({ image, images }: { image: PlacedImage; images: string }) {
	const { t } = useTranslation()
	const { number, alt, sha256, part, width } = image
	const words = alt === '' ? t('reading.image', { number }) : t('reading.imageAlt', { number, alt })
	if (sha256 === null || part === null || !SHOWN.test(part))
		return (
			<span id={`image-${number}`} className="document-image-missing">
				{t('reading.imageNotShown', { words })}
			</span>
		)
	return (
		<img
			id={`image-${number}`}
			src={`${images}/${sha256}`}
			alt={words}
			{...(width === null ? {} : { width: Math.round((width * 96) / 25.4) })}
			loading="lazy"
		/>
	)
}

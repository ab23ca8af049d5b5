import type { MarkedLine, PlacedLine } from '../marked-lines/placed-lines.ts'

/** The styles of a line of a draft by their names in the Word file; `label` is the one of the number before it. */
export type LineStyle = {
	readonly paragraph: ParagraphStyle
	readonly label: 'ArticleNumber' | null
	readonly isIndented: boolean
}

export type ParagraphStyle =
	| 'DraftTitle'
	| 'DraftNote'
	| 'DraftHeading'
	| 'DraftSection'
	| 'DraftSubsection'
	| 'DraftAnnex'
	| 'DraftText'

/** A numbered line that is longer, or goes on after its full stop, is a paragraph and not a heading. */
const LONGEST_HEADING = 40
/** A first line that is longer is no title. */
const LONGEST_TITLE = 60

/** How a line of a draft looks (GB/T 9704 7.3.3 and domain practice: 条 numbers and chapters in 黑体). */
export function styleOf(line: Pick<MarkedLine, 'old' | 'new'>): LineStyle {
	const place = line.new ?? line.old
	if (!place) throw new Error('a line stands in one of the two texts')
	const paragraph = paragraphStyleOf(place)
	const { label, body } = place.paragraph
	return {
		paragraph,
		label: place.clause.kind === 'article' && label.includes('第') ? 'ArticleNumber' : null,
		isIndented: !/^\s/.test(label + body),
	}
}

function paragraphStyleOf({ paragraph, clause }: PlacedLine): ParagraphStyle {
	const text = (paragraph.label + paragraph.body).trim()
	if (paragraph.line === 0 && isTitle(text, clause.kind)) return 'DraftTitle'
	if (clause.kind === 'heading') return 'DraftHeading'
	if (clause.kind === 'annex' && paragraph.kind === 'heading') return 'DraftAnnex'
	if (clause.kind === 'top' && /^（.*）$/.test(text)) return 'DraftNote'
	if (clause.kind === 'section' && paragraph.label !== '' && isShortHeading(text))
		return paragraph.kind === 'heading' ? 'DraftSection' : 'DraftSubsection'
	return 'DraftText'
}

function isTitle(text: string, clause: PlacedLine['clause']['kind']): boolean {
	const canBe = clause === 'top' || clause === 'paragraph'
	return canBe && text !== '' && text.length <= LONGEST_TITLE && !/[。；：，]$/.test(text)
}

function isShortHeading(text: string): boolean {
	return (
		text.length <= LONGEST_HEADING && !/[。；].|[；，]$/.test(text) && /^[一二三四五六七八九十（]/.test(text)
	)
}

import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookAlike } from '#app/domain/precheck/look-alikes.ts'
import { type MarkedPiece, markPieces } from '#app/domain/redline-reading/mark-pieces.ts'
import { useRedlineAddress } from './redline-address.ts'
import type { ReadBlock, ReadRow } from '#app/domain/redline-reading/reading.ts'
import type { MovedPlace, ReferenceFinding } from '#app/domain/redline/redline.ts'
import { withoutQuiet } from '#app/domain/redline-reading/quiet-segments.ts'

/** Which of the two texts a line shows: one of them, both merged, or the new one that shows both where there is one column only. */
export type LineSide = 'old' | 'new' | 'merged'

type LineProps = {
	readonly block: Pick<ReadBlock, 'references' | 'lookAlikes'>
	readonly row: ReadRow
	readonly at: number
	/** The numbers of the clauses that begin with this row. */
	readonly labels: { readonly old: string | undefined; readonly new: string | undefined }
}

/** The older text of a row. */
export function OldLine({ row, labels }: LineProps) {
	const showsQuiet = useShowsQuiet()
	return (
		<Words label={labels.old} marker={row.oldMarker}>
			{markPieces(olderOf(row, showsQuiet), [], []).map((piece, at) => (
				<Piece key={at} piece={piece} />
			))}
		</Words>
	)
}

/** The newer text of a row; on a phone and on paper, where the older column is not, what went stands in it. */
export function NewLine({ block, row, at, labels }: LineProps) {
	const pieces = piecesOf(block, row, at, useShowsQuiet())
	return (
		<Words label={labels.new} marker={row.newMarker} former={{ label: labels.old, marker: row.oldMarker }}>
			{pieces.map((piece, index) => (
				<Piece key={index} piece={piece} isFormer={piece.kind === 'deleted'} />
			))}
		</Words>
	)
}

/** Both texts of a row in one column: a clause carries its new number, a deleted one the number it had. */
export function MergedLine({ block, row, at, labels, isGone }: LineProps & { readonly isGone: boolean }) {
	const showsQuiet = useShowsQuiet()
	return (
		<Words label={labels.new ?? (isGone ? labels.old : undefined)} marker={markerOf(row)}>
			{piecesOf(block, row, at, showsQuiet).map((piece, index) => (
				<Piece key={index} piece={piece} />
			))}
		</Words>
	)
}

/** Whether the reader asked for what only says the same in another way of writing. */
function useShowsQuiet(): boolean {
	return useRedlineAddress().choice.quiet === 'shown'
}

function olderOf(row: ReadRow, showsQuiet: boolean) {
	const older = row.merged.filter(({ kind }) => kind !== 'inserted')
	return showsQuiet ? older : withoutQuiet(older, 'old')
}

function piecesOf(block: LineProps['block'], row: ReadRow, at: number, showsQuiet: boolean): MarkedPiece[] {
	const isHere = ({ paragraph }: { paragraph: number }) => paragraph === at
	const merged = showsQuiet ? row.merged : withoutQuiet(row.merged)
	return markPieces(merged, block.references.filter(isHere), block.lookAlikes.filter(isHere))
}

function Words(props: {
	label: string | undefined
	marker: string
	/** The number and marker of the older text, shown where it has no column of its own. */
	former?: { label: string | undefined; marker: string }
	children: ReactNode
}) {
	const { label, marker, former, children } = props
	return (
		<p className="whitespace-pre-wrap">
			<bdi dir="ltr">
				{label ? <strong className="font-semibold">{label}　</strong> : null}
				{!label && former?.label && marker === '' ? (
					<strong className="one-column font-semibold">{former.label}　</strong>
				) : null}
				{former && marker === '' && former.marker ? (
					<span className="one-column text-ink3">{former.marker}</span>
				) : null}
				{former?.marker && marker && former.marker !== marker ? (
					<span className="one-column text-ink3">{former.marker}→</span>
				) : null}
				{marker ? <span className="text-ink3">{marker}</span> : null}
				{children}
			</bdi>
		</p>
	)
}

function markerOf(row: ReadRow): string {
	if (row.oldMarker === '' || row.newMarker === '' || row.oldMarker === row.newMarker)
		return row.newMarker || row.oldMarker
	return `${row.oldMarker}→${row.newMarker}`
}

/** More than colour: an underline or a slash for the eye, words before and after for the ear. */
function Piece({ piece, isFormer = false }: { piece: MarkedPiece; isFormer?: boolean }) {
	const { t } = useTranslation()
	const words = <Found piece={piece} />
	if (piece.kind === 'same') return words
	if (piece.moved)
		return (
			<MovedPiece kind={piece.kind} moved={piece.moved} isFormer={isFormer}>
				{words}
			</MovedPiece>
		)
	const Tag = piece.kind === 'inserted' ? 'ins' : 'del'
	return (
		<Tag className={isFormer ? 'change one-column' : 'change'}>
			<span className="sr-text">{t(piece.kind === 'inserted' ? 'redline.inserted' : 'redline.deleted')}</span>
			{words}
			<span className="sr-text">
				{t(piece.kind === 'inserted' ? 'redline.insertedEnd' : 'redline.deletedEnd')}
			</span>
		</Tag>
	)
}

/** Words that stand elsewhere in the other text, with the way there. */
function MovedPiece(props: {
	kind: 'inserted' | 'deleted'
	moved: MovedPlace
	isFormer: boolean
	children: ReactNode
}) {
	const { t } = useTranslation()
	const { kind, moved, isFormer, children } = props
	const Tag = kind === 'inserted' ? 'ins' : 'del'
	return (
		<Tag className={`change moved${isFormer ? ' one-column' : ''}`}>
			{children}
			<a href={`#${moved.anchor}`} className="font-ui text-quiet">
				（{t(kind === 'inserted' ? 'redline.partFrom' : 'redline.partTo', { place: moved.place })}）
			</a>
		</Tag>
	)
}

/** What was found at a place: a reference that leads elsewhere now, a character that is not what it looks like. */
function Found({ piece }: { piece: MarkedPiece }) {
	const { t } = useTranslation()
	const { text, reference, lookAlike, isEnd } = piece
	if (lookAlike)
		return (
			<>
				{lookAlike.isInvisible ? null : text}
				{isEnd ? <LookAlikeTag found={lookAlike} /> : null}
			</>
		)
	if (!reference) return <>{text}</>
	const words = referenceWords(reference, t)
	return (
		<span className={reference.status === 'followed' ? 'reference' : 'reference broken'} title={words}>
			{text}
			{isEnd ? <span className="sr-text">（{words}）</span> : null}
		</span>
	)
}

function LookAlikeTag({ found }: { found: LookAlike }) {
	const { t } = useTranslation()
	const codes = found.codePoints.join(' ')
	const kind = t(`redline.lookAlike.${found.kind}`)
	return (
		<span className="mx-px rounded-chip bg-bad-soft px-1 font-mono text-quiet text-bad" title={kind}>
			{codes}
			<span className="font-ui">
				{found.looksLike === null ? ` ${kind}` : ` ${t('redline.looksLike', { other: found.looksLike })}`}
			</span>
		</span>
	)
}

/** What is wrong with a reference, or why it was changed. */
export function referenceWords({ status, cited, expected }: ReferenceFinding, t: TFunction): string {
	if (status === 'followed') return t('redline.reference.followed', { cited })
	if (status === 'missing' || expected === null) return t('redline.reference.missing', { cited })
	return t('redline.reference.stale', { cited, expected })
}

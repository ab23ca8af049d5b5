import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockKind, ClauseRef, RedlineBlock, RedlineRow, Segment } from '#app/domain/redline/redline.ts'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'

const KIND_ICONS: Record<BlockKind, IconName> = {
	unchanged: 'minus',
	renumbered: 'hash',
	modified: 'pen',
	moved: 'move',
	split: 'split',
	merged: 'merge',
	added: 'plus',
	deleted: 'minus',
}

/** What became of a clause: icon and word. */
export function BlockKindWord({ kind }: { kind: BlockKind }) {
	const { t } = useTranslation()
	return (
		<span className="inline-flex items-center gap-1">
			<Icon name={KIND_ICONS[kind]} className="h-[14px] w-[14px]" />
			{t(`redline.kind.${kind}`)}
		</span>
	)
}

/** Whether only the number moved, or not even that: a reader looks at these last. */
export function isQuiet(block: RedlineBlock): boolean {
	return block.kind === 'unchanged' || block.kind === 'renumbered'
}

/** The number of a block, and the number it had: 第八条 → 第八条、第九条. Empty for what stands before the first clause. */
export function headOf(block: RedlineBlock): string {
	const [before, after] = [namesOf(block.old), namesOf(block.new)]
	if (before === '' || after === '' || before === after) return after || before
	return `${before} → ${after}`
}

/** The numbers of clauses. One that starts anew under each heading (（一） under 三、) is named with that heading. */
export function namesOf(refs: readonly ClauseRef[]): string {
	return refs
		.map((ref) => [...ref.headings.slice(-1).filter(() => /^[（(0-9]/.test(ref.label)), ref.label].join(' '))
		.join('、')
}

/** Clauses that belong together on both sides, with what stands beside them. */
export function RedlineBlockView(props: {
	block: RedlineBlock
	view: 'side' | 'inline'
	oldName: string
	newName: string
	/** The anchors of the changes before and after this one. */
	previous?: string | undefined
	following?: string | undefined
	children: ReactNode
}) {
	const { block, view, oldName, newName, previous, following, children } = props
	const isChanged = !isQuiet(block)
	return (
		<article
			id={block.anchor}
			data-change={isChanged ? '' : undefined}
			tabIndex={isChanged ? -1 : undefined}
			className="relative mb-3 overflow-hidden rounded-card border border-line bg-surface"
		>
			<BlockHead block={block} previous={previous} following={following} />
			{view === 'side' ? <SideBySide block={block} oldName={oldName} newName={newName} /> : null}
			<div className={`px-4 py-2 font-document text-document ${view === 'side' ? 'lg:hidden' : ''}`}>
				{labelled(block).map(({ row, label }, at) => (
					<Line key={at} label={label} marker={markerOf(row)} segments={row.merged} />
				))}
			</div>
			{children ? <div className="border-t border-line px-4 py-2 empty:hidden">{children}</div> : null}
		</article>
	)
}

function BlockHead({
	block,
	previous,
	following,
}: {
	block: RedlineBlock
	previous: string | undefined
	following: string | undefined
}) {
	const { t } = useTranslation()
	const [inserted, deleted] = [lengthOf(block, 'inserted'), lengthOf(block, 'deleted')]
	return (
		<header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-4 py-1 text-table">
			<h3 className="font-semibold">{headOf(block) || t('redline.top')}</h3>
			<span
				className={isQuiet(block) ? 'text-ink3' : 'rounded-chip border border-line bg-surface px-2 text-ink2'}
			>
				<BlockKindWord kind={block.kind} />
			</span>
			{inserted + deleted > 0 ? (
				<span className="text-quiet text-ink3">{t('redline.edits', { inserted, deleted })}</span>
			) : null}
			<span className="no-print ml-auto flex gap-3 text-quiet">
				{previous ? <a href={`#${previous}`}>{t('redline.previous')}</a> : null}
				{following ? <a href={`#${following}`}>{t('redline.following')}</a> : null}
			</span>
		</header>
	)
}

function SideBySide({ block, oldName, newName }: { block: RedlineBlock; oldName: string; newName: string }) {
	const oldLabels = labelsOf(block.old, block.rows, 'oldAnchor')
	const newLabels = labelsOf(block.new, block.rows, 'newAnchor')
	return (
		<table className="w-full table-fixed border-collapse font-document text-document max-lg:hidden">
			<thead className="sr-text">
				<tr>
					<th scope="col">{oldName}</th>
					<th scope="col">{newName}</th>
				</tr>
			</thead>
			<tbody>
				{block.rows.map((row, at) => (
					<tr key={at} className="align-top">
						<td className="w-1/2 border-r border-line px-4 py-1">
							{row.old ? <Line label={oldLabels[at]} marker={row.oldMarker} segments={row.old} /> : null}
						</td>
						<td className="w-1/2 px-4 py-1">
							{row.new ? <Line label={newLabels[at]} marker={row.newMarker} segments={row.new} /> : null}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

/** The number of each clause, at the row where the clause begins. */
function labelsOf(
	refs: readonly ClauseRef[],
	rows: readonly RedlineRow[],
	side: 'oldAnchor' | 'newAnchor',
): (string | undefined)[] {
	const left = new Set(refs)
	return rows.map((row) => {
		const anchor = row[side] ?? ''
		const begun = [...left].find((ref) => anchor === ref.anchor || anchor.startsWith(`${ref.anchor}-p`))
		if (!begun) return undefined
		left.delete(begun)
		return begun.label
	})
}

/** The rows of one column: a clause carries its new number, a deleted one the number it had. */
function labelled(block: RedlineBlock): { row: RedlineRow; label: string | undefined }[] {
	const oldLabels = labelsOf(block.old, block.rows, 'oldAnchor')
	const newLabels = labelsOf(block.new, block.rows, 'newAnchor')
	return block.rows.map((row, at) => ({
		row,
		label: newLabels[at] ?? (block.new.length === 0 ? oldLabels[at] : undefined),
	}))
}

function Line({
	label,
	marker,
	segments,
}: {
	label: string | undefined
	marker: string
	segments: readonly Segment[]
}) {
	return (
		<p className="whitespace-pre-wrap">
			<bdi dir="ltr">
				{label ? <strong className="font-semibold">{label}　</strong> : null}
				{marker ? <span className="text-ink3">{marker}</span> : null}
				{segments.map((segment, at) => (
					<Piece key={at} segment={segment} />
				))}
			</bdi>
		</p>
	)
}

/** More than colour: an underline or a slash for the eye, a word for the ear. */
function Piece({ segment }: { segment: Segment }) {
	const { t } = useTranslation()
	if (segment.kind === 'same') return <>{segment.text}</>
	const Tag = segment.kind === 'inserted' ? 'ins' : 'del'
	return (
		<Tag className="change">
			<span className="sr-text">
				{t(segment.kind === 'inserted' ? 'redline.inserted' : 'redline.deleted')}
			</span>
			{segment.text}
		</Tag>
	)
}

function markerOf(row: RedlineRow): string {
	if (row.oldMarker === '' || row.newMarker === '' || row.oldMarker === row.newMarker)
		return row.newMarker || row.oldMarker
	return `${row.oldMarker}→${row.newMarker}`
}

function lengthOf(block: RedlineBlock, kind: 'inserted' | 'deleted'): number {
	const pieces = block.rows.flatMap((row) => row.merged).filter((segment) => segment.kind === kind)
	return pieces.reduce((sum, segment) => sum + [...segment.text].length, 0)
}

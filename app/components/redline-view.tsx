import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseRef, Redline, RedlineBlock, RedlineRow, Segment } from '#app/domain/redline/redline.ts'
import { BLOCK_KINDS } from '#app/domain/redline/redline.ts'

/** Kinds that a reader looks at first. */
const QUIET = new Set(['unchanged', 'renumbered'])

/**
 * A comparison, article by article: side by side or in one column, all of it or only what changed. It needs no
 * JavaScript; with it, `n` and `p` go to the next and the previous change.
 */
export function RedlineView(props: {
	redline: Redline
	view: 'side' | 'inline'
	show: 'changes' | 'all'
	oldName: string
	newName: string
	/** What stands beside a block: opinion items and their replies. */
	beside?: (block: RedlineBlock) => ReactNode
}) {
	const { redline, view, show, oldName, newName, beside } = props
	const { t } = useTranslation()
	useChangeKeys()
	const blocks = show === 'all' ? redline.blocks : redline.blocks.filter((block) => !QUIET.has(block.kind))
	if (redline.identical) return <p className="px-4 py-5">{t('redline.identical')}</p>
	return (
		<div>
			{redline.bounded ? <p className="mb-3 rounded bg-warn-soft px-4 py-2 text-warn">{t('redline.bounded')}</p> : null}
			<div lang="zh-CN">
				{blocks.map((block) => (
					<Block key={block.anchor} block={block} view={view} oldName={oldName} newName={newName}>
						{beside?.(block)}
					</Block>
				))}
			</div>
		</div>
	)
}

/** How many clauses were changed in which way. */
export function RedlineCounts({ redline }: { redline: Redline }) {
	const { t } = useTranslation()
	return (
		<ul className="flex flex-wrap gap-x-4 gap-y-1 text-table">
			{BLOCK_KINDS.filter((kind) => redline.counts[kind] > 0).map((kind) => (
				<li key={kind}>
					{t(`redline.kind.${kind}`)} <strong>{redline.counts[kind]}</strong>
				</li>
			))}
		</ul>
	)
}

function Block({ block, view, oldName, newName, children }: { block: RedlineBlock; view: 'side' | 'inline'; oldName: string; newName: string; children: ReactNode }) {
	const { t } = useTranslation()
	const isChanged = !QUIET.has(block.kind)
	return (
		<article id={block.anchor} data-change={isChanged ? '' : undefined} tabIndex={isChanged ? -1 : undefined} className="mb-3 overflow-hidden rounded-card border border-line bg-surface">
			<header className="flex flex-wrap items-baseline gap-3 bg-sunken px-4 py-1 text-table">
				<h3 className="font-semibold">{headOf(block)}</h3>
				<span className={isChanged ? 'font-semibold text-accent' : 'text-ink3'}>{t(`redline.kind.${block.kind}`)}</span>
			</header>
			{view === 'side' ? (
				<table className="w-full table-fixed border-collapse text-document font-document max-lg:hidden">
					<thead className="sr-text">
						<tr>
							<th scope="col">{oldName}</th>
							<th scope="col">{newName}</th>
						</tr>
					</thead>
					<tbody>
						{block.rows.map((row, at) => (
							<tr key={at} className="align-top">
								<td className="w-1/2 border-r border-line px-4 py-1">{row.old ? <Line marker={row.oldMarker} segments={row.old} /> : null}</td>
								<td className="w-1/2 px-4 py-1">{row.new ? <Line marker={row.newMarker} segments={row.new} /> : null}</td>
							</tr>
						))}
					</tbody>
				</table>
			) : null}
			<div className={`px-4 py-1 font-document text-document ${view === 'side' ? 'lg:hidden' : ''}`}>
				{block.rows.map((row, at) => (
					<Line key={at} marker={markerOf(row)} segments={row.merged} />
				))}
			</div>
			{children ? <div className="border-t border-line px-4 py-2">{children}</div> : null}
		</article>
	)
}

function Line({ marker, segments }: { marker: string; segments: readonly Segment[] }) {
	return (
		<p className="whitespace-pre-wrap">
			<bdi dir="ltr">
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
			<span className="sr-text">{t(segment.kind === 'inserted' ? 'redline.inserted' : 'redline.deleted')}</span>
			{segment.text}
		</Tag>
	)
}

function headOf(block: RedlineBlock): string {
	const names = (refs: readonly ClauseRef[]) => refs.map((ref) => [...ref.headings.slice(-1).filter(() => /^[（(0-9]/.test(ref.label)), ref.label].join(' ')).join('、')
	const [before, after] = [names(block.old), names(block.new)]
	if (before === '' || after === '' || before === after) return after || before
	return `${before} → ${after}`
}

function markerOf(row: RedlineRow): string {
	if (row.oldMarker === '' || row.newMarker === '' || row.oldMarker === row.newMarker) return row.newMarker || row.oldMarker
	return `${row.oldMarker}→${row.newMarker}`
}

/** `n` and `p` move between changes, outside of fields only. */
function useChangeKeys(): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const target = event.target as HTMLElement
			if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
			if (event.key !== 'n' && event.key !== 'p') return
			const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')]
			const at = changes.findIndex((change) => change === document.activeElement)
			const next = changes[event.key === 'n' ? at + 1 : Math.max(0, at - 1)]
			next?.focus({ preventScroll: true })
			next?.scrollIntoView({ block: 'center' })
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [])
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { headOf, openingOf } from '#app/domain/redline-reading/clause-names.ts'
import type { ReadBlock, ReadEntry, Reading, ReadingView } from '#app/domain/redline-reading/reading.ts'
import { Folded } from '#app/components/form/folded.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { addressOfPlace, addressWith, useRedlineAddress } from './redline-address.ts'
import { RedlineBlockView } from './redline-block.tsx'

type RedlineViewProps = {
	readonly reading: Reading
	readonly view: ReadingView
	/** What the two texts are called. */
	readonly names: { readonly old: string; readonly new: string }
	readonly mayCorrect?: boolean
	/** What stands beside a block: opinion items and their replies, a form. */
	readonly beside?: (block: ReadBlock) => ReactNode
}

/**
 * One part of a comparison, article by article: side by side or in one column; what the reader did not ask for is
 * folded or left out. All of it works without JavaScript.
 */
export function RedlineView(props: RedlineViewProps) {
	const { reading } = props
	const { t } = useTranslation()
	if (reading.summary.identical) return <p className="px-4 py-5">{t('redline.identical')}</p>
	const isEmpty = reading.entries.every((entry) => entry.kind === 'left-out')
	return (
		<div>
			{reading.summary.bounded ? (
				<p className="mb-3 rounded bg-warn-soft px-4 py-2 text-warn">{t('redline.bounded')}</p>
			) : null}
			{isEmpty ? <p className="px-4 py-5">{t('redline.nothingFits')}</p> : null}
			<div lang="zh-CN">
				{reading.entries.map((entry, at) => (
					<Entry key={keyOf(entry, at)} entry={entry} {...props} />
				))}
			</div>
		</div>
	)
}

function keyOf(entry: ReadEntry, at: number): string {
	if (entry.kind === 'block') return entry.block.anchor
	if (entry.kind === 'moved-away') return entry.anchor
	return `${entry.kind}-${at}`
}

function Entry({ entry, ...props }: RedlineViewProps & { readonly entry: ReadEntry }) {
	if (entry.kind === 'block') return <Block block={entry.block} {...props} />
	if (entry.kind === 'moved-away') return <MovedAway entry={entry} />
	if (entry.kind === 'left-out') return <LeftOut count={entry.count} />
	return (
		<Folded title={<FoldTitle blocks={entry.blocks} />} staysFolded>
			{entry.blocks.map((block) => (
				<Block key={block.anchor} block={block} {...props} />
			))}
		</Folded>
	)
}

function Block({ block, ...props }: RedlineViewProps & { readonly block: ReadBlock }) {
	const { reading, view, names, mayCorrect = false, beside } = props
	return (
		<RedlineBlockView
			block={block}
			view={view}
			names={names}
			shownChanges={reading.shownChanges}
			mayCorrect={mayCorrect}
		>
			{beside?.(block)}
		</RedlineBlockView>
	)
}

/** The place that a moved clause left, joined to where it is now. */
function MovedAway({ entry }: { entry: Extract<ReadEntry, { kind: 'moved-away' }> }) {
	const { t } = useTranslation()
	const address = useRedlineAddress()
	return (
		<p
			id={entry.anchor}
			tabIndex={-1}
			className="mb-3 flex flex-wrap items-center gap-x-3 rounded-card border border-dashed border-control px-4 py-2 text-table text-ink2"
		>
			<Icon name="move" className="text-ink3" />
			<span>{t('redline.movedAway', { label: entry.label })}</span>
			<a href={addressOfPlace(address, entry.to.anchor)}>{t('redline.movedTo', { label: entry.to.label })}</a>
		</p>
	)
}

function LeftOut({ count }: { count: number }) {
	const { t } = useTranslation()
	const address = useRedlineAddress()
	return (
		<p className="no-print mb-3 px-4 text-quiet text-ink3">
			{t('redline.leftOut', { count })}{' '}
			<a href={addressWith(address, { kind: null, nature: null, mark: null, seen: null })}>
				{t('redline.noFilter')}
			</a>
		</p>
	)
}

function FoldTitle({ blocks }: { blocks: readonly ReadBlock[] }) {
	const { t } = useTranslation()
	const names = blocks.map((block) => headOf(block) + openingOf(block) || t('redline.top'))
	const renumbered = blocks.filter((block) => block.kind === 'renumbered').length
	return (
		<span className="text-table text-ink2">
			{names.length <= 3
				? t('redline.folded', { names: names.join('、') })
				: t('redline.foldedRange', { first: names[0], last: names[names.length - 1], count: names.length })}
			{renumbered > 0 ? (
				<span className="ml-2 text-ink3">{t('redline.foldedRenumbered', { count: renumbered })}</span>
			) : null}
		</span>
	)
}

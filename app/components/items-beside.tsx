import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Redline, RedlineBlock } from '#app/domain/redline/redline.ts'
import { Chip } from './chips.tsx'
import type { OpinionItemRow } from './opinion-item.tsx'
import { OpinionItem } from './opinion-item.tsx'

/** An item with the place that it was put at. */
export type AnchoredItem = OpinionItemRow & { readonly anchor: string }

const QUIET: readonly string[] = ['unchanged', 'renumbered']

/** The items that were put at one of the clauses of a block, in the old text. */
export function itemsOf(block: RedlineBlock, items: readonly AnchoredItem[]): AnchoredItem[] {
	return items.filter((item) =>
		block.old.some((clause) => item.anchor === clause.anchor || item.anchor.startsWith(`${clause.anchor}-`)),
	)
}

/**
 * What stands beside a block of a comparison: its items with their replies, or, where an opinion asked for changes
 * elsewhere only, the word that this one lies outside of it (the reviewer decides whether that opens a new round).
 */
export function ItemsBeside({ block, items }: { block: RedlineBlock; items: readonly AnchoredItem[] }) {
	const { t } = useTranslation()
	const here = itemsOf(block, items)
	if (here.length === 0)
		return items.length > 0 && !QUIET.includes(block.kind) ? (
			<Chip tone="amber" icon="alert">
				{t('review.redline.outside')}
			</Chip>
		) : null
	return (
		<ul className="divide-y divide-line">
			{here.map((item) => (
				<li key={item.id}>
					<OpinionItem item={item} isShort />
				</li>
			))}
		</ul>
	)
}

/** The items whose clause was not changed at all: a reader of changes only would miss them. */
export function ItemsElsewhere({
	redline,
	items,
	children,
}: {
	redline: Redline
	items: readonly AnchoredItem[]
	children?: ReactNode
}) {
	const { t } = useTranslation()
	const changed = redline.blocks.filter((block) => !QUIET.includes(block.kind))
	const left = items.filter((item) => !changed.some((block) => itemsOf(block, [item]).length > 0))
	if (left.length === 0) return null
	return (
		<section className="mb-3 rounded-card border border-line bg-surface px-4 py-2">
			<h3 className="font-semibold text-warn">
				{t('review.redline.unchangedItems', { count: left.length })}
			</h3>
			<ul className="divide-y divide-line">
				{left.map((item) => (
					<li key={item.id}>
						<OpinionItem item={item} isShort />
					</li>
				))}
			</ul>
			{children}
		</section>
	)
}

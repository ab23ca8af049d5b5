import { useTranslation } from 'react-i18next'
import { itemsAt } from '#app/domain/redline-reading/place-items.ts'
import type { ReadBlock } from '#app/domain/redline-reading/reading.ts'
import { ItemKindChip, ReplyChip, VerdictChip } from '#app/components/frame/chips.tsx'
import type { OpinionItemRow } from '#app/components/review/opinion-item.tsx'

/** An item with the place that it was put at, and in which of the two texts. */
export type AnchoredItem = OpinionItemRow & { readonly anchor: string; readonly side: 'old' | 'new' }

type Names = { readonly old: string; readonly new: string }

/** The items at a block, one strip each: raised on which version, answered in which, settled or not. */
export function ItemsBeside(props: { block: ReadBlock; items: readonly AnchoredItem[]; names: Names }) {
	const { block, items, names } = props
	const here = itemsAt(block, items)
	if (here.length === 0) return null
	return (
		<ul className="divide-y divide-line">
			{here.map((item) => (
				<li key={item.id} data-item={item.id}>
					<ItemStrip item={item} names={names} />
				</li>
			))}
		</ul>
	)
}

/** The items whose place neither of the two texts has any more: a reader would look for them in vain. */
export function ItemsWithoutPlace(props: {
	items: readonly AnchoredItem[]
	placedIds: ReadonlySet<string>
	names: Names
}) {
	const { t } = useTranslation()
	const left = props.items.filter((item) => !props.placedIds.has(item.id))
	if (left.length === 0) return null
	return (
		<section className="mb-3 rounded-card border border-line bg-surface px-4 py-2">
			<h3 className="font-semibold text-warn">{t('redline.items.withoutPlace', { count: left.length })}</h3>
			<ul className="divide-y divide-line">
				{left.map((item) => (
					<li key={item.id}>
						<ItemStrip item={item} names={props.names} />
					</li>
				))}
			</ul>
		</section>
	)
}

function ItemStrip({ item, names }: { item: AnchoredItem; names: Names }) {
	const { t } = useTranslation()
	return (
		<div className="grid gap-x-4 gap-y-1 py-2 text-table lg:grid-cols-[9em_minmax(0,1fr)_minmax(0,1fr)_9em]">
			<div className="flex flex-wrap items-baseline gap-x-2 lg:flex-col">
				<span className="font-semibold">{t('redline.item', { number: item.position })}</span>
				<ItemKindChip kind={item.kind} />
			</div>
			<div>
				<p className="text-quiet text-ink3">
					{t('redline.items.raised', { version: names[item.side], place: item.place })}
				</p>
				<p lang="zh-CN">{item.problem}</p>
			</div>
			<Answer item={item} version={item.side === 'old' ? names.new : ''} />
			<div className="lg:text-right">
				<VerdictChip verdict={item.verdict?.verdict ?? null} />
				{item.verdict?.note ? (
					<p lang="zh-CN" className="text-quiet text-ink2">
						{item.verdict.note}
					</p>
				) : null}
			</div>
		</div>
	)
}

function Answer({ item, version }: { item: AnchoredItem; version: string }) {
	const { t } = useTranslation()
	if (!item.reply) return <p className="text-ink3">{t('redline.items.noReply')}</p>
	return (
		<div>
			<p className="flex flex-wrap items-baseline gap-x-2 text-quiet text-ink3">
				{version === '' ? t('redline.items.answered') : t('redline.items.answeredIn', { version })}
				<ReplyChip answer={item.reply.answer} />
			</p>
			<p lang="zh-CN">{[item.reply.text, item.reply.reason ?? ''].filter(Boolean).join(' ')}</p>
		</div>
	)
}

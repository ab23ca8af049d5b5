import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemKind } from '#app/domain/opinion/conclusion.ts'
import type { RecheckVerdict, ReplyAnswer } from '#app/domain/opinion/reply.ts'
import { ItemKindChip, ReplyChip, VerdictChip } from '#app/components/frame/chips.tsx'

/** One item of an opinion with its reply and verdict. */
export type OpinionItemRow = {
	readonly id: string
	readonly position: number
	readonly kind: ItemKind
	readonly place: string
	readonly quote: string
	readonly problem: string
	readonly ground: string
	readonly suggestion: string | null
	readonly reply: {
		readonly answer: ReplyAnswer
		readonly text: string
		readonly reason: string | null
	} | null
	readonly verdict: { readonly verdict: RecheckVerdict; readonly note: string } | null
}

/** An item: what was found where and on what ground, what was replied, and whether it is settled. */
export function OpinionItem({
	item,
	isShort = false,
	children,
}: {
	item: OpinionItemRow
	isShort?: boolean
	children?: ReactNode
}) {
	const { t } = useTranslation()
	return (
		<div id={isShort ? undefined : `item-${item.id}`} className="py-2">
			<div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
				<span className="font-semibold">{t('review.item.number', { number: item.position })}</span>
				<ItemKindChip kind={item.kind} />
				<span lang="zh-CN">{item.place}</span>
				<span className="ml-auto">
					<VerdictChip verdict={item.verdict?.verdict ?? null} />
				</span>
			</div>
			<div lang="zh-CN" className="text-table">
				{item.quote && !isShort ? <p className="text-ink3">“{item.quote}”</p> : null}
				<p>{item.problem}</p>
				{item.ground ? (
					<p className="text-ink2">{t('review.item.groundLine', { ground: item.ground })}</p>
				) : null}
				{item.suggestion ? (
					<p className="text-ink2">{t('review.item.suggestionLine', { words: item.suggestion })}</p>
				) : null}
			</div>
			<div className="mt-1 flex flex-wrap items-baseline gap-x-3 text-table">
				{item.reply ? (
					<>
						<ReplyChip answer={item.reply.answer} />
						<span lang="zh-CN">
							{[
								item.reply.text,
								item.reply.reason ? t('review.item.reasonLine', { reason: item.reply.reason }) : '',
							]
								.filter(Boolean)
								.join(' ')}
						</span>
					</>
				) : (
					<span className="text-ink3">{t('review.item.noReply')}</span>
				)}
			</div>
			{item.verdict?.note ? (
				<p lang="zh-CN" className="text-table text-ink2">
					{t('review.item.verdictLine', { note: item.verdict.note })}
				</p>
			) : null}
			{children}
		</div>
	)
}

import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RecordPart } from '#app/domain/matter-record/record-fault.ts'
import type { OrderStanding } from '#app/domain/matter-record/order-standing.ts'
import { Icon } from '#app/components/frame/icon.tsx'
import { formatDay, shanghaiDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'

/** What a reader of a matter has to know first, wherever they meet it. */
export type WarnedMatter = {
	readonly matterId: string
	/** The parts of its record that were changed past the product. */
	readonly altered: readonly RecordPart[]
	readonly order: OrderStanding | null
	readonly isRiskFlagged: boolean
}

/** The warnings on every page of a matter: rows that do not hold, an emergency order, a flagged legal risk. */
export function MatterWarnings({ heading }: { heading: WarnedMatter }) {
	return (
		<>
			<AlteredRecord parts={heading.altered} />
			<OrderBanner order={heading.order} matterId={heading.matterId} />
			<RiskBanner isFlagged={heading.isRiskFlagged} matterId={heading.matterId} />
		</>
	)
}

/** Rows were changed past the product: which part, what it means, what to do. */
function AlteredRecord({ parts }: { parts: readonly RecordPart[] }) {
	const { t } = useTranslation()
	if (parts.length === 0) return null
	const words = parts.map((part) => t(`refusals.part.${part}`)).join(t('refusals.partComma'))
	return (
		<p role="alert" className="my-2 border-l-4 border-bad bg-bad-soft px-4 py-2 font-semibold text-bad">
			<Icon name="shield-cross" /> {t('matter.head.altered', { parts: words })}
		</p>
	)
}

/** An emergency order put the text into effect: told until and after its review. */
function OrderBanner({ order, matterId }: { order: OrderStanding | null; matterId: string }) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (!order) return null
	const isOpen = order.state !== 'reviewed' && order.state !== 'revoked'
	return (
		<p
			className={`my-2 border-l-4 px-4 py-2 text-table ${isOpen ? 'border-bad bg-bad-soft font-semibold text-bad' : 'border-warn bg-warn-soft text-warn'}`}
		>
			{t(`emergency.banner.${order.state}`, {
				name: order.leaderName,
				day: formatDay(shanghaiDay(order.signedAt), language),
				due: order.reviewBy === null ? '' : formatDay(order.reviewBy, language),
			})}{' '}
			<Link to={`/matters/${matterId}/emergency`} className="no-print">
				{t('emergency.banner.more')}
			</Link>
		</p>
	)
}

/** The text was cleared with a flagged legal risk. */
function RiskBanner({ isFlagged, matterId }: { isFlagged: boolean; matterId: string }) {
	const { t } = useTranslation()
	if (!isFlagged) return null
	return (
		<p className="my-2 border-l-4 border-warn bg-warn-soft px-4 py-2 text-table font-semibold text-warn">
			{t('matter.head.flagged')}{' '}
			<Link to={`/matters/${matterId}/opinions`} className="no-print">
				{t('matter.head.opinions')}
			</Link>
		</p>
	)
}

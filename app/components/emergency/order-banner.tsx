import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { OrderStanding } from '#app/domain/matter-record/order-standing.ts'
import { formatDay, shanghaiDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'

/** What an emergency order put into effect is told on every page of its matter, until and after its review. */
export function OrderBanner({ order, matterId }: { order: OrderStanding | null; matterId: string }) {
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

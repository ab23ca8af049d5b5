import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** What was cleared with a flagged legal risk is told as such on every page of its matter. */
export function RiskBanner({ isFlagged, matterId }: { isFlagged: boolean; matterId: string }) {
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

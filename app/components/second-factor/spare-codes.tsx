import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { PrintButton } from '#app/components/frame/print-button.tsx'

/** The spare codes, shown once: to print and lock away. */
export function SpareCodes({ codes, to }: { codes: readonly string[]; to: string }) {
	const { t } = useTranslation()
	return (
		<Card title={t('account.factor.spareTitle')}>
			<p className="mb-2 text-table text-ink2">{t('account.factor.spareLead')}</p>
			<ul className="mb-3 grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-table max-md:grid-cols-1">
				{codes.map((code) => (
					<li key={code}>{code}</li>
				))}
			</ul>
			<p className="no-print flex flex-wrap gap-2">
				<PrintButton label={t('account.factor.print')} />
				<LinkButton to={to} look="filled">
					{t('account.factor.kept')}
				</LinkButton>
			</p>
		</Card>
	)
}

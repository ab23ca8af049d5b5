import { useTranslation } from 'react-i18next'
import type { MatterHeading } from '#app/services/matter/open-matter-page.server.ts'

type Offered = Pick<MatterHeading, 'matterId' | 'mayTakeEvidence'>

/** The archive that shows elsewhere what was done on a matter, for whoever may take it away. */
export function EvidenceOffer({ heading, isNotYet = false }: { heading: Offered; isNotYet?: boolean }) {
	const { t } = useTranslation()
	if (!heading.mayTakeEvidence) return null
	return (
		<section className="no-print mb-3 text-table" aria-label={t('matter.evidence.title')}>
			{isNotYet ? (
				<p
					role="alert"
					className="mb-2 border-l-4 border-warn bg-warn-soft px-4 py-2 font-semibold text-warn"
				>
					{t('matter.evidence.notYet')}
				</p>
			) : null}
			{/* The page itself is not left: the answer is a file. */}
			<a href={`/matters/${heading.matterId}/evidence`} className="font-semibold">
				{t('matter.evidence.take')}
			</a>
			<span className="text-ink2"> {t('matter.evidence.what')}</span>
		</section>
	)
}

import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { WaiverLine } from '#app/services/waiver/read-waiver-page.server.ts'
import { Chip } from '#app/components/frame/chips.tsx'

/** What was asked about them, and the answer by name. */
export function WaiverLines({ lines }: { lines: readonly WaiverLine[] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<ul>
			{lines.map((line) => (
				<li key={line.requestedAt} className="border-t border-line py-2 text-table first:border-t-0">
					<p>
						{t('intake.waiver.asked', {
							by: line.requestedBy,
							at: formatInstant(line.requestedAt, language),
							reason: line.reason,
						})}
					</p>
					{line.answer ? (
						<p className="mt-1">
							<Chip
								tone={line.answer.decision === 'granted' ? 'green' : 'red'}
								icon={line.answer.decision === 'granted' ? 'check' : 'alert'}
							>
								{t(`intake.waiver.${line.answer.decision}`)}
							</Chip>{' '}
							{t('intake.waiver.answered', {
								by: line.answer.decidedBy,
								at: formatInstant(line.answer.decidedAt, language),
								reason: line.answer.reason,
							})}
						</p>
					) : (
						<p className="mt-1 text-ink3">{t('intake.waiver.waiting')}</p>
					)}
				</li>
			))}
		</ul>
	)
}

import { useTranslation } from 'react-i18next'
import type { Behind } from '#app/storage/checkpoints.server.ts'

/** A database that a deposit outside says is not the newest: what that means, and what is missing here. */
export function BehindNotice({ behind }: { behind: Behind | null }) {
	const { t } = useTranslation()
	if (!behind) return null
	const { problem, size, deposited, missing } = behind
	return (
		<section role="alert" className="mb-4 rounded-card border border-l-4 border-bad bg-surface p-4">
			<h2 className="text-section font-semibold text-bad">
				{t(`checkpoints.behind.${problem}`, { size, deposited })}
			</h2>
			<p>{t('checkpoints.behind.effect')}</p>
			<p className="font-semibold">{t('checkpoints.behind.doNow')}</p>
			<h3 className="mt-2 font-semibold">{t('checkpoints.behind.missing')}</h3>
			{missing.length === 0 ? <p>{t('checkpoints.behind.missingUnknown')}</p> : null}
			<ul className="break-all text-table">
				{missing.map(({ stream, seq }) => (
					<li key={`${stream} ${seq}`}>{t('checkpoints.behind.missingEntry', { stream, seq })}</li>
				))}
			</ul>
		</section>
	)
}

import { useTranslation } from 'react-i18next'
import type { FoundPersonalDatum } from '#app/services/submission/read-confirmation-page.server.ts'
import { Icon } from '#app/components/frame/icon.tsx'

/** How many finds are named; the rest is counted. */
const SHOWN = 20

/** The personal data that a text holds, masked, before it is submitted. */
export function PersonalDataNotice({ found }: { found: readonly FoundPersonalDatum[] }) {
	const { t } = useTranslation()
	if (found.length === 0) return <p className="text-table text-ink2">{t('intake.confirm.personalNone')}</p>
	return (
		<section className="mt-2 rounded border border-line bg-warn-soft px-3 py-2 text-table">
			<h3 className="flex gap-2 font-semibold text-warn">
				<Icon name="alert" className="mt-1" />
				{t('intake.confirm.personal')}
			</h3>
			<p>{t('intake.confirm.personalLead')}</p>
			<ul>
				{found.slice(0, SHOWN).map((datum, index) => (
					<li key={index}>
						{datum.file === null ? null : `${datum.file} · `}
						{t('intake.draft.line', { line: datum.line })} · {t(`intake.confirm.personalKind.${datum.kind}`)}{' '}
						{datum.masked}
					</li>
				))}
			</ul>
			{found.length > SHOWN ? (
				<p>{t('intake.confirm.personalMore', { count: found.length - SHOWN })}</p>
			) : null}
		</section>
	)
}

import { useTranslation } from 'react-i18next'

/** A link that is shown this once, whole, to be handed over; '' says that it was shown before. */
export function OneTimeLink({ name, link }: { name: string; link: string }) {
	const { t } = useTranslation()
	return (
		<div role="status" className="mb-3 rounded border border-ok bg-ok-soft px-4 py-3">
			{link === '' ? (
				t('administration.person.alreadyShown')
			) : (
				<>
					<p className="mb-1 text-table">{t('administration.person.shown', { name })}</p>
					<code className="select-all break-all font-mono">{link}</code>
				</>
			)}
		</div>
	)
}

import { Link } from '@remix-run/react'
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

/** What is said at a link that was used or has run out, and where to go. */
export function SpentLink({ title }: { title: string }) {
	const { t } = useTranslation()
	return (
		<div className="mx-auto max-w-[640px] px-5 py-8">
			<h1 className="mb-3 text-title font-semibold">{title}</h1>
			<p role="alert" className="mb-5">
				{t('refusals.code.link-spent')}
			</p>
			<p>
				<Link to="/sign-in">{t('account.toSignIn')}</Link>
			</p>
		</div>
	)
}

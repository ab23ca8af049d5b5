import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/components/frame/page-title.tsx'

export const handle = { title: 'shell.productLine' } satisfies PageHandle

/** What this is, for whoever opens the address without an account. */
export default function About() {
	const { t } = useTranslation()
	return (
		<div className="mx-auto max-w-[640px] px-5 py-8">
			<h1 className="mb-3 text-title font-semibold">{t('shell.product')}</h1>
			<p className="mb-5">{t('shell.about')}</p>
			<p>
				<Link to="/sign-in">{t('account.toSignIn')}</Link>
			</p>
		</div>
	)
}

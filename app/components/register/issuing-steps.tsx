import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#app/components/frame/card.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { IssuingPage } from '#app/services/issue/read-issuing-page.server.ts'

/** The four steps of a decided text, each with what was entered, by whom and when. */
export function IssuingSteps({ page }: { page: IssuingPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { text, registration, numbering, issue, document } = page
	return (
		<Card title={t('register.issuing.steps')} note={t('register.issuing.rule')}>
			{text ? (
				<p className="mb-2 text-table">
					{t(`register.issuing.restsOn.${text.restsOn}`, { version: text.versionNo })}{' '}
					<HashText hash={text.contentSha256} />
				</p>
			) : (
				<p className="mb-2 rounded bg-bad-soft px-4 py-2 text-table text-bad">
					{t('register.issuing.noText')}
				</p>
			)}
			<ol>
				<Step name={t('register.issuing.step.register')} taken={registration}>
					{registration ? `${registration.number}　${registration.issuer}` : null}
				</Step>
				<Step name={t('register.issuing.step.number')} taken={numbering}>
					{numbering?.documentNumber}
				</Step>
				<Step name={t('register.issuing.step.issue')} taken={issue}>
					{issue ? formatDay(issue.issuedOn, language) : null}
				</Step>
				<li className="flex items-baseline gap-2 py-1 text-table">
					<Icon name={document ? 'check' : 'circle'} className={document ? 'text-ok' : 'text-ink3'} />
					<span className="font-semibold">{t('register.issuing.step.publish')}</span>
					{document ? (
						<span>
							{t('register.issuing.published', {
								day: formatDay(document.publishedOn, language),
								effective: formatDay(document.effectiveOn, language),
							})}{' '}
							<Link to={`/register/${document.id}`}>{t('register.issuing.inLibrary')}</Link>
						</span>
					) : null}
				</li>
			</ol>
		</Card>
	)
}

function Step(props: {
	readonly name: string
	readonly taken: { readonly by: string; readonly at: string } | null
	readonly children: ReactNode
}) {
	const language = useLanguage()
	const { name, taken, children } = props
	return (
		<li className="flex flex-wrap items-baseline gap-2 py-1 text-table">
			<Icon name={taken ? 'check' : 'circle'} className={taken ? 'text-ok' : 'text-ink3'} />
			<span className="font-semibold">{name}</span>
			{taken ? (
				<>
					<span lang="zh-CN">{children}</span>
					<span className="text-ink3">
						{taken.by}　{formatInstant(taken.at, language)}
					</span>
				</>
			) : null}
		</li>
	)
}

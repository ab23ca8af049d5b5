import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { DocumentLine } from '#app/services/register/document-line.server.ts'
import { StandingChip } from './standing-chip.tsx'

/** Documents of the register, one a row; on a phone one a card. */
export function DocumentTable({ documents }: { documents: readonly DocumentLine[] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{t('register.column.title')}</th>
					<th scope="col">{t('register.column.standing')}</th>
					<th scope="col">{t('register.column.publishedOn')}</th>
					<th scope="col">{t('register.column.effectiveOn')}</th>
					<th scope="col">{t('register.column.validUntil')}</th>
				</tr>
			</thead>
			<tbody>
				{documents.map((document) => (
					<tr key={document.id}>
						<td>
							<Link to={`/register/${document.id}`} className="font-semibold" lang="zh-CN">
								{document.title}
							</Link>
							<span lang="zh-CN" className="block text-quiet text-ink3">
								{document.documentNumber} · {document.issuer}
								{document.isImported ? ` · ${t('register.importedMark')}` : ''}
							</span>
						</td>
						<td data-label={t('register.column.standing')} className="whitespace-nowrap">
							<StandingChip standing={document.standing} />
						</td>
						<td data-label={t('register.column.publishedOn')} className="whitespace-nowrap">
							{formatDay(document.publishedOn, language)}
						</td>
						<td data-label={t('register.column.effectiveOn')} className="whitespace-nowrap">
							{formatDay(document.effectiveOn, language)}
						</td>
						<td data-label={t('register.column.validUntil')} className="whitespace-nowrap">
							{document.validUntil ? formatDay(document.validUntil, language) : t('register.openEnded')}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

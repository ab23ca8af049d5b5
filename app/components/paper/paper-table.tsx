import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { PaperLine } from '#app/services/matter/read-papers.server.ts'
import { StandingChip } from './standing-chip.tsx'

/** The sealed papers of a matter, each with its page and its file. */
export function PaperTable({ matterId, papers }: { matterId: string; papers: readonly PaperLine[] }) {
	const { t } = useTranslation()
	return (
		<table className="table-list w-full">
			<thead>
				<tr>
					<th scope="col">{t('paper.column.kind')}</th>
					<th scope="col">{t('paper.column.number')}</th>
					<th scope="col">{t('paper.column.sealed')}</th>
					<th scope="col">{t('paper.column.standing')}</th>
					<th scope="col" className="no-print">
						{t('paper.column.file')}
					</th>
				</tr>
			</thead>
			<tbody>
				{papers.map((paper) => (
					<Row key={paper.id} matterId={matterId} paper={paper} />
				))}
			</tbody>
		</table>
	)
}

function Row({ matterId, paper }: { matterId: string; paper: PaperLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const address = `/matters/${matterId}/papers/${paper.id}`
	return (
		<tr>
			<td data-label={t('paper.column.kind')}>
				<Link to={address}>{t(`paper.kind.${paper.kind}`)}</Link>
			</td>
			<td data-label={t('paper.column.number')} className="whitespace-nowrap">
				{paper.number}
			</td>
			<td data-label={t('paper.column.sealed')} className="whitespace-nowrap">
				{formatInstant(paper.sealedAt, language)}
			</td>
			<td data-label={t('paper.column.standing')}>
				<StandingChip standing={paper.standing} isSound={paper.isSound} />
			</td>
			<td className="no-print whitespace-nowrap">
				{paper.isSound ? (
					<a href={`${address}/file`} download aria-label={`${t('paper.word')} ${paper.number ?? ''}`}>
						{t('paper.word')}
					</a>
				) : null}
			</td>
		</tr>
	)
}

import { useTranslation } from 'react-i18next'
import type { OpenWork } from '#app/services/organisation/manage-account.server.ts'
import { Card } from '#app/components/frame/card.tsx'
import { StateChip } from '#app/components/frame/chips.tsx'

/** What somebody has in hand, to be handed over: numbers and parts, no titles. */
export function OpenWorkTable({ work }: { work: readonly OpenWork[] }) {
	const { t } = useTranslation()
	const column = (key: 'organ' | 'hand' | 'state') => t(`administration.person.column.${key}`)
	if (work.length === 0)
		return (
			<Card title={t('administration.person.work')}>
				<p className="text-table text-ink2">{t('administration.person.workNone')}</p>
			</Card>
		)
	return (
		<Card title={t('administration.person.work')} note={work.length} padded={false}>
			<p className="px-4 py-2 text-table text-ink2">{t('administration.person.workLead')}</p>
			<table className="table-list">
				<thead>
					<tr>
						<th scope="col">{t('administration.person.column.number')}</th>
						<th scope="col">{column('organ')}</th>
						<th scope="col">{column('hand')}</th>
						<th scope="col">{column('state')}</th>
					</tr>
				</thead>
				<tbody>
					{work.map((matter) => (
						<tr key={matter.matterId}>
							<td>{matter.caseNumber ?? t('administration.person.noNumber')}</td>
							<td data-label={column('organ')}>{matter.organ}</td>
							<td data-label={column('hand')}>
								{matter.hands.map((hand) => t(`administration.person.hand.${hand}`)).join(' · ')}
							</td>
							<td data-label={column('state')}>
								<StateChip state={matter.state} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Card>
	)
}

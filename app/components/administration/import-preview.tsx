import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PlannedRow } from '#app/domain/account/plan-import.ts'
import type { ImportPreview } from '#app/services/organisation/import-organisation.server.ts'
import { HiddenField } from '#app/components/form/fields.tsx'
import { sending } from '#app/forms/form.ts'
import { IMPORT } from '#app/forms/organisation-forms.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { Icon } from '#app/components/frame/icon.tsx'

/** A dry run: every row with what it would do and what is wrong with it, those with a fault first, and the button when nothing is. */
export function ImportPreviewTable({ preview, commandKey }: { preview: ImportPreview; commandKey: string }) {
	const { t } = useTranslation()
	const { rows, table } = preview
	const faulty = rows.filter(isFaulty).length
	const count = (kind: 'organ' | 'unit' | 'person') => rows.filter((row) => row[kind] !== null).length
	const posts = rows.reduce((all, row) => all + row.posts.length, 0)
	const sum = { organs: count('organ'), units: count('unit'), people: count('person'), posts }
	const adds = sum.organs + sum.units + sum.people + sum.posts > 0
	return (
		<Card
			title={t('administration.import.previewTitle')}
			note={t('administration.import.untouched')}
			padded={false}
		>
			<div className="px-4 py-3">
				<p className={`mb-2 font-semibold ${faulty > 0 ? 'text-bad' : ''}`}>
					{faulty > 0
						? t('administration.import.faultySum', { count: faulty })
						: t('administration.import.sum', sum)}
				</p>
				{faulty === 0 && adds ? (
					<CommandForm commandKey={commandKey}>
						<HiddenField name={IMPORT.confirm.table} value={JSON.stringify(table)} />
						<Button {...sending(IMPORT.confirm)} look="filled">
							{t('administration.import.confirm')}
						</Button>
					</CommandForm>
				) : null}
			</div>
			<table className="table-list">
				<thead>
					<tr>
						<th scope="col">{t('administration.import.line')}</th>
						<th scope="col">{t('administration.import.what')}</th>
						<th scope="col">{t('administration.import.faults')}</th>
					</tr>
				</thead>
				<tbody>
					{[...rows.filter(isFaulty), ...rows.filter((row) => !isFaulty(row))].map((row) => (
						<tr key={row.line}>
							<td data-label={t('administration.import.line')}>{row.line}</td>
							<td data-label={t('administration.import.what')}>{rowWords(row, t).join(' · ')}</td>
							<td data-label={t('administration.import.faults')} className="text-bad">
								{row.faults.map((fault) => (
									<FaultLine key={fault.column + fault.problem} row={row} fault={fault} />
								))}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Card>
	)
}

/** One fault of a row: the column, what stands in it, what is wrong, the nearest word, and what to do. */
function FaultLine({ row, fault }: { row: PlannedRow; fault: PlannedRow['faults'][number] }) {
	const { t } = useTranslation()
	const cell = row.cells[fault.column]
	const nearest = row.nearest[fault.column]
	return (
		<span className="flex gap-1">
			<Icon name="alert" className="mt-1" />
			{t(`administration.import.column.${fault.column}`)}
			{cell === '' ? '' : ` “${cell.slice(0, 40)}”`} {t(`administration.import.problem.${fault.problem}`)}
			{nearest ? t('administration.import.nearest', { word: nearest }) : ''}
			{t('administration.import.stop')}
			{t(`administration.import.mend.${fault.problem}`)}
		</span>
	)
}

function isFaulty({ faults }: PlannedRow): boolean {
	return faults.length > 0
}

function rowWords({ organ, unit, person, posts, faults }: PlannedRow, t: TFunction): string[] {
	const words = [
		...(organ ? [t('administration.import.adds.organ', { name: organ.name })] : []),
		...(unit ? [t('administration.import.adds.unit', { name: unit.name })] : []),
		...(person
			? [t('administration.import.adds.person', { name: person.name, login: person.loginName })]
			: []),
		...(posts.length > 0
			? [
					t('administration.import.adds.post', {
						role: posts.map((post) => t(`words.role.${post.role}`)).join('、'),
					}),
				]
			: []),
	]
	return words.length === 0 && faults.length === 0 ? [t('administration.import.present')] : words
}

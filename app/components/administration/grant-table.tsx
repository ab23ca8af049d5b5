import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GrantLine } from '#app/services/organisation/read-grants.server.ts'

/** Grants in rows; `state` says how each stands, and holds what can be done with it. */
export function GrantTable({
	grants,
	state,
}: {
	grants: readonly GrantLine[]
	state: (grant: GrantLine) => ReactNode
}) {
	const { t } = useTranslation()
	const column = (key: 'place' | 'role' | 'state') => t(`administration.grants.column.${key}`)
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{t('administration.grants.column.person')}</th>
					<th scope="col">{column('role')}</th>
					<th scope="col">{column('place')}</th>
					<th scope="col">{column('state')}</th>
				</tr>
			</thead>
			<tbody>
				{grants.map((grant) => (
					<tr key={grant.id}>
						<td>
							<span className="font-semibold">{grant.person}</span>{' '}
							<span className="text-quiet text-ink3">{grant.staffCode}</span>
						</td>
						<td data-label={column('role')}>{t(`words.role.${grant.role}`)}</td>
						<td data-label={column('place')}>{grant.place}</td>
						<td>{state(grant)}</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

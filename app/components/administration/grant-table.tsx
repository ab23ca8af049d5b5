import type { ReactNode } from 'react'
import { ListTable } from '#app/components/lists/list-table.tsx'
import { GRANT_COLUMNS } from '#app/components/lists/people-columns.ts'
import type { GrantLine } from '#app/services/organisation/read-grants.server.ts'

/** Grants in rows; `state` says how each stands, and holds what can be done with it. */
export function GrantTable({
	grants,
	state,
}: {
	grants: readonly GrantLine[]
	state: (grant: GrantLine) => ReactNode
}) {
	return (
		<ListTable
			columns={GRANT_COLUMNS}
			rows={grants}
			keyOf={({ id }) => id}
			looks={{ person: ({ person }) => <span className="font-semibold">{person}</span>, state }}
		/>
	)
}

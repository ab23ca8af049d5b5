import { Link } from '@remix-run/react'
import type { DocumentLine } from '#app/services/register/document-line.server.ts'
import { ListTable } from '#app/components/lists/list-table.tsx'
import { REGISTER_COLUMNS } from '#app/components/lists/register-columns.ts'
import { StandingChip } from './standing-chip.tsx'

/** Documents of the register, one a row; on a phone one a card. */
export function DocumentTable({ documents }: { documents: readonly DocumentLine[] }) {
	return (
		<ListTable
			columns={REGISTER_COLUMNS}
			rows={documents}
			keyOf={({ id }) => id}
			looks={{
				title: ({ id, title }) => (
					<Link to={`/register/${id}`} className="font-semibold" lang="zh-CN">
						{title}
					</Link>
				),
				number: ({ documentNumber }) => <span lang="zh-CN">{documentNumber}</span>,
				issuer: ({ issuer }) => <span lang="zh-CN">{issuer}</span>,
				standing: ({ standing }) => <StandingChip standing={standing} />,
			}}
		/>
	)
}

import { Link } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { type ListColumn, cellWords } from './list-column.ts'

/**
 * The table of a list, made of its columns; on a phone each row is a card. `looks` shows a cell otherwise than in plain
 * words, be it a link or a chip; null leaves out what would stand in small print.
 */
export function ListTable<Row, Key extends string>(props: {
	columns: readonly ListColumn<Row, Key>[]
	rows: readonly Row[]
	keyOf: (row: Row) => string
	looks?: { readonly [Each in Key]?: (row: Row) => ReactNode }
	order?: ListOrder<Key>
}) {
	const { t } = useTranslation()
	const { columns, rows, keyOf, looks, order } = props
	const shown = columns.filter((column) => column.onPage === undefined)
	return (
		<table className="table-list">
			<thead>
				<tr>
					{shown.map((column) => (
						<th key={column.key} scope="col" {...sortedBy(column.key, order)}>
							<Heading column={column} order={order} />
							{columns
								.filter((other) => isBelow(other, column.key) && order?.keys.includes(other.key))
								.map((other) => (
									<Fragment key={other.key}>
										{' · '}
										<Heading column={other} order={order} />
									</Fragment>
								))}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={keyOf(row)}>
						{shown.map((column, at) => (
							<td key={column.key} {...(at === 0 ? {} : { 'data-label': column.label(t) })}>
								<CellOf column={column} row={row} looks={looks ?? {}} />
								<Below columns={columns} under={column.key} row={row} looks={looks ?? {}} />
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	)
}

/** The order that the rows are in, and the columns that may say another one. */
export type ListOrder<Key extends string> = {
	readonly sort: string
	readonly isDescending: boolean
	readonly keys: readonly Key[]
	/** Where the list is in the order of this word: a column, with a minus for the other way round. */
	readonly linkOf: (sort: string) => string
}

function isBelow<Row>(column: ListColumn<Row>, under: string): boolean {
	return typeof column.onPage === 'object' && column.onPage.below === under
}

function sortedBy(key: string, order: ListOrder<string> | undefined) {
	if (order?.sort !== key) return {}
	return { 'aria-sort': order.isDescending ? ('descending' as const) : ('ascending' as const) }
}

/** The words over a column; where the list can be put in its order, a link does so, and once more the other way round. */
function Heading<Row>({ column, order }: { column: ListColumn<Row>; order: ListOrder<string> | undefined }) {
	const { t } = useTranslation()
	const label = column.label(t)
	if (!order?.keys.includes(column.key)) return <>{label}</>
	const isSorted = order.sort === column.key
	const next = isSorted && !order.isDescending ? `-${column.key}` : column.key
	return (
		<Link to={order.linkOf(next)} className="text-inherit">
			{label}
			{isSorted ? <span aria-hidden="true">{order.isDescending ? ' ↓' : ' ↑'}</span> : null}
		</Link>
	)
}

type Looks<Row> = { readonly [key: string]: ((row: Row) => ReactNode) | undefined }

function CellOf<Row>({ column, row, looks }: { column: ListColumn<Row>; row: Row; looks: Looks<Row> }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return <>{looks[column.key]?.(row) ?? cellWords(column.cell(row, t), language)}</>
}

/** What stands in small print below a cell. */
function Below<Row>(props: {
	columns: readonly ListColumn<Row>[]
	under: string
	row: Row
	looks: Looks<Row>
}) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { columns, under, row, looks } = props
	const parts = columns.flatMap((column) => {
		if (!isBelow(column, under)) return []
		const look = looks[column.key]
		const cell = column.cell(row, t)
		const words = look ? look(row) : cell === null || cell === '' ? null : cellWords(cell, language)
		return words === null ? [] : [{ key: column.key, words }]
	})
	if (parts.length === 0) return null
	return (
		<span className="block text-quiet text-ink3">
			{parts.map(({ key, words }, at) => (
				<Fragment key={key}>
					{at > 0 ? ' · ' : null}
					{words}
				</Fragment>
			))}
		</span>
	)
}

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
}) {
	const { t } = useTranslation()
	const { columns, rows, keyOf, looks } = props
	const shown = columns.filter((column) => column.onPage === undefined)
	return (
		<table className="table-list">
			<thead>
				<tr>
					{shown.map((column) => (
						<th key={column.key} scope="col">
							{column.label(t)}
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
		if (typeof column.onPage !== 'object' || column.onPage.below !== under) return []
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

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Content, contentsOf } from '#app/domain/redline-reading/block-contents.ts'
import { type LaidCell, type LaidRow, layOutTable } from '#app/domain/redline-reading/lay-out-table.ts'
import type { RedlineTable, TableCell, TableFate } from '#app/domain/redline/redline.ts'

/** Shows a row of the block, by its place among them. */
type ShowRow = (row: number) => ReactNode

/** What stands in a block or a cell: its paragraphs, and its tables as tables. */
export function Contents({ contents, showRow }: { contents: readonly Content[]; showRow: ShowRow }) {
	return contents.map((content, at) =>
		'row' in content ? (
			<div key={at}>{showRow(content.row)}</div>
		) : (
			<TableView key={at} table={content.table} within={content.within} showRow={showRow} />
		),
	)
}

/** Both tables as one, with the rows, columns and cells that came, went, moved or take other places; wide ones scroll. */
function TableView(props: { table: RedlineTable; within: readonly RedlineTable[]; showRow: ShowRow }) {
	const { t } = useTranslation()
	const { table, within, showRow } = props
	const rows = layOutTable(table)
	const hasRowMarks = rows.some(({ kind }) => isMarked(kind))
	const hasColumnMarks = table.columns.some(({ kind }) => isMarked(kind))
	const name = t(`redline.table.${table.kind}`)
	return (
		<div className="document-table" role="group" aria-label={name} tabIndex={0}>
			<table>
				<caption className={table.kind === 'modified' || table.kind === 'unchanged' ? 'sr-text' : undefined}>
					{name}
				</caption>
				<tbody>
					{hasColumnMarks ? (
						<tr>
							{hasRowMarks ? <td className="mark of-row">&nbsp;</td> : null}
							{table.columns.map((column, at) => (
								<td key={at} className="mark">
									<LineMark kind={column.kind} old={column.old} of="column" />
								</td>
							))}
						</tr>
					) : null}
					{rows.map((row, at) => (
						<tr key={at} data-fate={row.kind}>
							{hasRowMarks ? (
								<td className="mark of-row">
									<LineMark kind={row.kind} old={row.old} of="row" />
								</td>
							) : null}
							{row.cells.map((laid, place) =>
								laid === null ? (
									<td key={place}>&nbsp;</td>
								) : (
									<Cell key={place} laid={laid} row={row} within={within} showRow={showRow} />
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	)
}

function Cell(props: { laid: LaidCell; row: LaidRow; within: readonly RedlineTable[]; showRow: ShowRow }) {
	const { laid, row, within, showRow } = props
	const { cell, columns, rows, former } = laid
	const Tag = row.isHeader ? 'th' : 'td'
	const inside = (each: TableCell) => contentsOf(within, each.from, each.to)
	return (
		<Tag scope={row.isHeader ? 'col' : undefined} colSpan={columns} rowSpan={rows} data-fate={cell.kind}>
			<Contents contents={inside(cell)} showRow={showRow} />
			{former.map((each) => (
				<Contents key={each.from} contents={inside(each)} showRow={showRow} />
			))}
			{cell.isRespanned ? <SpanNote cell={cell} /> : null}
		</Tag>
	)
}

/** A merged cell that stands for other rows or columns than before, though no word of it changed. */
function SpanNote({ cell: { old, new: fresh } }: { cell: TableCell }) {
	const { t } = useTranslation()
	if (!old || !fresh) return null
	return (
		<p className="font-ui text-quiet text-warn">
			{t('redline.table.respanned', {
				oldRows: old.rows,
				oldColumns: old.columns,
				rows: fresh.rows,
				columns: fresh.columns,
			})}
		</p>
	)
}

function LineMark({ kind, old, of }: { kind: TableFate; old: number | null; of: 'row' | 'column' }) {
	const { t } = useTranslation()
	if (kind !== 'added' && kind !== 'deleted' && kind !== 'moved') return null
	return <>{t(`redline.table.${of}.${kind}`, { number: (old ?? 0) + 1 })}</>
}

function isMarked(kind: TableFate): boolean {
	return kind === 'added' || kind === 'deleted' || kind === 'moved'
}

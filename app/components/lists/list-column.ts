import type { TFunction } from 'i18next'
import type { Cell } from '#app/documents/list-file/cell.ts'
import { formatDay, formatInstant, formatSecond } from '#app/locales/format-dates.ts'
import type { Language } from '#app/locales/languages.ts'

/**
 * A column of a list, defined once: the table on the page and the file that is taken away are both made of it. On the
 * page it is a column of its own, or stands in small print below another; what is for the file alone says so.
 */
export type ListColumn<Row, Key extends string = string> = {
	readonly key: Key
	readonly label: (t: TFunction) => string
	readonly cell: (row: Row, t: TFunction) => Cell
	readonly onPage?: { readonly below: string } | 'nowhere'
}

/** Columns as they are written down: the compiler then knows their keys. */
export function columnsOf<Row>() {
	return <Key extends string>(columns: readonly ListColumn<Row, Key>[]) => columns
}

/** A cell as a page shows it. */
export function cellWords(cell: Cell, language: Language): string {
	if (cell === null) return '—'
	if (typeof cell !== 'object') return String(cell)
	if ('day' in cell) return formatDay(cell.day, language)
	return 'instant' in cell ? formatInstant(cell.instant, language) : formatSecond(cell.second, language)
}

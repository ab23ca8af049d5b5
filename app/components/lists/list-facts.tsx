import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { type ListColumn, cellWords } from './list-column.ts'

/** One row of a list as a card shows it: each column with its words, one below the other. */
export function ListFacts<Row>({ columns, row }: { columns: readonly ListColumn<Row>[]; row: Row }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<dl className="grid gap-x-3 text-table md:grid-cols-[8em_minmax(0,1fr)]">
			{columns
				.filter((column) => column.onPage === undefined)
				.map((column) => (
					<div key={column.key} className="contents">
						<dt className="text-ink3">{column.label(t)}</dt>
						<dd lang="zh-CN">{cellWords(column.cell(row, t), language)}</dd>
					</div>
				))}
		</dl>
	)
}

import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { eventWords } from '#app/components/form/refusal-notice.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { DoneEntry } from '#app/services/worklist/read-own-record.server.ts'
import { type DoneMatter, foldByMatter } from './fold-by-matter.ts'

/** What somebody has done this month: one row a matter, whose acts are folded into it, the newest first. */
export function DoneList({ entries }: { entries: readonly DoneEntry[] }) {
	const { t } = useTranslation()
	const matter = t('matter.list.column.title')
	const what = t('administration.trail.column.what')
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{t('worklist.column.when')}</th>
					<th scope="col">{matter}</th>
					<th scope="col">{what}</th>
				</tr>
			</thead>
			<tbody>
				{foldByMatter(entries).map((row) => (
					<tr key={row.matterId}>
						<td>
							<Time entry={row.newest} />
						</td>
						<td data-label={matter}>
							<Link to={`/matters/${row.matterId}`}>{row.title}</Link>
						</td>
						<td data-label={what}>
							<Acts row={row} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

function Acts({ row: { newest, earlier } }: { row: DoneMatter }) {
	const { t } = useTranslation()
	if (earlier.length === 0) return <>{eventWords(newest.kind, t)}</>
	return (
		<details>
			<summary className="cursor-pointer">
				{eventWords(newest.kind, t)}
				<span className="text-quiet text-ink3">{t('worklist.doneEarlier', { count: earlier.length })}</span>
			</summary>
			<ul className="mt-1">
				{earlier.map((entry) => (
					<li key={`${entry.stream} ${entry.seq}`} className="text-quiet">
						<Time entry={entry} /> {eventWords(entry.kind, t)}
					</li>
				))}
			</ul>
		</details>
	)
}

function Time({ entry }: { entry: DoneEntry }) {
	return <>{formatInstant(entry.at, useLanguage())}</>
}

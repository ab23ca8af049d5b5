import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ReferenceKind } from '#app/domain/reference/reference-kind.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { EntryLine, VersionLine } from '#app/services/reference/read-entries.server.ts'
import { entryLines, entryName, entryPath, plainDay } from './entry-words.ts'
import { MarkChip } from './mark-chip.tsx'

const COLUMNS = ['entry', 'value', 'source', 'mark', 'since'] as const

/** The entries of a kind, each as it is today. */
export function EntryTable({ kind, entries }: { kind: ReferenceKind; entries: readonly EntryLine[] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<table className="table-list">
			<thead>
				<tr>
					{COLUMNS.map((column) => (
						<th key={column} scope="col">
							{t(`reference.column.${column}`)}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{entries.map((line) => (
					<tr key={line.code}>
						<td>
							<Link to={entryPath(kind, line.code)} className="font-semibold">
								{entryName(line, t, language)}
							</Link>
						</td>
						<td data-label={t('reference.column.value')}>
							<ValueLines lines={entryLines(line.value, t, language)} />
						</td>
						<td data-label={t('reference.column.source')}>{line.source}</td>
						<td data-label={t('reference.column.mark')}>
							<MarkChip mark={line.mark} />
						</td>
						<td data-label={t('reference.column.since')}>
							<Since line={line} next={line.next} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

/** What an entry says, line by line. */
export function ValueLines({ lines }: { lines: readonly string[] }) {
	return (
		<>
			{lines.map((line) => (
				<span key={line} className="block">
					{line}
				</span>
			))}
		</>
	)
}

/** From which day a version holds, and by whom it came. */
export function Since({ line, next }: { line: VersionLine; next: string | null }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<>
			<span className="block">{t('reference.since', { day: plainDay(line.effectiveFrom, language) })}</span>
			<span className="block text-quiet text-ink3">
				{line.hands
					? t('reference.byHands', { ...line.hands, at: formatInstant(line.hands.at, language) })
					: t('reference.byRelease', { day: plainDay(line.lastChecked, language) })}
			</span>
			{next === null ? null : (
				<span className="block text-quiet text-warn">
					{t('reference.next', { day: plainDay(next, language) })}
				</span>
			)}
		</>
	)
}

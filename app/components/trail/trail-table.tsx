import { Link } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ListTable } from '#app/components/lists/list-table.tsx'
import { TRAIL_COLUMNS } from '#app/components/lists/trail-columns.ts'
import type { FoundEntry } from '#app/services/trail/search-trail.server.ts'
import { Chip } from '#app/components/frame/chips.tsx'
import { eventWords } from '#app/components/form/refusal-notice.tsx'
import { codeWords } from '#app/locales/code-words.ts'

/** Entries of the trail, newest first: when, who, what, and where each stands. */
export function TrailTable({
	entries,
	mayOpenMatters,
}: {
	entries: readonly FoundEntry[]
	mayOpenMatters: boolean
}) {
	return (
		<ListTable
			columns={TRAIL_COLUMNS}
			rows={entries}
			keyOf={({ stream, seq }) => `${stream} ${seq}`}
			looks={{
				what: (entry) => <What entry={entry} />,
				where: (entry) => <Place entry={entry} mayOpenMatters={mayOpenMatters} />,
			}}
		/>
	)
}

function What({ entry }: { entry: FoundEntry }) {
	const { t } = useTranslation()
	const reason = entry.isRefused && entry.reason ? reasonWords(entry.reason, t) : null
	return (
		<>
			{eventWords(entry.kind, t)}{' '}
			{entry.isRefused ? (
				<Chip tone="red" icon="shield-cross">
					{t('administration.trail.refused')}
				</Chip>
			) : null}{' '}
			{entry.times > 1 ? (
				<span className="text-quiet text-ink3">
					{t('administration.trail.times', { count: entry.times })}
				</span>
			) : null}
			{reason ? (
				<span className="block text-quiet text-ink3">
					{t('administration.trail.reason', { words: reason })}
				</span>
			) : null}
		</>
	)
}

/** The general sentence of a refusal; one that needs figures the trail page does not have is left out. */
function reasonWords(code: string, t: TFunction): string | null {
	const words = codeWords(t, 'refusals.code', code, { skipInterpolation: true })
	return words === null || words.includes('{{') ? null : words
}

function Place({ entry, mayOpenMatters }: { entry: FoundEntry; mayOpenMatters: boolean }) {
	const { t } = useTranslation()
	const [place = ''] = entry.stream.split('/')
	const words = entry.caseNumber ?? codeWords(t, 'administration.trail.streams', place) ?? place
	return (
		<>
			{mayOpenMatters && entry.matterId ? (
				<Link to={`/matters/${entry.matterId}/trail`}>{words}</Link>
			) : (
				words
			)}
			<details className="text-quiet text-ink3">
				<summary>{t('administration.trail.entry', { seq: entry.seq })}</summary>
				<span className="block break-all">{entry.stream}</span>
				<code className="break-all font-mono">{entry.hash}</code>
			</details>
		</>
	)
}

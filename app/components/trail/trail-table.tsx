import { Link } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatSecond } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
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
	const { t } = useTranslation()
	const language = useLanguage()
	const column = (key: 'at' | 'who' | 'what' | 'where') => t(`administration.trail.column.${key}`)
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{column('at')}</th>
					<th scope="col">{column('who')}</th>
					<th scope="col">{column('what')}</th>
					<th scope="col">{column('where')}</th>
				</tr>
			</thead>
			<tbody>
				{entries.map((entry) => (
					<tr key={`${entry.stream} ${entry.seq}`}>
						<td className="whitespace-nowrap text-ink3">{formatSecond(entry.at, language)}</td>
						<td data-label={column('who')}>
							{entry.actor ??
								t(
									entry.stream === 'sign-ins'
										? 'administration.trail.stranger'
										: 'administration.trail.nobody',
								)}
							{entry.role ? (
								<span className="block text-quiet text-ink3">{t(`words.role.${entry.role}`)}</span>
							) : null}
						</td>
						<td data-label={column('what')}>
							<What entry={entry} />
						</td>
						<td data-label={column('where')}>
							<Place entry={entry} mayOpenMatters={mayOpenMatters} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
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

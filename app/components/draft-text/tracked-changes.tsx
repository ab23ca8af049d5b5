import { useTranslation } from 'react-i18next'
import type { TrackedChange } from '#app/documents/word/tracked-changes.ts'
import { Card } from '#app/components/frame/card.tsx'

/** More lines would be no list that anybody reads to its end; the rest is counted. */
const LINES = 200

/** Who made which tracked change when, as the file itself says; nothing where it has none. */
export function TrackedChanges({ changes }: { changes: readonly TrackedChange[] }) {
	const { t } = useTranslation()
	if (changes.length === 0) return null
	const authors = new Map<string, number>()
	for (const { author } of changes) authors.set(author, (authors.get(author) ?? 0) + 1)
	return (
		<Card title={t('redline.tracked.title', { count: changes.length })}>
			<p className="mb-1 text-table">
				{[...authors].map(([author, count]) => (
					<span key={author} className="mr-4">
						{t('redline.tracked.byAuthor', { author: author || t('redline.tracked.nobody'), count })}
					</span>
				))}
			</p>
			<p className="mb-2 text-quiet text-ink3">{t('redline.tracked.lead')}</p>
			<details>
				<summary className="cursor-pointer text-table text-accent">{t('redline.tracked.list')}</summary>
				<ol className="mt-1 max-h-[320px] overflow-y-auto text-table">
					{changes.slice(0, LINES).map((change, at) => (
						<Line key={at} change={change} />
					))}
				</ol>
				{changes.length > LINES ? (
					<p className="text-quiet text-ink3">
						{t('redline.tracked.more', { count: changes.length - LINES })}
					</p>
				) : null}
			</details>
		</Card>
	)
}

function Line({ change: { author, at, kind, words } }: { change: TrackedChange }) {
	const { t } = useTranslation()
	const Tag = kind === 'inserted' || kind === 'moved-to' ? 'ins' : kind === 'format' ? 'span' : 'del'
	return (
		<li className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1 last:border-b-0">
			<span>{author || t('redline.tracked.nobody')}</span>
			<time className="text-quiet text-ink3">{at.replace('T', ' ').replace(/(:\d\d)?Z?$/, '')}</time>
			<span className="text-quiet text-ink2">{t(`redline.tracked.kind.${kind}`)}</span>
			{words === '' ? null : (
				<Tag lang="zh-CN" className={kind === 'format' ? '' : 'change'}>
					{words.length > 120 ? `${words.slice(0, 120)}…` : words}
				</Tag>
			)}
		</li>
	)
}

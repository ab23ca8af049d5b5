import type { ReactNode } from 'react'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { formatDay, formatSecond, shanghaiDay } from '#app/locales/format-dates.ts'
import { Icon } from './icon.tsx'

/** One entry of a trail, worded. */
export type TimelineEntry = {
	readonly key: string
	readonly at: Date | string
	readonly who: string
	/** The post under which it was done. */
	readonly post?: string
	readonly words: ReactNode
	readonly isRefused?: boolean
	/** Number, hash, particulars: what opens below the sentence. */
	readonly more?: ReactNode
}

/** What happened, by day, in the order given. A refused act carries the red shield beside its words. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
	const language = useLanguage()
	const days = [...new Set(entries.map((entry) => shanghaiDay(entry.at)))]
	return (
		<>
			{days.map((day) => (
				<section key={day} className="mb-3">
					<h3 className="bg-sunken px-4 py-1 text-table font-semibold text-ink2">
						{formatDay(day, language)}
					</h3>
					<ol>
						{entries
							.filter((entry) => shanghaiDay(entry.at) === day)
							.map((entry) => (
								<Entry key={entry.key} entry={entry} />
							))}
					</ol>
				</section>
			))}
		</>
	)
}

function Entry({ entry }: { entry: TimelineEntry }) {
	const language = useLanguage()
	const instant = new Date(entry.at)
	return (
		<li className="flex gap-3 border-b border-line px-4 py-2 last:border-b-0 max-md:flex-wrap">
			<time
				dateTime={instant.toISOString()}
				title={formatSecond(instant, language)}
				className="w-[5em] shrink-0 text-table text-ink3"
			>
				{formatSecond(instant, language).slice(-8)}
			</time>
			<div className="min-w-0 flex-1">
				<p className={entry.isRefused ? 'text-bad' : ''}>
					{entry.isRefused ? <Icon name="shield-cross" className="mr-1 align-[-2px]" /> : null}
					<strong className="font-semibold">{entry.who}</strong>
					{entry.post ? <span className="text-table text-ink3"> {entry.post}</span> : null} {entry.words}
				</p>
				{entry.more ? <div className="text-quiet text-ink3">{entry.more}</div> : null}
			</div>
		</li>
	)
}

import type { ReactNode } from 'react'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { formatDay, formatSecond, shanghaiDay } from '#app/locales/format-dates.ts'

/** One thing that happened, worded. */
export type TimelineEntry = {
	readonly key: string | number
	readonly at: string
	readonly children: ReactNode
}

/** What happened, under the days of China, in the order given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
	const language = useLanguage()
	const days = [...new Set(entries.map((entry) => shanghaiDay(entry.at)))]
	return (
		<>
			{days.map((day) => (
				<section key={day}>
					<h2 className="border-b border-line bg-sunken px-4 py-1 text-table font-semibold text-ink2">
						{formatDay(day, language)}
					</h2>
					<ol>
						{entries
							.filter((entry) => shanghaiDay(entry.at) === day)
							.map((entry) => (
								<Entry key={entry.key} at={entry.at}>
									{entry.children}
								</Entry>
							))}
					</ol>
				</section>
			))}
		</>
	)
}

function Entry({ at, children }: { at: string; children: ReactNode }) {
	const second = formatSecond(at, useLanguage())
	return (
		<li className="flex gap-3 border-b border-line px-4 py-2 max-md:flex-wrap">
			<time dateTime={at} title={second} className="w-[5em] shrink-0 text-table text-ink3">
				{second.slice(-'00:00:00'.length)}
			</time>
			<div className="min-w-0 flex-1">{children}</div>
		</li>
	)
}

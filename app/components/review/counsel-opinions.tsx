import { useTranslation } from 'react-i18next'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { Chip } from '#app/components/frame/chips.tsx'

/** A counsel's opinion as it is read. */
export type CounselOpinionRow = {
	readonly id: string
	readonly name: string
	readonly round: number
	readonly conclusion: Conclusion
	readonly text: string
	readonly signedAt: string
	readonly disposition: string | null
	/** They declared an interest afterwards: what they wrote is kept, and is not counted. */
	readonly steppedBack: boolean
}

/** How a conclusion looks as a status. */
export function ConclusionChip({ conclusion }: { conclusion: Conclusion }) {
	const { t } = useTranslation()
	const looks = {
		lawful: ['green', 'check'],
		amend: ['amber', 'pen'],
		unlawful: ['red', 'cross'],
		'risk-flagged': ['amber', 'alert'],
	} as const
	const [tone, icon] = looks[conclusion]
	return (
		<Chip tone={tone} icon={icon}>
			{t(`words.conclusion.${conclusion}`)}
		</Chip>
	)
}

/** The written opinions of counsel, with how a 不合法 was disposed of. */
export function CounselOpinions({ rows }: { rows: readonly CounselOpinionRow[] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<ul>
			{rows.map((row) => (
				<li key={row.id} className="border-b border-line px-4 py-2 last:border-b-0">
					<div className="flex flex-wrap items-baseline gap-x-3">
						<span className="font-semibold">{row.name}</span>
						<ConclusionChip conclusion={row.conclusion} />
						<span className="text-quiet text-ink3">
							{t('intake.desk.round', { round: row.round })} · {formatInstant(row.signedAt, language)}
						</span>
					</div>
					<p lang="zh-CN" className="whitespace-pre-wrap text-table">
						{row.text}
					</p>
					{row.steppedBack ? (
						<p className="text-table text-warn">{t('review.counsel.steppedBack', { name: row.name })}</p>
					) : null}
					{row.disposition ? (
						<p lang="zh-CN" className="text-table text-warn">
							{t('review.hold.disposed', { words: row.disposition })}
						</p>
					) : null}
				</li>
			))}
		</ul>
	)
}

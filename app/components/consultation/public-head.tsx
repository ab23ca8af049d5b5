import { useTranslation } from 'react-i18next'
import type { ConsultationStanding } from '#app/domain/consultation/consultation.ts'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { PeriodOfConsultation } from './consultation-card.tsx'

type Shown = {
	readonly title: string
	readonly organ: string
	readonly unit: string
	readonly standing: ConsultationStanding
	readonly from: string
	readonly to: string
	readonly days: number
	readonly daysLeft: number
	readonly shorterReason: string | null
	readonly introduction: string
	readonly cancelledFor: string | null
}

/** The head of the public page: whose draft it is, how long it is open, and what it is about. */
export function PublicHead({ page }: { page: Shown }) {
	const { t } = useTranslation()
	return (
		<>
			<header className="bg-bar text-bar-ink">
				<p className="mx-auto flex max-w-page flex-wrap items-baseline gap-x-3 px-5 py-3 max-md:px-3">
					<strong className="text-[1.2rem]">{page.organ}</strong>
					<span className="border-l border-bar-ink2 pl-3 text-table text-bar-ink2">
						{t('consultation.title')}
					</span>
				</p>
			</header>
			<div className="border-b border-line bg-surface">
				<div className="mx-auto max-w-page px-5 py-4 max-md:px-3">
					<p className="text-table text-ink3">
						{t('consultation.public.from', { organ: page.organ, unit: page.unit })}
					</p>
					<h1 className="my-1 text-title font-semibold" lang="zh-CN">
						{t('consultation.public.draft', { title: page.title })}
					</h1>
					<Remaining page={page} />
					<PeriodOfConsultation line={page} />
					<details className="mt-2" open>
						<summary className="cursor-pointer text-accent">{t('consultation.introduction')}</summary>
						<p className="mt-1 whitespace-pre-wrap" lang="zh-CN">
							{page.introduction}
						</p>
					</details>
				</div>
			</div>
		</>
	)
}

/** How long one may still comment, or why one may not. */
function Remaining({ page }: { page: Shown }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { standing, daysLeft } = page
	const [from, to] = [formatDay(page.from, language), formatDay(page.to, language)]
	if (standing === 'running')
		return (
			<p
				className={`my-2 inline-block border-l-4 px-4 py-2 ${daysLeft === 0 ? 'border-warn bg-warn-soft text-warn' : 'border-accent bg-accent-soft'}`}
			>
				{daysLeft === 0
					? t('consultation.public.lastDay')
					: t('consultation.public.left', { days: daysLeft, day: to })}
			</p>
		)
	const words = {
		ahead: t('consultation.public.ahead', { day: from }),
		closed: t('consultation.public.closed', { day: to }),
		settled: t('consultation.public.settled', { day: to }),
		cancelled: t('consultation.public.cancelled', { words: page.cancelledFor ?? '' }),
	}[standing]
	return <p className="my-2 border-l-4 border-warn bg-warn-soft px-4 py-2">{words}</p>
}

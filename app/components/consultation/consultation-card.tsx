import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import type { ConsultationStanding } from '#app/domain/consultation/consultation.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { ConsultationLine } from '#app/services/consultation/read-consultation-page.server.ts'

/** One public consultation: its days, its text, what the public reads, and how it ended. */
export function ConsultationCard({ line }: { line: ConsultationLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { standing, end } = line
	return (
		<Card title={t('consultation.version', { version: line.versionNo })}>
			<p className="mb-2">
				<StandingOfConsultation standing={standing} />
			</p>
			<PeriodOfConsultation line={line} />
			<dl className="mt-2">
				<Fact name={t('consultation.address')}>
					<Link to={`/consultations/${line.code}`} className="break-all">
						{`/consultations/${line.code}`}
					</Link>
				</Fact>
				<Fact name={t('consultation.introduction')}>
					<span className="whitespace-pre-wrap" lang="zh-CN">
						{line.introduction}
					</span>
				</Fact>
				{line.contact === '' ? null : (
					<Fact name={t('consultation.contact')}>
						<span className="whitespace-pre-wrap" lang="zh-CN">
							{line.contact}
						</span>
					</Fact>
				)}
			</dl>
			<p className="mt-2 text-quiet text-ink3">
				{t('consultation.opened', { by: line.openedBy, at: formatInstant(line.openedAt, language) })}
			</p>
			{end?.words ? (
				<p className="mt-2 text-table">
					{t('consultation.cancelledBy', {
						by: end.by,
						at: formatInstant(end.at, language),
						words: end.words,
					})}
				</p>
			) : null}
		</Card>
	)
}

/** From when to when, how many days, and where they are fewer than 30 the reason. */
export function PeriodOfConsultation({
	line,
}: {
	line: Pick<ConsultationLine, 'from' | 'to' | 'days' | 'shorterReason'>
}) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<>
			<p className="tabular-nums">
				{t('consultation.period', {
					from: formatDay(line.from, language),
					to: formatDay(line.to, language),
					days: line.days,
				})}
			</p>
			{line.shorterReason === null ? null : (
				<p className="my-2 border-l-4 border-warn bg-warn-soft px-4 py-2 text-table text-warn">
					{t('consultation.shortened', { days: line.days, reason: line.shorterReason })}
				</p>
			)}
		</>
	)
}

const TONES = {
	ahead: 'grey',
	running: 'blue',
	closed: 'amber',
	settled: 'green',
	cancelled: 'grey',
} as const

export function StandingOfConsultation({ standing }: { standing: ConsultationStanding }) {
	const { t } = useTranslation()
	return (
		<Chip tone={TONES[standing]} icon={standing === 'settled' ? 'check' : 'circle'}>
			{t(`consultation.standing.${standing}`)}
		</Chip>
	)
}

import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState } from '#app/components/frame/page.tsx'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { PAUSE_CAUSES } from '#app/domain/matter/deadline.ts'
import { URGENCY_CAUSES } from '#app/domain/matter/matter-request.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { ClockRequest } from '#app/services/intake/read-clock-page.server.ts'

/** What was asked on the clock of a review, and how it was answered. */
export function ClockRequests({ requests }: { requests: readonly ClockRequest[] }) {
	const { t } = useTranslation()
	return (
		<Card title={t('clock.record')}>
			{requests.length === 0 ? <EmptyState>{t('clock.none')}</EmptyState> : null}
			<ul>
				{requests.map((request) => (
					<Line key={request.id} request={request} />
				))}
			</ul>
		</Card>
	)
}

function Line({ request }: { request: ClockRequest }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { kind, by, at, words, untilOn, answer } = request
	const until =
		untilOn === null
			? ''
			: t('clock.until', { cause: causeOf(request, t), day: formatDay(untilOn, language) })
	return (
		<li className="border-b border-line py-2 text-table last:border-0">
			<p>
				{t(`clock.asked.${kind}`, { by, at: formatInstant(at, language) })}
				{until || causeOf(request, t)}
				{t('clock.semicolon')}
				{words}
			</p>
			<p className="text-ink2">
				{answer
					? t(answer.isGranted ? 'clock.granted' : 'clock.declined', {
							by: answer.by,
							at: formatInstant(answer.at, language),
							reason: answer.reason,
						})
					: t('clock.open')}
			</p>
		</li>
	)
}

function causeOf({ kind, cause }: ClockRequest, t: TFunction): string {
	const isPause = kind === 'pause'
	const pause = PAUSE_CAUSES.find((each) => each === cause)
	const urgency = URGENCY_CAUSES.find((each) => each === cause)
	if (isPause && pause) return t(`words.stopCause.${pause}`)
	return urgency ? t(`clock.urgencyCause.${urgency}`) : ''
}

import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/frame/icon.tsx'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { WorkItem } from '#app/services/worklist/read-worklist.server.ts'

/** The due day with the sum that led to it: nobody has to believe a date. */
export function Due({
	item,
}: {
	item: Pick<WorkItem, 'dueOn' | 'daysLeft' | 'period' | 'group' | 'isProvisional'>
}) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (item.dueOn === null || item.daysLeft === null)
		return <span className="text-ink3">{t('worklist.due.none')}</span>
	const isLate = item.group === 'overdue'
	return (
		<>
			<span
				className={`flex items-center gap-1 font-semibold ${isLate ? 'text-bad' : item.group === 'today' ? 'text-warn' : ''}`}
			>
				<Icon name={isLate ? 'alert' : 'clock'} />
				{isLate
					? t('worklist.due.late', { days: Math.max(1, -item.daysLeft) })
					: item.group === 'today'
						? t('worklist.due.today')
						: t('worklist.due.on', { day: formatDay(item.dueOn, language) })}
			</span>
			<span className="block text-quiet text-ink3">
				{isLate || item.group === 'today'
					? formatDay(item.dueOn, language)
					: t('worklist.due.left', { days: item.daysLeft })}
				{item.period
					? ` · ${t(item.period.isInCalendarDays ? 'worklist.due.sumOfDays' : 'worklist.due.sum', { from: formatDay(item.period.startsOn, language), days: item.period.days })}`
					: ''}
			</span>
			{isLate ? <span className="block text-quiet text-ink3">{t('worklist.due.notConsent')}</span> : null}
			{item.isProvisional ? (
				<span className="block text-quiet text-warn">{t('worklist.due.provisional')}</span>
			) : null}
		</>
	)
}

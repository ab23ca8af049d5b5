import { useTranslation } from 'react-i18next'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { DeadlineLine } from '#app/services/matter/explain-deadlines.server.ts'

/** The periods of a matter, each with what its due day is made of: from when, how many days, pauses, holidays. */
export function Deadlines({ lines }: { lines: readonly DeadlineLine[] }) {
	const { t } = useTranslation()
	return (
		<Card title={t('matter.deadlines.title')}>
			{lines.length === 0 ? <p className="text-table text-ink2">{t('matter.deadlines.none')}</p> : null}
			<dl className="columns-on-paper">
				{lines.map((line, at) => (
					<Fact key={at} name={t(`words.deadline.${line.kind}`)}>
						<Sum line={line} />
						<span className="block text-quiet text-ink3 print:ml-2 print:inline">
							<Standing line={line} />
						</span>
						{line.fewerThan === null ? null : (
							<strong className="block text-quiet text-bad">
								{t('matter.deadlines.fewerThan', { days: line.fewerThan })}
							</strong>
						)}
						<Reasons line={line} />
					</Fact>
				))}
			</dl>
			{lines.length > 0 ? <p className="text-quiet text-ink3">{t('matter.deadlines.rule')}</p> : null}
		</Card>
	)
}

function Sum({ line: { startsOn, net, dueOn, isInCalendarDays } }: { line: DeadlineLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const from = formatDay(startsOn, language)
	return dueOn === null
		? t('matter.deadlines.stoppedLine', { from, days: net })
		: t(isInCalendarDays ? 'matter.deadlines.lineOfDays' : 'matter.deadlines.line', {
				from,
				days: net,
				due: formatDay(dueOn, language),
			})
}

function Standing({ line }: { line: DeadlineLine }) {
	const { t } = useTranslation()
	const left = line.daysLeft ?? 0
	const words = line.isEnded
		? t(endedKey(left < 0, line.isInCalendarDays), { days: Math.abs(left) })
		: t(line.isStopped ? 'matter.deadlines.stopped' : 'matter.deadlines.running')
	return line.isProvisional ? `${words} · ${t('matter.deadlines.provisional')}` : words
}

function endedKey(isLate: boolean, isInCalendarDays: boolean) {
	if (isInCalendarDays) return isLate ? 'matter.deadlines.endedLateOfDays' : 'matter.deadlines.endedOfDays'
	return isLate ? 'matter.deadlines.endedLate' : 'matter.deadlines.ended'
}

/** What changed the period, what it stood still for, and what else lies between its first and its last day. */
function Reasons({ line }: { line: DeadlineLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const day = (each: string) => formatDay(each, language)
	const { changes, stops, explained } = line
	const reasons = [
		...changes.map(({ kind, days, reason }) =>
			t(`matter.deadlines.${kind}`, { days: Math.abs(days), reason }),
		),
		...stops.map(({ cause, from, to }) =>
			to === null
				? t('matter.deadlines.openStop', { cause: t(`words.stopCause.${cause}`), from: day(from) })
				: t('matter.deadlines.stop', { cause: t(`words.stopCause.${cause}`), from: day(from), to: day(to) }),
		),
		...(explained?.holidays ?? []).map(({ from, to }) =>
			t('matter.deadlines.holiday', { from: day(from), to: day(to) }),
		),
		...(explained && explained.makeUpDays.length > 0
			? [t('matter.deadlines.makeUp', { days: explained.makeUpDays.map(day).join('、') })]
			: []),
		...(explained && explained.stopped > 0
			? [t('matter.deadlines.gross', { net: line.net, gross: explained.gross, stopped: explained.stopped })]
			: []),
	]
	if (reasons.length === 0) return null
	return (
		<ul className="text-quiet text-ink3">
			{reasons.map((reason) => (
				<li key={reason}>{reason}</li>
			))}
		</ul>
	)
}

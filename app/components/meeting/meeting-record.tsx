import { useTranslation } from 'react-i18next'
import { CAPACITIES } from '#app/domain/meeting/attendance.ts'
import type { MeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { Card, Fact } from '#app/components/frame/card.tsx'

/** The record of a meeting that was held: what became of each item, and who was there. */
export function MeetingRecordCards({
	page,
}: {
	page: Pick<MeetingPage, 'outcomes' | 'attendance' | 'offSystem'>
}) {
	const { t } = useTranslation()
	return (
		<>
			{page.outcomes.length > 0 ? (
				<Card title={t('meeting.agenda.results')}>
					{page.outcomes.map((entry) => (
						<section key={entry.agendaItemId} className="border-b border-line py-2 last:border-b-0">
							<h3 className="font-semibold">{entry.title}</h3>
							<dl>
								<Fact name={t('meeting.outcome.result')}>{t(`words.outcome.${entry.outcome}`)}</Fact>
								{entry.decisionText ? (
									<Fact name={t('meeting.outcome.decision')}>{entry.decisionText}</Fact>
								) : null}
								{entry.dissent ? <Fact name={t('meeting.outcome.dissent')}>{entry.dissent}</Fact> : null}
							</dl>
						</section>
					))}
				</Card>
			) : null}
			<OffSystem items={page.offSystem} />
			{page.attendance.length > 0 ? (
				<Card title={t('meeting.agenda.attendance')}>
					<dl>
						{CAPACITIES.map((capacity) => {
							const persons = page.attendance.filter((person) => person.capacity === capacity)
							return persons.length === 0 ? null : (
								<Fact key={capacity} name={t(`meeting.capacity.${capacity}`)}>
									{persons.map((person) => [person.name, person.organ].filter(Boolean).join(' ')).join('、')}
								</Fact>
							)
						})}
					</dl>
				</Card>
			) : null}
		</>
	)
}

/** What was taken up outside the system: it cannot be left out. */
function OffSystem({ items }: { items: MeetingPage['offSystem'] }) {
	const { t } = useTranslation()
	if (items.length === 0) return null
	return (
		<Card title={t('meeting.offSystem.title')} note={items.length}>
			{items.map((item) => (
				<section key={item.id} className="border-b border-line py-2 last:border-b-0">
					<h3 className="font-semibold text-bad">{item.title}</h3>
					<dl>
						<Fact name={t('meeting.offSystem.organ')}>{item.organ}</Fact>
						<Fact name={t('meeting.outcome.decision')}>{item.decisionText}</Fact>
						<Fact name={t('meeting.offSystem.reason')}>{item.reason}</Fact>
					</dl>
				</section>
			))}
		</Card>
	)
}

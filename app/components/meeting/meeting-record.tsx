import { useTranslation } from 'react-i18next'
import { CAPACITIES } from '#app/domain/meeting/attendance.ts'
import type { Quorum } from '#app/domain/minutes/quorum.ts'
import type { MeetingRecordEntries } from '#app/services/meeting/meeting-record-entries.server.ts'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { ItemRecord } from './item-record.tsx'

/** The record of a meeting that was held: what became of each item, who was there, and what was corrected since. */
export function MeetingRecordCards({ page }: { page: MeetingRecordEntries }) {
	const { t } = useTranslation()
	return (
		<>
			<Corrections items={page.corrections} />
			{page.outcomes.length > 0 ? (
				<Card
					title={t('meeting.agenda.results')}
					note={page.isDraft ? t('meeting.discussion.draft') : t('meeting.discussion.confirmed')}
				>
					{page.outcomes.map((entry) => (
						<ItemRecord key={entry.agendaItemId} entry={entry} />
					))}
				</Card>
			) : null}
			<OffSystem items={page.offSystem} />
			{page.attendance.length > 0 ? (
				<Card title={t('meeting.agenda.attendance')}>
					<dl>
						{page.quorum ? <QuorumFact quorum={page.quorum} /> : null}
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

/** How many of the meeting's members came, and whether that is more than half. */
function QuorumFact({ quorum: { status, members, present } }: { quorum: Quorum }) {
	const { t } = useTranslation()
	return (
		<Fact name={t('meeting.quorum.title')}>
			<span className={status === 'met' ? '' : 'font-semibold text-bad'}>
				{t(`meeting.quorum.${status}`, { members, present })}
			</span>
		</Fact>
	)
}

/** What the confirmed record should have said: it stands first, for whoever reads on. */
function Corrections({ items }: { items: MeetingRecordEntries['corrections'] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (items.length === 0) return null
	return (
		<Card title={t('meeting.correction.title')} note={items.length}>
			{items.map((item) => (
				<section key={item.id} className="border-b border-line py-2 last:border-b-0">
					<h3 className="font-semibold text-warn">{item.title ?? t('meeting.correction.whole')}</h3>
					<dl>
						<Fact name={t('meeting.correction.words')}>{item.words}</Fact>
						<Fact name={t('meeting.correction.reason')}>{item.reason}</Fact>
						<Fact name={t('meeting.correction.at')}>{formatInstant(item.correctedAt, language)}</Fact>
					</dl>
				</section>
			))}
		</Card>
	)
}

/** What was taken up outside the system: it cannot be left out. */
function OffSystem({ items }: { items: MeetingRecordEntries['offSystem'] }) {
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

import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { SelectField, TextArea, TextField } from '#app/components/form/fields.tsx'
import { CAPACITIES } from '#app/domain/meeting/attendance.ts'
import { about } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import type { OutcomesPage } from '#app/services/meeting/read-outcomes-page.server.ts'
import type { RecordFormProps } from './discussion-form.tsx'

const { 'record-attendance': ATTENDANCE, 'record-off-system': OFF_SYSTEM } = MEETING
const CORRECTION = MEETING['correct-record']

/** Who was there, and how many members the meeting has. */
export function AttendanceForm(
	props: RecordFormProps & { page: Pick<OutcomesPage, 'memberCount' | 'record'> },
) {
	const { t } = useTranslation()
	const { commandKey, seen, page, answer } = props
	const { attendance } = page.record
	const lines = (capacity: string) =>
		attendance
			.filter((person) => person.capacity === capacity)
			.map((person) => `${person.name} ${person.organ}`.trim())
			.join('\n')
	return (
		<Card title={t('meeting.agenda.attendance')}>
			<CommandForm commandKey={commandKey} seen={seen} answer={answer} about={about(ATTENDANCE)}>
				<TextField
					name={ATTENDANCE.total}
					label={t('meeting.quorum.total')}
					hint={t('meeting.quorum.totalHint')}
					inputMode="numeric"
					className="max-w-[8em]"
					defaultValue={page.memberCount ?? ''}
				/>
				{CAPACITIES.map((capacity) => (
					<TextArea
						key={capacity}
						name={ATTENDANCE[capacity]}
						label={t(`meeting.outcome.${capacity}`)}
						rows={3}
						optional={capacity !== 'member'}
						defaultValue={lines(capacity)}
					/>
				))}
				<Button look={attendance.length === 0 ? 'filled' : 'outline'}>
					{t('meeting.outcome.saveAttendance')}
				</Button>
			</CommandForm>
		</Card>
	)
}

/** What was taken up outside the system, as it is reported. */
export function OffSystemForm({ commandKey, seen, answer }: RecordFormProps) {
	const { t } = useTranslation()
	return (
		<Card title={t('meeting.offSystem.record')}>
			<p className="mb-2 text-table text-ink2">{t('meeting.offSystem.lead')}</p>
			<CommandForm commandKey={commandKey} seen={seen} answer={answer} about={about(OFF_SYSTEM)}>
				<TextField name={OFF_SYSTEM.title} label={t('meeting.offSystem.name')} />
				<TextField name={OFF_SYSTEM.organ} label={t('meeting.offSystem.organ')} />
				<TextArea name={OFF_SYSTEM.decisionText} label={t('meeting.outcome.decision')} rows={3} />
				<TextArea name={OFF_SYSTEM.reason} label={t('meeting.offSystem.reason')} rows={2} />
				<Button>{t('meeting.offSystem.record')}</Button>
			</CommandForm>
		</Card>
	)
}

/** 更正: what the confirmed record should have said. */
export function CorrectionForm(props: RecordFormProps & { items: OutcomesPage['items'] }) {
	const { t } = useTranslation()
	const { commandKey, seen, answer, items } = props
	return (
		<Card title={t('meeting.correction.record')}>
			<p className="mb-2 text-table text-ink2">{t('meeting.correction.lead')}</p>
			<CommandForm commandKey={commandKey} seen={seen} answer={answer} about={about(CORRECTION)}>
				<SelectField
					name={CORRECTION.item}
					id="correction-item"
					label={t('meeting.correction.about')}
					optional
					empty={t('meeting.correction.whole')}
					options={items.map(({ agendaItemId, title }) => ({ value: agendaItemId, label: title }))}
				/>
				<TextArea
					name={CORRECTION.words}
					id="correction-words"
					label={t('meeting.correction.words')}
					hint={t('meeting.correction.wordsHint')}
					rows={3}
				/>
				<TextArea
					name={CORRECTION.reason}
					id="correction-reason"
					label={t('meeting.correction.reason')}
					rows={2}
				/>
				<Button>{t('meeting.correction.record')}</Button>
			</CommandForm>
		</Card>
	)
}

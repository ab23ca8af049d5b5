import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { AgendaChip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { RadioRow, TextArea, TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { MeetingHead } from '#app/components/meeting/meeting-head.tsx'
import { MeetingRecordCards } from '#app/components/meeting/meeting-record.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { CAPACITIES } from '#app/domain/meeting/attendance.ts'
import { about } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import { meetingIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { runMeetingForm } from '#app/http/take-meeting-form.server.ts'
import { type OpenOutcome, readOutcomesPage } from '#app/services/meeting/read-outcomes-page.server.ts'

export const shouldRevalidate = revalidateAfterRefusal

const { 'record-outcome': OUTCOME, 'record-attendance': ATTENDANCE } = MEETING
const OFF_SYSTEM = MEETING['record-off-system']

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return {
		key: shell.newId(),
		...pageOrThrow(await readOutcomesPage(shell, actor, meetingIdOf(args.params))),
	}
}

export async function action(args: ActionFunctionArgs) {
	const meetingId = meetingIdOf(args.params)
	return takeForm(args, {
		shape: MEETING,
		run: (given) => runMeetingForm(given, meetingId),
		goTo: () => `/meetings/${meetingId}/outcomes`,
	})
}

export default function OutcomesRoute() {
	const { t } = useTranslation()
	const { key, heading, open, record } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<MeetingHead
				heading={heading}
				title={t('meeting.outcome.title')}
				back={{ to: `/meetings/${heading.id}`, label: t('meeting.backToAgenda') }}
			/>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">{t('meeting.outcome.lead')}</p>
				{open.length === 0 ? (
					<Card padded={false}>
						<EmptyState>{t('meeting.outcome.none')}</EmptyState>
					</Card>
				) : null}
				{heading.open.includes('outcome.noted')
					? open.map((item, at) => (
							<OutcomeForm
								key={item.agendaItemId}
								item={item}
								isFirst={at === 0}
								commandKey={key}
								seen={heading.revision}
								answer={answer}
							/>
						))
					: null}
				<MeetingRecordCards page={record} />
				{heading.open.includes('attendance.recorded') ? (
					<AttendanceForm commandKey={key} seen={heading.revision} record={record} answer={answer} />
				) : null}
				{heading.open.includes('off-system.recorded') ? (
					// By its key it begins anew once it was sent: what was recorded is not sent again by a second press.
					<OffSystemForm key={key} commandKey={key} seen={heading.revision} answer={answer} />
				) : null}
			</PageBody>
		</>
	)
}

type FormProps = {
	readonly commandKey: string
	readonly seen: number
	readonly answer: FormAnswer | undefined
}

function OutcomeForm({
	item,
	isFirst,
	commandKey,
	seen,
	answer,
}: FormProps & { item: OpenOutcome; isFirst: boolean }) {
	const { t } = useTranslation()
	const { agendaItemId } = item
	return (
		<Card title={item.title} note={item.organ} aside={<AgendaChip state={item.state} />}>
			<CommandForm
				commandKey={commandKey}
				seen={seen}
				answer={answer}
				about={about(OUTCOME, { item: agendaItemId })}
			>
				<RadioRow
					name={OUTCOME.outcome}
					legend={t('meeting.outcome.result')}
					isStacked
					choices={item.outcomes.map((outcome) => ({
						value: outcome,
						label: t(`words.outcome.${outcome}`),
						hint: t(`meeting.outcome.effect.${outcome}`),
					}))}
				/>
				<TextArea
					name={OUTCOME.decisionText}
					id={`decision-${agendaItemId}`}
					label={t('meeting.outcome.decision')}
					hint={t('meeting.outcome.decisionHint')}
					required={false}
					rows={3}
				/>
				<TextArea
					name={OUTCOME.dissent}
					id={`dissent-${agendaItemId}`}
					label={t('meeting.outcome.dissent')}
					hint={t('meeting.outcome.dissentHint')}
					optional
					rows={2}
				/>
				<Button look={isFirst ? 'filled' : 'outline'}>
					{t('meeting.outcome.record', { title: item.title })}
				</Button>
			</CommandForm>
		</Card>
	)
}

function AttendanceForm(
	props: FormProps & { record: { attendance: readonly { capacity: string; name: string; organ: string }[] } },
) {
	const { t } = useTranslation()
	const { commandKey, seen, record, answer } = props
	const lines = (capacity: string) =>
		record.attendance
			.filter((person) => person.capacity === capacity)
			.map((person) => `${person.name} ${person.organ}`.trim())
			.join('\n')
	return (
		<Card title={t('meeting.agenda.attendance')}>
			<CommandForm commandKey={commandKey} seen={seen} answer={answer} about={about(ATTENDANCE)}>
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
				<Button>{t('meeting.outcome.saveAttendance')}</Button>
			</CommandForm>
		</Card>
	)
}

function OffSystemForm({ commandKey, seen, answer }: FormProps) {
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

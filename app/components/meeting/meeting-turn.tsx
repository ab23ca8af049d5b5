import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { TurnBar } from '#app/components/frame/page.tsx'
import { isTakeable } from '#app/domain/meeting/pool-obstacle.ts'
import type { MeetingTask } from '#app/domain/meeting/meeting-record.ts'
import { formatDay, shanghaiDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { MeetingAct } from '#app/domain/act/meeting-acts.ts'
import { about } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import type { MeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'

type TurnProps = {
	readonly page: MeetingPage
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

/** What this meeting waits for, and the one button that does it. */
export function MeetingTurn({ page, commandKey, answer }: TurnProps) {
	const { t } = useTranslation()
	const { heading, task } = page
	if (task === null)
		return (
			<TurnBar
				kind="nobody"
				what={t(heading.state === 'cancelled' ? 'meeting.turn.cancelled' : 'meeting.turn.over')}
			/>
		)
	const isSecretary = heading.open.some((act) => !OF_THE_CHAIR.includes(act))
	return (
		<TurnBar
			kind={isSecretary && task !== 'approve' ? 'mine' : 'other'}
			who={task === 'approve' ? heading.chair : t('meeting.turn.who')}
			what={<TaskWords task={task} page={page} />}
			why={task === 'hold' || task === 'record' ? null : <TaskReason task={task} page={page} />}
			due={page.closing ? <Closing closing={page.closing} /> : null}
			action={
				mayDo(task, heading.open) ? (
					<TaskButton task={task} page={page} commandKey={commandKey} answer={answer} />
				) : null
			}
		/>
	)
}

/** What leaders and chairs do, who keep no agenda. */
const OF_THE_CHAIR: readonly MeetingAct[] = ['meeting.urgent-approved', 'agenda.approved', 'agenda.sent-back']

/** The act behind each task that has a button here; listing and fixing have their forms below. */
const ACT_OF = {
	ask: 'approval.asked',
	hold: 'meeting.held',
	record: 'outcome.noted',
	attend: 'attendance.recorded',
	close: 'meeting.closed',
} as const satisfies Partial<Record<MeetingTask, MeetingAct>>

type ButtonTask = keyof typeof ACT_OF

function mayDo(task: MeetingTask, open: readonly MeetingAct[]): task is ButtonTask {
	return task !== 'list' && task !== 'approve' && task !== 'fix' && open.includes(ACT_OF[task])
}

type TaskProps = { readonly task: MeetingTask; readonly page: MeetingPage }

function TaskWords({ task, page }: TaskProps) {
	const { t } = useTranslation()
	const open = page.pool.filter(isTakeable).length
	return <>{t(`meeting.turn.${task}`, { open, count: page.undecided, name: page.heading.chair })}</>
}

function TaskReason({ task, page }: TaskProps): ReactNode {
	const { t } = useTranslation()
	const open = page.pool.filter(isTakeable).length
	const count = page.agenda.length
	switch (task) {
		case 'list':
			return t('meeting.turn.listWhy', { shut: page.pool.length - open })
		case 'fix':
			return open > 0 ? t('meeting.turn.fixOpen', { count, open }) : t('meeting.turn.fixWhy', { count })
		case 'ask':
			return open > 0 ? t('meeting.turn.askOpen', { count, open }) : t('meeting.turn.askWhy', { count })
		case 'attend':
			return t('meeting.agenda.noAttendance')
		case 'close':
			return t('meeting.agenda.closeHint')
		case 'approve':
		case 'hold':
		case 'record':
			return null
	}
}

function TaskButton({ task, page, commandKey, answer }: TurnProps & { readonly task: ButtonTask }) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (task === 'ask')
		return (
			<LinkButton to={`/meetings/${page.heading.id}/approve`} look="filled">
				{t('meeting.turn.ask')}
			</LinkButton>
		)
	if (task === 'record' || task === 'attend')
		return (
			<LinkButton to={`/meetings/${page.heading.id}/outcomes`} look="filled">
				{t(task === 'record' ? 'meeting.agenda.outcomes' : 'meeting.turn.attend')}
			</LinkButton>
		)
	return (
		<CommandForm
			commandKey={commandKey}
			seen={page.heading.revision}
			answer={answer}
			about={about(MEETING[task])}
			className="max-w-[26em]"
		>
			{task === 'hold' && page.isBeforeItsDay ? (
				<p className="mb-1 text-table font-semibold text-warn">
					{t('meeting.agenda.holdEarly', { day: formatDay(shanghaiDay(page.heading.startsAt), language) })}
				</p>
			) : null}
			<CheckBox name={MEETING[task].sure} label={t(`meeting.agenda.${task}Sure`)} isRequired />
			<Button look="filled">{t(`meeting.agenda.${task}`)}</Button>
		</CommandForm>
	)
}

/** Until when proposals come in in time, with the sum behind it. */
function Closing({ closing }: { closing: NonNullable<MeetingPage['closing']> }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const words = { day: formatDay(closing.on, language) }
	return (
		<>
			{t(closing.isPast ? 'meeting.turn.closed' : 'meeting.turn.closes', words)}
			<span className="block text-quiet font-normal text-ink3">
				{t('meeting.turn.closesWhy', { days: closing.days })}
				{closing.isAssumed ? t('intake.opening.assumed') : null}
			</span>
		</>
	)
}

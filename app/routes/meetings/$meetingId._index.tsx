import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AgendaList } from '#app/components/meeting/agenda-list.tsx'
import { BehindNotice } from '#app/components/meeting/behind-notice.tsx'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextField } from '#app/components/form/fields.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { FixAgendaForm } from '#app/components/meeting/fix-agenda-form.tsx'
import { MeetingHead } from '#app/components/meeting/meeting-head.tsx'
import { MeetingRecordCards } from '#app/components/meeting/meeting-record.tsx'
import { MeetingTurn } from '#app/components/meeting/meeting-turn.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { PoolList } from '#app/components/meeting/pool-list.tsx'
import { RefusedAtGate } from '#app/components/meeting/refused-at-gate.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { about } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import { meetingIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { runMeetingForm } from '#app/http/take-meeting-form.server.ts'
import { type MeetingPage, readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'

export const handle = { title: 'meeting.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readMeetingPage(shell, actor, meetingIdOf(args.params)))
	return { key: shell.newId(), page }
}

export async function action(args: ActionFunctionArgs) {
	const meetingId = meetingIdOf(args.params)
	return takeForm(args, {
		shape: MEETING,
		run: (given) => runMeetingForm(given, meetingId),
		goTo: () => `/meetings/${meetingId}`,
	})
}

export default function MeetingRoute() {
	const { t } = useTranslation()
	const { key, page } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading } = page
	const isPrepared = heading.state === 'preparing' || heading.state === 'fixed'
	const agenda = <AgendaList page={page} commandKey={key} answer={answer} />
	return (
		<>
			<MeetingHead heading={heading} actions={<PagesOfMeeting page={page} />}>
				<MeetingTurn page={page} commandKey={key} answer={answer} />
			</MeetingHead>
			{page.isAltered ? (
				<p role="alert" className="mx-auto max-w-page px-5 pt-4 font-semibold text-bad max-md:px-3">
					{t('meeting.agenda.altered')}
				</p>
			) : null}
			{isPrepared ? (
				<PageBody>
					<BehindNotice behind={page.behind} />
					<RefusalNotice refusal={answer?.refusal} subject={subjectOf(page, answer)}>
						<RefusedAtGate refusal={answer?.refusal} />
					</RefusalNotice>
					<div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
						<PoolList page={page} commandKey={key} answer={answer} />
						<div>
							{agenda}
							<MeetingForms page={page} commandKey={key} answer={answer} />
						</div>
					</div>
				</PageBody>
			) : (
				<PageBody>
					<BehindNotice behind={page.behind} />
					<RefusalNotice refusal={answer?.refusal} subject={subjectOf(page, answer)}>
						<RefusedAtGate refusal={answer?.refusal} />
					</RefusalNotice>
					{agenda}
					<MeetingRecordCards page={page} />
					<MeetingForms page={page} commandKey={key} answer={answer} />
				</PageBody>
			)}
			<p className="mx-auto max-w-page px-5 pb-5 text-quiet text-ink3 max-md:px-3">
				{t('meeting.agenda.blocked', { count: page.blockedListings })}
			</p>
		</>
	)
}

/** The ways to what belongs to the meeting, as far as it has come. */
function PagesOfMeeting({ page: { heading, agenda } }: { page: MeetingPage }) {
	const { t } = useTranslation()
	return (
		<>
			<RecordLink heading={heading} />
			{heading.state === 'held' || heading.state === 'closed' ? (
				<LinkButton to={`/meetings/${heading.id}/follow-ups`}>{t('followUp.title')}</LinkButton>
			) : null}
			{heading.state === 'preparing' && agenda.length > 0 ? (
				<LinkButton to={`/meetings/${heading.id}/approve`}>{t('meeting.turn.toApproval')}</LinkButton>
			) : null}
			{heading.open.includes('agenda.edited') && agenda.length > 0 ? (
				<LinkButton to={`/meetings/${heading.id}/study`}>{t('meeting.study.title')}</LinkButton>
			) : null}
			<LinkButton to={`/meetings/${heading.id}/packet`} icon="print">
				{t('meeting.agenda.packet')}
			</LinkButton>
		</>
	)
}

/** The title of the proposal that a refused form was about. */
function subjectOf(page: MeetingPage, answer: FormAnswer | undefined): string | undefined {
	const item = answer?.lastResult.initialValue?.['item']
	return page.pool.find((entry) => entry.agendaItemId === item)?.title
}

function MeetingForms({
	page,
	commandKey,
	answer,
}: {
	page: MeetingPage
	commandKey: string
	answer: FormAnswer | undefined
}) {
	const { t } = useTranslation()
	const { heading } = page
	const mayCancel = heading.open.includes('meeting.cancelled')
	if (!heading.open.includes('meeting.fixed') && !mayCancel) return null
	return (
		<Card id="fix">
			{heading.open.includes('meeting.fixed') ? (
				<FixAgendaForm page={page} commandKey={commandKey} answer={answer} />
			) : null}
			{mayCancel ? (
				<details className="mt-3" open={answerTo(answer, about(MEETING.cancel)) !== undefined}>
					<summary className="text-table text-accent">{t('meeting.agenda.cancel')}</summary>
					<CommandForm
						answer={answer}
						about={about(MEETING.cancel)}
						commandKey={commandKey}
						seen={heading.revision}
						className="mt-2"
					>
						<TextField
							name={MEETING.cancel.reason}
							id="cancel-reason"
							label={t('meeting.agenda.cancelReason')}
							hint={t('meeting.agenda.cancelHint')}
						/>
						<Button look="danger">{t('meeting.agenda.cancel')}</Button>
					</CommandForm>
				</details>
			) : null}
		</Card>
	)
}

/** To the record of the meeting; of one that is closed only what came past the system is added. */
function RecordLink({ heading: { id, open } }: { heading: MeetingPage['heading'] }) {
	const { t } = useTranslation()
	const isOpen = open.includes('outcome.noted')
	if (!isOpen && !open.includes('off-system.recorded')) return null
	return (
		<LinkButton to={`/meetings/${id}/outcomes`}>
			{t(isOpen ? 'meeting.agenda.outcomes' : 'meeting.offSystem.record')}
		</LinkButton>
	)
}

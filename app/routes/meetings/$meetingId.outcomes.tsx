import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Card } from '#app/components/frame/card.tsx'
import { answerTo } from '#app/components/form/form-state.ts'
import { DiscussionForm, type RecordFormProps } from '#app/components/meeting/discussion-form.tsx'
import { MeetingHead } from '#app/components/meeting/meeting-head.tsx'
import { MeetingRecordCards } from '#app/components/meeting/meeting-record.tsx'
import { OpenItem } from '#app/components/meeting/outcome-form.tsx'
import { AttendanceForm, CorrectionForm, OffSystemForm } from '#app/components/meeting/record-forms.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusedAtGate } from '#app/components/meeting/refused-at-gate.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import type { MeetingAct } from '#app/domain/act/meeting-acts.ts'
import { about } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import { meetingIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { runMeetingForm } from '#app/http/take-meeting-form.server.ts'
import { type OpenDiscussion, readOutcomesPage } from '#app/services/meeting/read-outcomes-page.server.ts'

export const handle = { title: 'meeting.outcome.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

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
	const { key, ...page } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, open, decided, record } = page
	const form = { commandKey: key, seen: heading.revision, answer }
	const may = (act: MeetingAct) => heading.open.includes(act)
	const isAttended = record.attendance.length > 0
	const attendance = may('attendance.recorded') ? <AttendanceForm {...form} page={page} /> : null
	return (
		<>
			<MeetingHead
				heading={heading}
				title={t('meeting.outcome.title')}
				back={{ to: `/meetings/${heading.id}`, label: t('meeting.backToAgenda') }}
			/>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} signs>
					<RefusedAtGate refusal={answer?.refusal} />
				</RefusalNotice>
				<p className="mb-3 text-table text-ink2">
					{t(record.isDraft ? 'meeting.outcome.lead' : 'meeting.outcome.confirmedLead')}
				</p>
				{isAttended ? null : attendance}
				{open.length === 0 && record.isDraft ? (
					<Card padded={false}>
						<EmptyState>{t('meeting.outcome.none')}</EmptyState>
					</Card>
				) : null}
				{may('outcome.noted')
					? open.map((item, at) => (
							<OpenItem
								key={item.agendaItemId}
								item={item}
								isFirst={at === 0 && isAttended}
								isAttended={isAttended}
								{...form}
							/>
						))
					: null}
				<MeetingRecordCards page={record} />
				{may('discussion.recorded') && decided.length > 0 ? (
					<Card title={t('meeting.discussion.againTitle')}>
						{decided.map((item) => (
							<Decided key={item.agendaItemId} item={item} {...form} />
						))}
					</Card>
				) : null}
				{isAttended ? attendance : null}
				{may('record.corrected') ? (
					<CorrectionForm key={`correct-${key}`} {...form} items={page.items} />
				) : null}
				{may('off-system.recorded') ? (
					// By its key it begins anew once it was sent: what was recorded is not sent again by a second press.
					<OffSystemForm key={key} {...form} />
				) : null}
			</PageBody>
		</>
	)
}

/** The discussion of an item that was decided, while its record is a draft. */
function Decided({ item, ...form }: RecordFormProps & { readonly item: OpenDiscussion }) {
	const subject = about(MEETING['record-discussion'], { item: item.agendaItemId })
	return (
		<details className="py-1" open={answerTo(form.answer, subject) !== undefined}>
			<summary className="text-table text-accent">{item.title}</summary>
			<DiscussionForm {...form} item={item} isFirst={false} />
		</details>
	)
}

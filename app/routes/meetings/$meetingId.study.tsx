import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField } from '#app/components/form/fields.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { MeetingHead } from '#app/components/meeting/meeting-head.tsx'
import { sending } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import { meetingIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { runMeetingForm } from '#app/http/take-meeting-form.server.ts'
import { readStudyList } from '#app/services/packet/read-study-list.server.ts'

export const handle = { title: 'meeting.study.title' } satisfies PageHandle

/** 会前学法: the statutes that the agenda's matters rest on, each of which can become a slot. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readStudyList(shell, actor, meetingIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	const meetingId = meetingIdOf(args.params)
	return takeForm(args, {
		shape: MEETING,
		run: (given) => runMeetingForm(given, meetingId),
		goTo: () => `/meetings/${meetingId}`,
	})
}

const SLOT = MEETING['add-slot']

export default function StudyRoute() {
	const { t } = useTranslation()
	const { key, heading, statutes, chosen } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<MeetingHead
				heading={heading}
				title={t('meeting.study.title')}
				back={{ to: `/meetings/${heading.id}`, label: t('meeting.backToAgenda') }}
			/>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">{t('meeting.study.lead')}</p>
				{statutes.length === 0 ? <EmptyState>{t('meeting.study.none')}</EmptyState> : null}
				{statutes.map(({ title, articles, items, count }) => (
					<Card key={title} title={`《${title}》`} note={t('meeting.study.count', { count })}>
						{articles.length > 0 ? (
							<p className="text-table">{t('meeting.study.articles', { articles: articles.join('、') })}</p>
						) : null}
						<p className="text-table text-ink2">{t('meeting.study.items', { items: items.join('、') })}</p>
						{chosen.includes(title) ? (
							<p className="mt-2 text-table text-ok">{t('meeting.study.chosen')}</p>
						) : heading.open.includes('agenda.edited') ? (
							<CommandForm commandKey={key} seen={heading.revision} className="mt-2">
								<HiddenField name={SLOT.slotKind} value="study" />
								<HiddenField name={SLOT.slotTitle} value={`《${title}》`} />
								<Button {...sending(SLOT)}>{t('meeting.study.choose')}</Button>
							</CommandForm>
						) : null}
					</Card>
				))}
			</PageBody>
		</>
	)
}

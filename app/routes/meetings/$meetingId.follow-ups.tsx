import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FollowUpCard } from '#app/components/follow-up/follow-up-card.tsx'
import { FollowUpForm } from '#app/components/follow-up/follow-up-form.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { FOLLOW_UP } from '#app/forms/follow-up-forms.ts'
import type { Given } from '#app/forms/form.ts'
import { meetingIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenForm, takeForm } from '#app/http/take-form.server.ts'
import { answerFollowUp } from '#app/services/follow-up/answer-follow-up.server.ts'
import { readFollowUps } from '#app/services/follow-up/read-follow-ups.server.ts'
import { setFollowUp } from '#app/services/follow-up/set-follow-up.server.ts'

export const handle = { title: 'followUp.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

/** The tasks that a meeting gave (督办): all of them, or those of one's own unit. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readFollowUps(shell, actor, meetingIdOf(args.params)))
	return { key: shell.newId(), page }
}

export async function action(args: ActionFunctionArgs) {
	const meetingId = meetingIdOf(args.params)
	return takeForm<typeof FOLLOW_UP, unknown>(args, {
		shape: FOLLOW_UP,
		run: (given) => run(given, meetingId),
		goTo: () => `/meetings/${meetingId}/follow-ups`,
	})
}

const STEPS = {
	report: 'reported',
	confirm: 'confirmed',
	return: 'returned',
	withdraw: 'withdrawn',
} as const

function run({ shell, actor, key, seen, form }: GivenForm<Given<typeof FOLLOW_UP>>, meetingId: string) {
	const order = { meetingId, key, seen }
	switch (form.intent) {
		case 'set': {
			const { item: agendaItemId, organ: organId, what, dueOn } = form
			return setFollowUp(shell, actor, order, { agendaItemId, organId, what, dueOn })
		}
		case 'report':
		case 'confirm':
		case 'return':
		case 'withdraw': {
			const { task: taskId, words, intent } = form
			return answerFollowUp(shell, actor, order, { taskId, step: STEPS[intent], words })
		}
	}
}

export default function FollowUpsRoute() {
	const { t } = useTranslation()
	const { key, page } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const form = { commandKey: key, seen: page.revision, answer }
	const { meetingId, heading, isLinked, lines, choices, today } = page
	return (
		<>
			<PageHead
				facts={heading.title}
				back={
					isLinked
						? { to: `/meetings/${meetingId}`, label: t('meeting.backToAgenda') }
						: { to: '/work', label: t('worklist.title') }
				}
			>
				<p className="text-table text-ink2">{t('followUp.lead')}</p>
			</PageHead>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				{lines.map((line) => (
					<FollowUpCard key={line.id} line={line} {...form} />
				))}
				{lines.length === 0 ? <EmptyState>{t('followUp.none')}</EmptyState> : null}
				{choices ? <FollowUpForm key={key} {...form} choices={choices} today={today} /> : null}
			</PageBody>
		</>
	)
}

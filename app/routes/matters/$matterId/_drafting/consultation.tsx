import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdoptionCard, JudgeForm } from '#app/components/consultation/adoption-card.tsx'
import { ConsultationCard } from '#app/components/consultation/consultation-card.tsx'
import { CommentList } from '#app/components/consultation/comment-list.tsx'
import { CancelForm, EnterForm, OpenForm } from '#app/components/consultation/consultation-forms.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { CONSULTATION } from '#app/forms/consultation-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { cancelConsultation, startConsultation } from '#app/services/consultation/open-consultation.server.ts'
import { enterComment } from '#app/services/consultation/enter-comment.server.ts'
import { closeAdoption } from '#app/services/consultation/close-adoption.server.ts'
import { judgeComments } from '#app/services/consultation/judge-comments.server.ts'
import {
	type CommentsAsked,
	readConsultationPage,
} from '#app/services/consultation/read-consultation-page.server.ts'

export const handle = { title: 'consultation.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const asked = askedIn(args.request)
	const page = pageOrThrow(await readConsultationPage(shell, actor, matterIdOf(args.params), asked))
	return { key: shell.newId(), isUnanswered: asked.isUnanswered, ...page }
}

/** The number of a comment from after which the page goes on, and whether only those without an answer are shown. */
function askedIn(request: Request): CommentsAsked {
	const { searchParams } = new URL(request.url)
	const after = searchParams.get('after') ?? ''
	return {
		after: /^\d{1,9}$/.test(after) ? Number(after) : 0,
		isUnanswered: searchParams.get('unanswered') === 'yes',
	}
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: CONSULTATION,
		run: async ({ shell, actor, order, form }): Promise<Result<unknown, Refusal>> => {
			if (form.intent === 'open') return startConsultation(shell, actor, order, form)
			if (form.intent === 'enter') return enterComment(shell, actor, order, form)
			if (form.intent === 'judge') return judgeComments(shell, actor, order, form)
			if (form.intent === 'close') return closeAdoption(shell, actor, order)
			return cancelConsultation(shell, actor, order, form.words)
		},
		goTo: ({ order }) => `/matters/${order.matterId}/consultation`,
	})
}

/** The matter's public consultations, and the forms that open one or take it back. */
export default function ConsultationRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const forms = { commandKey: page.key, seen: page.heading.revision, answer }
	return (
		<>
			<DeskHead heading={page.heading} title={t('consultation.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">{t('consultation.lead')}</p>
				{page.lines.length === 0 ? (
					<Card title={t('consultation.record')}>
						<EmptyState>{t('consultation.none')}</EmptyState>
					</Card>
				) : null}
				{page.lines.map((line) => (
					<ConsultationCard key={line.id} line={line} />
				))}
				{page.comments && page.mayJudge ? (
					<JudgeForm comments={page.comments} isUnanswered={page.isUnanswered} forms={forms} />
				) : null}
				{page.comments && !page.mayJudge ? (
					<CommentList comments={page.comments} isUnanswered={page.isUnanswered} tickOf={null} />
				) : null}
				{page.adoption ? (
					<AdoptionCard
						matterId={page.heading.matterId}
						adoption={page.adoption}
						mayClose={page.mayClose}
						forms={forms}
					/>
				) : null}
				{page.mayEnter ? <EnterForm today={page.today} forms={forms} /> : null}
				{page.unmet && !page.mayCancel ? <OpenForm page={page} forms={forms} /> : null}
				{page.mayCancel ? <CancelForm forms={forms} /> : null}
			</PageBody>
		</>
	)
}

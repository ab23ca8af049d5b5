import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AgendaToApprove } from '#app/components/consent/agenda-to-approve.tsx'
import { ApprovalForms, AskApprovalForms } from '#app/components/consent/approval-forms.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { MeetingHead } from '#app/components/meeting/meeting-head.tsx'
import { meetingIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeApprovalForm } from '#app/http/take-approval-form.server.ts'
import { readApprovalPage } from '#app/services/consent/read-approval-page.server.ts'

export const handle = { title: 'consent.approval.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readApprovalPage(shell, actor, meetingIdOf(args.params)))
	return { key: shell.newId(), page }
}

export async function action(args: ActionFunctionArgs) {
	return takeApprovalForm(args, meetingIdOf(args.params))
}

export default function ApproveRoute() {
	const { t } = useTranslation()
	const { key, page } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading } = page
	const forms = { page, commandKey: key, answer }
	return (
		<>
			<MeetingHead
				heading={heading}
				title={t('consent.approval.title')}
				back={{ to: `/meetings/${heading.id}`, label: heading.title }}
			/>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} signs />
				<AgendaToApprove page={page} />
				<ApprovalForms {...forms} />
				<AskApprovalForms {...forms} />
			</PageBody>
		</>
	)
}

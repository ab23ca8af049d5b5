import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CodeForm } from '#app/components/form/code-form.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { CODE_HOLDS_MINUTES } from '#app/domain/account/second-factor.ts'
import { ONE_TIME_CODE } from '#app/forms/account-forms.ts'
import { assertOwnForm } from '#app/http/own-form.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { readOpenForm } from '#app/http/read-form.server.ts'
import { faultyForm, refusedForm } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { confirmByCode } from '#app/services/account/one-time-code.server.ts'

export const handle = { title: 'account.factor.dueTitle' } satisfies PageHandle

/** Where the code is given again when it was not taken the first time; with none set up there is nothing to give. */
export async function loader(args: LoaderFunctionArgs) {
	const { hasSecondFactor } = await requireSignedIn(args)
	if (!hasSecondFactor) throw redirect('/second-factor')
	return { to: ownPath(new URL(args.request.url).searchParams.get('to') ?? '') }
}

export async function action(args: ActionFunctionArgs) {
	const { shell, actor, token } = await requireSignedIn(args)
	const fields = await readOpenForm(args.request)
	assertOwnForm(args, token, fields)
	const submission = parseForm(fields, ONE_TIME_CODE)
	if (submission.status !== 'success') return faultyForm(submission)
	const answer = await confirmByCode(shell, actor, submission.value.oneTimeCode)
	return answer.ok ? redirect(ownPath(submission.value.to)) : refusedForm(answer.reason, submission)
}

export default function ConfirmByCode() {
	const { t } = useTranslation()
	const { to } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const sent = answer?.lastResult.initialValue['to']
	return (
		<>
			<PageHead />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card>
					<p className="mb-3 text-table text-ink2">
						{t('account.factor.dueLead', { minutes: CODE_HOLDS_MINUTES })}
					</p>
					<CodeForm to={typeof sent === 'string' ? sent : to} answer={answer} />
					<p className="mt-3 text-quiet text-ink3">{t('account.factor.lost')}</p>
				</Card>
			</PageBody>
		</>
	)
}

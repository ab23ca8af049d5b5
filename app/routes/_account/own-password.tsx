import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PasswordRules } from '#app/components/administration/password-rules.tsx'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextField } from '#app/components/form/fields.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { OWN_PASSWORD } from '#app/forms/account-forms.ts'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { faultyForm, refusedForm } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { changeOwnPassword } from '#app/services/account/set-password.server.ts'

export const handle = { title: 'account.own.changeTitle' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, account } = await requireSignedIn(args)
	return { key: shell.newId(), loginName: account.loginName }
}

export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { shell, actor, sessionId } = signedIn
	const { fields } = await readCommandForm(args, signedIn)
	const submission = parseForm(fields, OWN_PASSWORD)
	if (submission.status !== 'success') return faultyForm(submission)
	const { newPassword, repeat } = submission.value
	if (newPassword !== repeat) return faultyForm(submission, { repeat: ['not-the-same'] })
	const answer = await changeOwnPassword(shell, actor, sessionId, submission.value)
	return answer.ok ? redirect('/account') : refusedForm(answer.reason, submission)
}

export default function OwnPasswordRoute() {
	const { t } = useTranslation()
	const { key, loginName } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const refusal = answer?.refusal
	const unmet = refusal?.code === 'password-refused' ? refusal.unmet : []
	return (
		<>
			<PageHead
				back={{ to: '/account', label: t('account.own.title') }}
				title={t('account.own.changeTitle')}
			/>
			<PageBody isNarrow>
				<RefusalNotice refusal={refusal} />
				<Card>
					<p className="mb-3 text-table text-ink2">{t('account.own.changeLead')}</p>
					<CommandForm commandKey={key} answer={answer}>
						{/* For the keeper of passwords alone: without a name it is not sent. */}
						<input type="hidden" autoComplete="username" value={loginName} readOnly />
						<TextField
							name={OWN_PASSWORD.password}
							type="password"
							label={t('account.own.current')}
							autoComplete="current-password"
						/>
						<TextField
							name={OWN_PASSWORD.newPassword}
							type="password"
							label={t('account.newPassword')}
							autoComplete="new-password"
							errors={unmet.length > 0 ? unmet.map((rule) => t(`account.rule.${rule}`)) : undefined}
						/>
						<TextField
							name={OWN_PASSWORD.repeat}
							type="password"
							label={t('account.repeat')}
							autoComplete="new-password"
						/>
						<PasswordRules />
						<Button look="filled">{t('account.own.change')}</Button>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}

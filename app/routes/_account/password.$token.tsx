import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AnsweredForm } from '#app/components/form/answered-form.tsx'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { TextField } from '#app/components/form/fields.tsx'
import { SpentLink } from '#app/components/administration/one-time-link.tsx'
import { refusalSentence } from '#app/components/form/refusal-sentence.ts'
import { PasswordRules } from '#app/components/administration/password-rules.tsx'
import { assertOwnForm } from '#app/http/own-form.server.ts'
import { NEW_PASSWORD } from '#app/forms/account-forms.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { readOpenForm } from '#app/http/read-form.server.ts'
import { faultyForm, refusedForm } from '#app/http/refusal-response.server.ts'
import { openVisit, visitToken } from '#app/http/visit.server.ts'
import { linkTokenHash } from '#app/services/organisation/manage-account.server.ts'
import { readPasswordLink, setPasswordByLink } from '#app/services/account/set-password.server.ts'
import type { PageHandle } from '#app/components/frame/page-title.tsx'

export const handle = { title: 'account.passwordTitle' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const account = await readPasswordLink(args.context.shell, linkTokenHash(args.params['token'] ?? ''))
	const { csrf, headers } = await openVisit(args)
	const shown = account ? { name: account.holder.name, loginName: account.loginName } : null
	return data({ csrf, account: shown }, { headers, status: account ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
	const form = await readOpenForm(args.request)
	assertOwnForm(args, (await visitToken(args)) ?? '', form)
	const submission = parseForm(form, NEW_PASSWORD)
	if (submission.status !== 'success') return faultyForm(submission)
	const { password, repeat } = submission.value
	if (password !== repeat) return faultyForm(submission, { repeat: ['not-the-same'] })
	const answer = await setPasswordByLink(
		args.context.shell,
		linkTokenHash(args.params['token'] ?? ''),
		password,
	)
	return answer.ok ? redirect('/sign-in') : refusedForm(answer.reason, submission)
}

export default function SetPassword() {
	const { t } = useTranslation()
	const { csrf, account } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const refusal = answer?.refusal
	const unmet = refusal?.code === 'password-refused' ? refusal.unmet : []
	if (!account) return <SpentLink title={t('account.passwordTitle')} />
	return (
		<div className="mx-auto max-w-[520px] px-5 py-8">
			<h1 className="mb-3 text-title font-semibold">{t(handle.title)}</h1>
			<p className="mb-3">{t('account.passwordLead', { name: account.name, login: account.loginName })}</p>
			{refusal && refusal.code !== 'password-refused' ? (
				<p role="alert" className="mb-3 text-bad">
					{refusalSentence(refusal, t)}
				</p>
			) : null}
			<Card>
				<AnsweredForm csrf={csrf} answer={answer}>
					<input type="hidden" autoComplete="username" value={account.loginName} readOnly />
					<TextField
						name={NEW_PASSWORD.password}
						type="password"
						label={t('account.newPassword')}
						autoComplete="new-password"
						errors={unmet.length > 0 ? unmet.map((rule) => t(`account.rule.${rule}`)) : undefined}
					/>
					<TextField
						name={NEW_PASSWORD.repeat}
						type="password"
						label={t('account.repeat')}
						autoComplete="new-password"
					/>
					<PasswordRules />
					<Button look="filled">{t('account.setPassword')}</Button>
				</AnsweredForm>
			</Card>
		</div>
	)
}

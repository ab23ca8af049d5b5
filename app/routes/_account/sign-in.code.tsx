import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CodeField } from '#app/components/form/code-form.tsx'
import { AnsweredForm } from '#app/components/form/answered-form.tsx'
import { Button } from '#app/components/form/button.tsx'
import { HiddenField } from '#app/components/form/fields.tsx'
import { refusalSentence } from '#app/components/form/refusal-sentence.ts'
import { Card } from '#app/components/frame/card.tsx'
import { ONE_TIME_CODE } from '#app/forms/account-forms.ts'
import { assertOwnForm } from '#app/http/own-form.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { readOpenForm } from '#app/http/read-form.server.ts'
import { faultyForm, orUnwritten, refusedForm } from '#app/http/refusal-response.server.ts'
import { deviceCookie, formToken, newToken, sessionToken, tokenId } from '#app/http/session-cookie.server.ts'
import { readWaitingSignIn, signInByCode } from '#app/services/account/one-time-code.server.ts'
import type { PageHandle } from '#app/components/frame/page-title.tsx'

export const handle = { title: 'account.factor.signInTitle' } satisfies PageHandle

/** The second step of signing in, for a browser that is not known; whoever has no first step behind them goes there. */
export async function loader(args: LoaderFunctionArgs) {
	const token = await sessionToken(args)
	const account = token === null ? null : await readWaitingSignIn(args.context.shell, tokenId(token))
	if (token === null || !account) throw redirect('/sign-in')
	const to = ownPath(new URL(args.request.url).searchParams.get('to') ?? '')
	return { csrf: formToken(args.context.web, token), name: account.name, to }
}

export async function action(args: ActionFunctionArgs) {
	const token = await sessionToken(args)
	if (token === null) throw redirect('/sign-in')
	const fields = await readOpenForm(args.request)
	assertOwnForm(args, token, fields)
	const submission = parseForm(fields, ONE_TIME_CODE)
	if (submission.status !== 'success') return faultyForm(submission)
	return orUnwritten(args, submission, async () => {
		const { oneTimeCode, to } = submission.value
		const { shell, address, web } = args.context
		const kept: unknown = await deviceCookie(web).parse(args.request.headers.get('Cookie'))
		const device = typeof kept === 'string' ? kept : newToken()
		const waiting = { sessionId: tokenId(token), deviceId: tokenId(device), address }
		const answer = await signInByCode(shell, waiting, oneTimeCode)
		if (!answer.ok && answer.reason.code === 'sign-in-refused') throw redirect('/sign-in')
		if (!answer.ok) return refusedForm(answer.reason, submission)
		const headers = new Headers({ 'Set-Cookie': await deviceCookie(web).serialize(device) })
		throw redirect(ownPath(to), { headers })
	})
}

export default function SignInCode() {
	const { t } = useTranslation()
	const { csrf, name, to } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<div className="mx-auto max-w-[420px] px-5 py-8">
			<h1 className="mb-2 text-title font-semibold">{t('account.factor.signInTitle')}</h1>
			<p className="mb-4 text-table text-ink2">{t('account.factor.signInLead', { name })}</p>
			{answer?.refusal ? (
				<p role="alert" className="mb-3 rounded border border-bad bg-bad-soft px-4 py-2 text-bad">
					{refusalSentence(answer.refusal, t)}
				</p>
			) : null}
			<Card>
				<AnsweredForm csrf={csrf} answer={answer}>
					<HiddenField name={ONE_TIME_CODE.to} value={to} />
					<CodeField />
					<Button look="filled" className="w-full">
						{t('account.factor.goOn')}
					</Button>
				</AnsweredForm>
			</Card>
			<p className="text-quiet text-ink2">{t('account.factor.lost')}</p>
			<p className="mt-2 text-table">
				<Link to="/sign-in">{t('account.factor.otherAccount')}</Link>
			</p>
		</div>
	)
}

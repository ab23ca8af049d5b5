import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AnsweredForm } from '#app/components/form/answered-form.tsx'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { HiddenField, TextField } from '#app/components/form/fields.tsx'
import { refusalSentence } from '#app/components/form/refusal-sentence.ts'
import { assertOwnForm } from '#app/http/own-form.server.ts'
import { SIGN_IN } from '#app/forms/account-forms.ts'
import type { Given } from '#app/forms/form.ts'
import { type FormSubmission, parseForm } from '#app/http/parse-form.server.ts'
import { faultyForm, orUnwritten, refusedForm } from '#app/http/refusal-response.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { readOpenForm } from '#app/http/read-form.server.ts'
import { deviceCookie, newToken, sessionCookie, tokenId } from '#app/http/session-cookie.server.ts'
import { signedInOrNull } from '#app/http/signed-in.server.ts'
import { openVisit, visitToken } from '#app/http/visit.server.ts'
import { readOnlyDistrict } from '#app/services/organisation/read-only-district.server.ts'
import { giveTriesBack, takeTry } from '#app/services/account/sign-in-tries.server.ts'
import { noteLockedSignIn, signIn, signOut } from '#app/services/account/sign-in.server.ts'
import type { PageHandle } from '#app/components/frame/page-title.tsx'

export const handle = { title: 'account.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const to = afterSignIn(new URL(args.request.url).searchParams.get('to') ?? '')
	if (await signedInOrNull(args)) throw redirect(to)
	const { csrf, headers } = await openVisit(args)
	const district = await readOnlyDistrict(args.context.shell)
	return data({ csrf, to, district }, { headers })
}

export async function action(args: ActionFunctionArgs) {
	const form = await readOpenForm(args.request)
	assertOwnForm(args, (await visitToken(args)) ?? '', form)
	const submission = parseForm(form, SIGN_IN)
	if (submission.status !== 'success') return faultyForm(submission)
	return orUnwritten(args, submission, () => admit(args, submission, submission.value))
}

/** Counts the try, and opens a session where name and password are right. @throws Response where to go on */
async function admit(
	args: ActionFunctionArgs,
	submission: FormSubmission<Given<typeof SIGN_IN>>,
	{ loginName, password, to }: Given<typeof SIGN_IN>,
) {
	const { context } = args
	const device = await deviceToken(args)
	const tried = { loginName, address: context.address, deviceId: device && tokenId(device) }
	const { minutes, isNewLock } = await takeTry(context.shell, tried)
	if (isNewLock) await noteLockedSignIn(context.shell, context.address)
	if (minutes > 0) return refusedForm({ code: 'too-many-tries', retryAfterMinutes: minutes }, submission)
	// A new token for every sign-in: one that somebody planted before is worth nothing afterwards.
	const token = newToken()
	const kept = device ?? newToken()
	const request = { ...tried, password, sessionId: tokenId(token), deviceId: tokenId(kept) }
	const answer = await signIn(context.shell, {
		...request,
		userAgent: args.request.headers.get('User-Agent') ?? '',
	})
	if (!answer.ok) return refusedForm(answer.reason, submission)
	await giveTriesBack(context.shell, tried)
	const before = await signedInOrNull(args)
	if (before) await signOut(context.shell, before.sessionId, 'here')
	const headers = new Headers()
	headers.append('Set-Cookie', await sessionCookie(context.web).serialize(token))
	const next = afterSignIn(to)
	if (answer.value.asksForCode) throw redirect(`/sign-in/code?to=${encodeURIComponent(next)}`, { headers })
	headers.append('Set-Cookie', await deviceCookie(context.web).serialize(kept))
	throw redirect(next, { headers })
}

/** By what this browser is known, or null where nobody has signed in from it. */
async function deviceToken({ request, context }: ActionFunctionArgs): Promise<string | null> {
	const token: unknown = await deviceCookie(context.web).parse(request.headers.get('Cookie'))
	return typeof token === 'string' ? token : null
}

/** Where to go after signing in: never out of the house, and not round in a circle. */
function afterSignIn(to: string): string {
	const path = ownPath(to)
	return path.startsWith('/sign-') ? '/work' : path
}

export default function SignIn() {
	const { t } = useTranslation()
	const { csrf, to, district } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<div className="mx-auto max-w-[420px] px-5 py-8">
			<h1 className="mb-4 text-title font-semibold">
				{[district, t('shell.product'), t('shell.productLine')].filter(Boolean).join(' · ')}
			</h1>
			{answer?.refusal ? (
				<p role="alert" className="mb-3 rounded border border-bad bg-bad-soft px-4 py-2 text-bad">
					{refusalSentence(answer.refusal, t)}
				</p>
			) : null}
			<Card>
				<AnsweredForm csrf={csrf} answer={answer}>
					<HiddenField name={SIGN_IN.to} value={to} />
					<TextField
						name={SIGN_IN.loginName}
						required
						label={t('account.loginName')}
						autoComplete="username"
					/>
					<TextField
						name={SIGN_IN.password}
						required
						type="password"
						label={t('account.password')}
						autoComplete="current-password"
					/>
					<Button look="filled" className="w-full">
						{t('account.signIn')}
					</Button>
				</AnsweredForm>
			</Card>
			<p className="text-quiet text-ink2">{t('account.forgotten')}</p>
			<p className="mt-1 text-table font-semibold text-bad">{t('shell.notice')}</p>
		</div>
	)
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { AnsweredForm } from '#app/components/form/answered-form.tsx'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { useFrame } from '#app/components/frame/frame-context.ts'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { dropUnsentForm, readUnsentForm } from '#app/services/account/keep-unsent-form.server.ts'
import type { PageHandle } from '#app/components/frame/page-title.tsx'

export const handle = { title: 'shell.kept.title' } satisfies PageHandle

/** What was typed before a session ended: it can be sent now, under its old key, or be given up. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const name = new URL(args.request.url).searchParams.get('form') ?? ''
	const form = await readUnsentForm(shell, actor, name)
	// Already sent, given up, or somebody else's: the page that it was on shows how things stand.
	if (!form) throw redirect(ownPath(name))
	return { form, key: shell.newId() }
}

const Dropped = z.object({ form: z.string().max(2000).catch('') })

export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { fields } = await readCommandForm(args, signedIn)
	const { form: name } = Dropped.parse(Object.fromEntries(fields))
	await dropUnsentForm(signedIn.shell, signedIn.actor, name)
	return redirect(ownPath(name))
}

const QUIET = new Set(['key', 'seen', 'csrf', 'intent'])

/** What somebody wrote, not the codes of what they chose: those go along unseen. */
function isWords(value: string): boolean {
	return /\p{Script=Han}|\s/u.test(value.trim())
}

export default function Kept() {
	const { t } = useTranslation()
	const { form, key } = useLoaderData<typeof loader>()
	const csrf = useFrame()?.csrf ?? ''
	return (
		<div className="mx-auto max-w-[720px] px-5 py-8">
			<h1 className="mb-3 text-title font-semibold">{t(handle.title)}</h1>
			<p className="mb-3">{t('shell.kept.lead')}</p>
			{form.hadFiles ? <p className="mb-3 text-warn">{t('shell.kept.files')}</p> : null}
			<Card>
				{form.fields
					.filter(([name, value]) => !QUIET.has(name) && isWords(value))
					.map(([, value], at) => (
						<p key={at} className="whitespace-pre-wrap border-b border-line py-2 last:border-b-0">
							{value}
						</p>
					))}
			</Card>
			<div className="flex gap-3">
				<AnsweredForm csrf={csrf} action={form.action}>
					{form.fields.map(([name, value], at) => (
						<input key={at} type="hidden" name={name} value={value} />
					))}
					<Button look="filled">{t('shell.kept.send')}</Button>
				</AnsweredForm>
				<CommandForm commandKey={key} action="/kept">
					<input type="hidden" name="form" value={form.action} />
					<Button>{t('shell.kept.drop')}</Button>
				</CommandForm>
			</div>
		</div>
	)
}

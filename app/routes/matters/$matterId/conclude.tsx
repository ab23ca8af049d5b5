import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea, TextField } from '#app/components/form/fields.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { CONCLUSION } from '#app/forms/register-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { concludeMatter } from '#app/services/issue/conclude-matter.server.ts'
import { readIssuingPage } from '#app/services/issue/read-issuing-page.server.ts'

export const handle = { title: 'register.conclude.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return {
		key: shell.newId(),
		...pageOrThrow(await readIssuingPage(shell, actor, matterIdOf(args.params))),
	}
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: CONCLUSION,
		run: ({ shell, actor, order, form }) => concludeMatter(shell, actor, order, form),
		goTo: toMatter,
	})
}

/** A contract was signed, or a purely internal paper handed out: the last thing that is owed of it. */
export default function ConcludeRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, text, today } = page
	return (
		<>
			<DeskHead heading={heading} title={t('register.conclude.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card title={t('register.conclude.title')}>
					<p className="mb-3 text-table text-ink2">{t('register.conclude.lead')}</p>
					{text ? (
						<p className="mb-3 text-table">
							{t('register.issuing.version', { version: text.versionNo })}{' '}
							<HashText hash={text.contentSha256} />
						</p>
					) : null}
					{heading.open.includes('matter.concluded') ? (
						<CommandForm answer={answer} commandKey={page.key} seen={heading.revision}>
							<TextField
								name={CONCLUSION.concludedOn}
								type="date"
								label={t('register.conclude.day')}
								max={today}
							/>
							<TextArea
								name={CONCLUSION.words}
								label={t('register.conclude.words')}
								hint={t('register.conclude.wordsHint')}
							/>
							<Button look="filled">{t('register.conclude.button')}</Button>
						</CommandForm>
					) : (
						<p className="text-table">{t('register.issuing.notNow')}</p>
					)}
				</Card>
			</PageBody>
		</>
	)
}

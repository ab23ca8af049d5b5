import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { FileField, SecrecyRow } from '#app/components/form/file-field.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { KEPT_MINUTES } from '#app/comparison/loose-texts.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import { LOOSE_PRECHECK } from '#app/forms/redline-forms.ts'
import { readUploadForm } from '#app/http/command-form.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { faultyForm, refusalStatus, refusedForm, refusedUpload } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { precheckLooseText } from '#app/services/precheck/precheck-loose-text.server.ts'

export const handle = { title: 'precheck.loose.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const act = 'text.prechecked'
	if (!isPermitted(actor, act, { jurisdictionId: actor.jurisdictionId }))
		throw new Response(null, { status: refusalStatus({ code: 'not-permitted', act }) })
	return { key: shell.newId(), minutes: KEPT_MINUTES }
}

export async function action(args: ActionFunctionArgs) {
	const { shell, actor, ...signedIn } = await requireSignedIn(args)
	const given = await readUploadForm(args, signedIn)
	if (!given.ok) {
		const answer = await precheckLooseText(shell, actor, shell.newId(), { refused: given.reason })
		return refusedUpload(answer.ok ? given.reason : answer.reason)
	}
	const { key, fields, files } = given.value
	const submission = parseForm(fields, LOOSE_PRECHECK, files)
	if (submission.status !== 'success') return faultyForm(submission)
	const answer = await precheckLooseText(shell, actor, key, submission.value)
	if (answer.ok) return redirect(`/precheck/${answer.value.value.id}`)
	return refusedForm(answer.reason, submission)
}

/** A tool: a text that belongs to no matter, read by the rules and forgotten. */
export default function PrecheckRoute() {
	const { t } = useTranslation()
	const { key, minutes } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 max-w-text">{t('precheck.loose.lead', { minutes })}</p>
				<Card>
					<CommandForm answer={answer} commandKey={key} hasFiles>
						<FileField
							name={LOOSE_PRECHECK.file}
							label={t('precheck.loose.file')}
							hint={t('precheck.loose.fileHint')}
							accept=".docx,.txt"
							optional
						/>
						<TextArea name={LOOSE_PRECHECK.pasted} label={t('precheck.loose.paste')} optional rows={10} />
						<SecrecyRow name={LOOSE_PRECHECK.secrecy} />
						<Button look="filled">{t('precheck.loose.submit')}</Button>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}

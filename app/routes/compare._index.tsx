import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { RadioRow, TextArea } from '#app/components/form/fields.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { KEPT_MINUTES } from '#app/comparison/loose-texts.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import type { UploadedFile } from '#app/http/command-form.server.ts'
import { readUploadForm } from '#app/http/command-form.server.ts'
import { parseForm, wordsOrNone } from '#app/http/form-schema.server.ts'
import { faultyForm, refusalStatus, refusedForm, refusedUpload } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { compareLooseTexts } from '#app/services/redline/compare-loose-texts.server.ts'

export const shouldRevalidate = revalidateAfterRefusal

const Form = z.object({
	oldPasted: z.string().default(''),
	newPasted: z.string().default(''),
	secrecy: wordsOrNone(20),
})

/** The form's names of the fields that the command names. */
const FIELDS: Readonly<Record<string, string>> = { old: 'oldPasted', new: 'newPasted' }

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const act = 'texts.compared'
	if (!isPermitted(actor, act, { jurisdictionId: actor.jurisdictionId }))
		throw new Response(null, { status: refusalStatus({ code: 'not-permitted', act }) })
	return { key: shell.newId(), minutes: KEPT_MINUTES }
}

export async function action(args: ActionFunctionArgs) {
	const { shell, actor, ...signedIn } = await requireSignedIn(args)
	const given = await readUploadForm(args, signedIn)
	if (!given.ok) {
		const answer = await compareLooseTexts(shell, actor, shell.newId(), { refused: given.reason })
		return refusedUpload(answer.ok ? given.reason : answer.reason)
	}
	const { key, fields, files } = given.value
	const submission = parseForm(fields, Form)
	if (submission.status !== 'success') return faultyForm(submission)
	const form = submission.value
	const answer = await compareLooseTexts(shell, actor, key, {
		old: { file: fileOf(files, 'oldFile'), pasted: form.oldPasted },
		new: { file: fileOf(files, 'newFile'), pasted: form.newPasted },
		secrecy: form.secrecy,
	})
	if (answer.ok) return redirect(`/compare/${answer.value.value.id}`)
	return refusedForm(answer.reason, submission, (field) => FIELDS[field] ?? field)
}

function fileOf(files: readonly UploadedFile[], field: string) {
	const file = files.find((each) => each.field === field)
	return file ? { name: file.name, bytes: file.bytes } : null
}

/** A tool: two texts that belong to no matter, compared and forgotten. */
export default function CompareRoute() {
	const { t } = useTranslation()
	const { key, minutes } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead title={t('redline.loose.title')} />
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 max-w-text">{t('redline.loose.lead', { minutes })}</p>
				<CommandForm answer={answer} commandKey={key} hasFiles>
					<div className="grid gap-4 lg:grid-cols-2">
						<Side side="old" />
						<Side side="new" />
					</div>
					<RadioRow
						name="secrecy"
						legend={t('shell.field.secrecy')}
						hint={t('shell.field.secrecyHint')}
						choices={[
							{ value: 'public', label: t('words.secrecy.public') },
							{ value: 'internal', label: t('words.secrecy.internal') },
						]}
					/>
					<Button look="filled">{t('redline.loose.submit')}</Button>
				</CommandForm>
			</PageBody>
		</>
	)
}

function Side({ side }: { side: 'old' | 'new' }) {
	const { t } = useTranslation()
	return (
		<Card title={t(`redline.loose.${side}`)}>
			<FileField
				name={`${side}File`}
				label={t('redline.loose.file')}
				hint={t('redline.loose.fileHint')}
				accept=".docx,.txt"
				optional
				secrecyName={null}
			/>
			<TextArea name={`${side}Pasted`} label={t('redline.loose.paste')} optional rows={8} />
		</Card>
	)
}

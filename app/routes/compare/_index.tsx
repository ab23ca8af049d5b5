import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, TextArea } from '#app/components/form/fields.tsx'
import { FileField, SecrecyRow } from '#app/components/form/file-field.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { KEPT_MINUTES } from '#app/comparison/loose-texts.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import { COMPARISON } from '#app/forms/redline-forms.ts'
import { readUploadForm } from '#app/http/command-form.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import {
	faultyForm,
	notFound,
	refusalStatus,
	refusedForm,
	refusedUpload,
} from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { compareLooseTexts } from '#app/services/redline/compare-loose-texts.server.ts'
import { loadOtherText } from '#app/services/redline/other-texts.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

export const handle = { title: 'redline.loose.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

/** The form's names of the fields that the command names. */
const FIELDS: Readonly<Record<string, string>> = {
	old: 'oldPasted',
	new: 'newPasted',
	tracked: 'trackedFile',
}

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const act = 'texts.compared'
	if (!isPermitted(actor, act, { jurisdictionId: actor.jurisdictionId }))
		throw new Response(null, { status: refusalStatus({ code: 'not-permitted', act }) })
	const document = new URL(args.request.url).searchParams.get('document')
	return {
		key: shell.newId(),
		minutes: KEPT_MINUTES,
		published: document === null ? null : await publishedOr404(shell, actor, document),
	}
}

/** The published document that the older text is, by its id in the address. */
async function publishedOr404(shell: Shell, actor: Actor, document: string) {
	const published = z.uuid().safeParse(document).success && (await loadOtherText(shell, actor, { document }))
	if (!published) throw notFound()
	return { id: document, title: published.title }
}

export async function action(args: ActionFunctionArgs) {
	const { shell, actor, ...signedIn } = await requireSignedIn(args)
	const given = await readUploadForm(args, signedIn)
	if (!given.ok) {
		const answer = await compareLooseTexts(shell, actor, shell.newId(), { refused: given.reason })
		return refusedUpload(answer.ok ? given.reason : answer.reason)
	}
	const { key, fields, files } = given.value
	const submission = parseForm(fields, COMPARISON, files)
	if (submission.status !== 'success') return faultyForm(submission)
	const form = submission.value
	const { secrecy, trackedFile: tracked } = form
	const older = form.document ? { document: form.document } : { file: form.oldFile, pasted: form.oldPasted }
	const pair = { old: older, new: { file: form.newFile, pasted: form.newPasted }, secrecy }
	const answer = await compareLooseTexts(shell, actor, key, tracked ? { tracked, secrecy } : pair)
	if (answer.ok) return redirect(`/compare/${answer.value.value.id}`)
	return refusedForm(answer.reason, submission, (field) => FIELDS[field] ?? field)
}

/** A tool: two texts that belong to no matter, compared and forgotten. */
export default function CompareRoute() {
	const { t } = useTranslation()
	const { key, minutes, published } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead />
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 max-w-text">{t('redline.loose.lead', { minutes })}</p>
				<CommandForm answer={answer} commandKey={key} hasFiles>
					<div className="grid gap-4 lg:grid-cols-2">
						{published ? <Published {...published} /> : <Side side="old" />}
						<Side side="new" />
					</div>
					{published ? null : <Tracked />}
					<SecrecyRow name={COMPARISON.secrecy} />
					<Button look="filled">{t('redline.loose.submit')}</Button>
				</CommandForm>
			</PageBody>
		</>
	)
}

/** The older text, where it is a published document of the register. */
function Published({ id, title }: { id: string; title: string }) {
	const { t } = useTranslation()
	return (
		<Card title={t('redline.loose.old')}>
			<HiddenField name={COMPARISON.document} value={id} />
			<p className="mb-1">
				<Link to={`/register/${id}`}>{title}</Link>
			</p>
			<p className="text-quiet text-ink2">
				{t('redline.loose.published')} <Link to="/compare">{t('redline.loose.another')}</Link>
			</p>
		</Card>
	)
}

/** One Word file with its author's tracked changes, in place of two texts. */
function Tracked() {
	const { t } = useTranslation()
	return (
		<Card title={t('redline.loose.tracked')}>
			<FileField
				name={COMPARISON.trackedFile}
				label={t('redline.loose.file')}
				hint={t('redline.loose.trackedHint')}
				accept=".docx"
				optional
			/>
		</Card>
	)
}

function Side({ side }: { side: 'old' | 'new' }) {
	const { t } = useTranslation()
	return (
		<Card title={t(`redline.loose.${side}`)}>
			<FileField
				name={COMPARISON[`${side}File`]}
				label={t('redline.loose.file')}
				hint={t('redline.loose.fileHint')}
				accept=".docx,.txt"
				optional
			/>
			<TextArea name={COMPARISON[`${side}Pasted`]} label={t('redline.loose.paste')} optional rows={8} />
		</Card>
	)
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { CheckBox, TextArea, TextField } from '#app/components/form/fields.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import type { Problem } from '#app/domain/problem.ts'
import { type PlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readDocumentDays } from '#app/domain/register/document-days.ts'
import { readDocumentNumber } from '#app/domain/register/document-number.ts'
import type { Given } from '#app/forms/form.ts'
import { DOCUMENT } from '#app/forms/register-forms.ts'
import { readUploadForm } from '#app/http/command-form.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { faultyForm, refusedForm, refusedUpload } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readRegisteringPage } from '#app/services/register/read-registering-page.server.ts'
import { proposeImport } from '#app/services/register/import-document.server.ts'

export const handle = { title: 'register.new' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), page: pageOrThrow(await readRegisteringPage(shell, actor)) }
}

/** Number and days are judged with the rest of the form, so that all that is wrong is said at once. */
function faultsOf(form: GivenDocument, today: PlainDate): Record<string, Problem[]> {
	const number = readDocumentNumber('documentNumber', form.documentNumber)
	const judged = [number, readDocumentDays({ ...form, validUntil: form.validUntil ?? '' }, today)]
	return Object.fromEntries(
		judged.flatMap((each) => (each.ok ? [] : [[each.reason.field, [each.reason.problem]]])),
	)
}

type GivenDocument = Given<typeof DOCUMENT>

export async function action(args: ActionFunctionArgs) {
	const { shell, actor, ...signedIn } = await requireSignedIn(args)
	const given = await readUploadForm(args, signedIn)
	if (!given.ok) {
		const answer = await proposeImport(shell, actor, shell.newId(), { refused: given.reason })
		return refusedUpload(answer.ok ? given.reason : answer.reason)
	}
	const { key, fields, files } = given.value
	const submission = parseForm(fields, DOCUMENT, files)
	if (submission.status !== 'success') return faultyForm(submission)
	const form = submission.value
	const faults = faultsOf(form, plainDateIn(shell.now()))
	if (Object.keys(faults).length > 0) return faultyForm(submission, faults)
	const answer = await proposeImport(shell, actor, key, { ...form, validUntil: form.validUntil ?? '' })
	if (answer.ok) return redirect('/register/imports')
	return refusedForm(answer.reason, submission)
}

/** 历史文件导入: an old document, with its file and what it states of itself. */
export default function ImportRoute() {
	const { t } = useTranslation()
	const { key, page } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead back={{ to: '/register', label: t('register.back') }} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 max-w-text">{t('register.form.lead')}</p>
				<CommandForm answer={answer} commandKey={key} hasFiles>
					<Card title={t('register.form.text')}>
						<FileField
							name={DOCUMENT.file}
							label={t('register.form.file')}
							hint={t('register.form.fileHint')}
							accept=".docx,.txt"
						/>
						<TextArea
							name={DOCUMENT.origin}
							label={t('register.form.origin')}
							hint={t('register.form.originHint')}
							rows={2}
						/>
					</Card>
					<Card title={t('register.form.facts')}>
						<DocumentFields page={page} />
					</Card>
				</CommandForm>
			</PageBody>
		</>
	)
}

function DocumentFields({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>>['page'] }) {
	const { t } = useTranslation()
	return (
		<>
			<TextField name={DOCUMENT.title} label={t('register.form.title')} />
			<div className="grid gap-x-3 md:grid-cols-2">
				<TextField
					name={DOCUMENT.documentNumber}
					label={t('register.form.documentNumber')}
					hint={t('register.form.documentNumberHint')}
				/>
				<TextField
					name={DOCUMENT.issuer}
					label={t('register.form.issuer')}
					hint={t('register.form.issuerHint')}
					list="issuers"
				/>
				<datalist id="issuers">
					{page.issuers.map((issuer) => (
						<option key={issuer} value={issuer}>
							{issuer}
						</option>
					))}
				</datalist>
			</div>
			<div className="grid gap-x-3 md:grid-cols-3">
				<TextField
					name={DOCUMENT.publishedOn}
					type="date"
					label={t('register.form.publishedOn')}
					hint={t('register.form.publishedOnHint')}
					max={page.today}
				/>
				<TextField
					name={DOCUMENT.effectiveOn}
					type="date"
					label={t('register.form.effectiveOn')}
					hint={t('register.form.effectiveOnHint')}
				/>
				<TextField
					name={DOCUMENT.validUntil}
					type="date"
					label={t('register.form.validUntil')}
					hint={t('register.form.validUntilHint')}
					optional
				/>
			</div>
			<TextField
				name={DOCUMENT.publishedIn}
				label={t('register.form.publishedIn')}
				hint={t('register.form.publishedInHint')}
				optional
			/>
			<CheckBox name={DOCUMENT.secrecy} value="public" label={t('register.form.isPublic')} isRequired />
			<Button look="filled">{t('register.form.submit')}</Button>
		</>
	)
}

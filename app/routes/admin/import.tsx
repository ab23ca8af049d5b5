import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminTabs } from '#app/components/administration/admin-tabs.tsx'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { ImportPreviewTable } from '#app/components/administration/import-preview.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { IMPORT_COLUMNS } from '#app/domain/account/import-table.ts'
import { ORGAN_KINDS, UNIT_KINDS } from '#app/domain/account/organisation-kinds.ts'
import { ROLES } from '#app/domain/permission/role.ts'
import { about } from '#app/forms/form.ts'
import { IMPORT } from '#app/forms/organisation-forms.ts'
import { readUploadForm } from '#app/http/command-form.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { faultyForm, refusedForm, refusedUpload } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import {
	importOrganisation,
	mayImport,
	previewImport,
} from '#app/services/organisation/import-organisation.server.ts'

export const handle = { title: 'administration.import.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	pageOrThrow(mayImport(actor))
	return { key: shell.newId() }
}

/** A trial gives its table to the page, whose second form brings it back: nothing is kept in between. */
export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { shell, actor } = signedIn
	const given = await readUploadForm(args, signedIn)
	if (!given.ok) return refusedUpload(given.reason)
	const { key, fields, files } = given.value
	const submission = parseForm(fields, IMPORT, files)
	if (submission.status !== 'success') return faultyForm(submission)
	if (submission.value.intent === 'preview') {
		const read = await previewImport(shell, actor, key, submission.value.file)
		return read.ok ? data({ preview: read.value, key: shell.newId() }) : refusedForm(read.reason, submission)
	}
	const done = await importOrganisation(shell, actor, key, submission.value.table)
	return done.ok ? data({ counts: done.value.value }) : refusedForm(done.reason, submission)
}

export default function ImportRoute() {
	const { t } = useTranslation()
	const { key } = useLoaderData<typeof loader>()
	const given = useActionData<typeof action>()
	const answer = given && 'lastResult' in given ? given : undefined
	const trial = given && 'preview' in given ? given : null
	const counts = given && 'counts' in given ? given.counts : null
	return (
		<>
			<PageHead>
				<p className="text-table text-ink2">{t('administration.import.lead')}</p>
				<AdminTabs current="import" mayEdit />
			</PageHead>
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} />
				{counts ? (
					<p role="status" className="mb-4 rounded border border-ok bg-ok-soft px-4 py-2">
						{t('administration.import.done', { ...counts })}{' '}
						{t(counts.posts > 0 ? 'administration.import.next' : 'administration.import.nextNoPosts')}
					</p>
				) : null}
				{trial ? <ImportPreviewTable preview={trial.preview} commandKey={trial.key} /> : null}
				<Card>
					<h2 className="font-semibold">{t('administration.import.columnsTitle')}</h2>
					<p className="text-table">
						{IMPORT_COLUMNS.map((column) => t(`administration.import.column.${column}`)).join(' | ')}
					</p>
					<p className="text-table text-ink2">{t('administration.import.columnsLead')}</p>
					<p className="text-table text-ink2">
						{t('administration.import.kinds', {
							organ: ORGAN_KINDS.map((kind) => t(`words.organKind.${kind}`)).join(' / '),
							unit: UNIT_KINDS.map((kind) => t(`words.unitKind.${kind}`)).join(' / '),
						})}
					</p>
					<p className="text-table text-ink2">
						{t('administration.import.roles', {
							roles: ROLES.map((role) => t(`words.role.${role}`)).join(' / '),
						})}
					</p>
					<p className="mb-3 text-table">
						<a href="/admin/empty-table" download>
							{t('administration.import.template')}
						</a>
					</p>
					<CommandForm answer={answer} about={about(IMPORT.preview)} commandKey={key} hasFiles>
						<FileField
							name={IMPORT.preview.file}
							label={t('administration.import.file')}
							limit={t('administration.import.fileHint')}
							accept=".xlsx,.csv"
						/>
						<Button look={trial ? 'outline' : 'filled'}>{t('administration.import.read')}</Button>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}

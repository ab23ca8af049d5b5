import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { AdminTabs } from '#app/components/admin-tabs.tsx'
import { errorsOf } from '#app/components/answer-errors.ts'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { CommandForm } from '#app/components/command-form.tsx'
import { FileField } from '#app/components/file-field.tsx'
import { ImportPreviewTable } from '#app/components/import-preview.tsx'
import { PageBody, PageHead } from '#app/components/page.tsx'
import { RefusalNotice } from '#app/components/refusal-notice.tsx'
import { IMPORT_COLUMNS } from '#app/domain/account/plan-import.ts'
import { ORGAN_KINDS, UNIT_KINDS } from '#app/domain/account/organisation-kinds.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { readUploadForm } from '#app/http/command-form.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { refusalStatus } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import type { ImportCounts, ImportPreview, ImportTable } from '#app/services/import-organisation.server.ts'
import { importOrganisation, mayImport, previewImport } from '#app/services/import-organisation.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	pageOrThrow(mayImport(actor))
	return { key: shell.newId() }
}

const Table = z.array(z.array(z.string())).min(1)

/** A trial gives its table to the page, whose second form brings it back: nothing is kept in between. */
export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { shell, actor } = signedIn
	const form = await readUploadForm(args, signedIn)
	if (!form.ok) return answer({ refusal: form.reason })
	const { key, fields, files } = form.value
	if (fields.get('intent') !== 'confirm') {
		const read = await previewImport(shell, actor, key, files[0] ?? null)
		return read.ok ? answer({ preview: read.value, key: shell.newId() }) : answer({ refusal: read.reason })
	}
	const table = readSentTable(fields.get('table'))
	const done = await importOrganisation(shell, actor, key, table)
	return done.ok ? answer({ counts: done.value.value }) : answer({ refusal: done.reason })
}

type ImportAnswer = {
	readonly refusal: Refusal | null
	readonly preview: ImportPreview | null
	readonly counts: ImportCounts | null
	readonly key: string
}

function answer(given: Partial<ImportAnswer>) {
	const whole: ImportAnswer = { refusal: null, preview: null, counts: null, key: '', ...given }
	return data(whole, { status: whole.refusal ? refusalStatus(whole.refusal) : 200 })
}

function readSentTable(sent: unknown): ImportTable {
	try {
		return Table.parse(JSON.parse(String(sent)))
	} catch {
		throw new Response(null, { status: 400 })
	}
}

export default function ImportRoute() {
	const { t } = useTranslation()
	const { key } = useLoaderData<typeof loader>()
	const given = useActionData<typeof action>()
	const refused = given?.refusal ? { refusal: given.refusal, typed: {} } : undefined
	return (
		<>
			<PageHead title={t('administration.import.title')}>
				<p className="text-table text-ink2">{t('administration.import.lead')}</p>
				<AdminTabs current="import" mayEdit />
			</PageHead>
			<PageBody>
				<RefusalNotice refusal={given?.refusal} />
				{given?.counts ? (
					<p role="status" className="mb-4 rounded border border-ok bg-ok-soft px-4 py-2">
						{t('administration.import.done', { ...given.counts })}
					</p>
				) : null}
				{given?.preview ? <ImportPreviewTable preview={given.preview} commandKey={given.key} /> : null}
				<Card>
					<h2 className="font-semibold">{t('administration.import.columnsTitle')}</h2>
					<p className="text-table">
						{IMPORT_COLUMNS.map((column) => t(`administration.import.column.${column}`)).join(' | ')}
					</p>
					<p className="text-table text-ink2">{t('administration.import.columnsLead')}</p>
					<p className="mb-3 text-table text-ink2">
						{t('administration.import.kinds', {
							organ: ORGAN_KINDS.map((kind) => t(`words.organKind.${kind}`)).join(' / '),
							unit: UNIT_KINDS.map((kind) => t(`words.unitKind.${kind}`)).join(' / '),
						})}
					</p>
					<CommandForm commandKey={key} hasFiles>
						<FileField
							name="file"
							label={t('administration.import.file')}
							limit={t('administration.import.fileHint')}
							accept=".xlsx,.csv"
							secrecyName={null}
							errors={errorsOf(refused, 'file', t)}
						/>
						<Button look={given?.preview ? 'outline' : 'filled'}>{t('administration.import.read')}</Button>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}

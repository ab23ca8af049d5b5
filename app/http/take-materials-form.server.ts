import { redirect } from '@remix-run/node'
import type { ChecklistItem } from '#app/domain/materials/checklist.ts'
import { matchFile } from '#app/domain/materials/match-file.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { addMaterials } from '#app/services/add-materials.server.ts'
import { answerStep } from '#app/services/answer-step.server.ts'
import { readMaterialsPage } from '#app/services/read-materials-page.server.ts'
import { recordRefusedUpload } from '#app/services/record-refused-upload.server.ts'
import type { UploadForm } from './command-form.server.ts'
import { readUploadForm } from './command-form.server.ts'
import { pageOrThrow } from './page-answer.server.ts'
import { refusalResponse, typedFields } from './refusal-response.server.ts'
import type { SignedIn } from './signed-in.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** Takes one of the forms of the materials page: a paper, a 不适用, a step, or several papers matched by name. */
export async function takeMaterialsForm(args: WebArgs, matterId: string) {
	const signedIn = await requireSignedIn(args)
	const form = await readUploadForm(args, signedIn)
	if (!form.ok) {
		const { shell, actor } = signedIn
		return refusalResponse(await recordRefusedUpload(shell, actor, matterId, 'matter.edited', form.reason))
	}
	const { fields } = form.value
	const item = text(fields, 'item')
	if (fields.get('intent') === 'bulk') return takeSeveral(signedIn, matterId, form.value)
	const saved = await save(signedIn, matterId, item, form.value)
	return saved.ok
		? redirect(`/matters/${matterId}/materials#row-${item}`)
		: refusalResponse(saved.reason, typedFields(fields))
}

async function save(
	{ shell, actor }: SignedIn,
	matterId: string,
	item: string,
	{ key, seen, fields, files }: UploadForm,
): Promise<Result<unknown, Refusal>> {
	const order = { matterId, key, seen }
	const reason = text(fields, `reason-${item}`)
	const secrecy = text(fields, `file-${item}-secrecy`)
	const [file] = files.map(({ name, bytes }) => ({ name, bytes, secrecy }))
	switch (fields.get('intent')) {
		case 'file':
			return addMaterials(shell, actor, order, file ? [{ item, kind: 'file', file }] : [])
		case 'not-applicable':
			return addMaterials(shell, actor, order, [{ item, kind: 'not-applicable', reason }])
		case 'step-done':
			return answerStep(shell, actor, order, {
				step: item,
				answer: 'done',
				facts: factsIn(fields, item),
				paper: file ?? null,
			})
		default:
			return answerStep(shell, actor, order, { step: item, answer: 'not-applicable', reason })
	}
}

/** Several files in one form: what their names fit is taken, the rest is named to be uploaded one by one. */
async function takeSeveral(
	{ shell, actor }: SignedIn,
	matterId: string,
	{ key, seen, fields, files }: UploadForm,
) {
	const page = pageOrThrow(await readMaterialsPage(shell, actor, matterId))
	const items: Pick<ChecklistItem, 'code' | 'name'>[] = [...page.checklist]
	const matched = files.map(({ name, bytes }) => ({
		item: matchFile(name, items)?.code ?? null,
		file: { name, bytes, secrecy: text(fields, 'bulk-secrecy') },
	}))
	const given = matched.flatMap(({ item, file }) =>
		item === null ? [] : [{ item, kind: 'file' as const, file }],
	)
	const left = matched.filter(({ item }) => item === null).map(({ file }) => file.name)
	if (given.length > 0) {
		const saved = await addMaterials(shell, actor, { matterId, key, seen }, given)
		if (!saved.ok) return refusalResponse(saved.reason, typedFields(fields))
	}
	const search = new URLSearchParams(left.map((name) => ['unmatched', name]))
	return redirect(`/matters/${matterId}/materials${left.length > 0 ? `?${search}` : ''}`)
}

/** The facts of a step: fields are named `fact-<step>-<fact>`, because five steps stand on one page. */
function factsIn(fields: FormData, step: string): Record<string, string> {
	const prefix = `fact-${step}-`
	return Object.fromEntries(
		[...fields].flatMap(([name, value]) =>
			name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value]] : [],
		),
	)
}

function text(fields: FormData, name: string): string {
	return String(fields.get(name) ?? '')
}

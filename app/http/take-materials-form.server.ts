import { redirect } from '@remix-run/node'
import { matchFile } from '#app/domain/materials/match-file.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { addMaterials } from '#app/services/materials/add-materials.server.ts'
import { answerStep } from '#app/services/materials/answer-step.server.ts'
import { settleUnplaced } from '#app/services/materials/unplaced-files.server.ts'
import { readMaterialsPage } from '#app/services/materials/read-materials-page.server.ts'
import { MATERIALS } from '#app/forms/drafting-forms.ts'
import { type Given, fieldAt } from '#app/forms/form.ts'
import { recordRefusedUpload } from '#app/services/files/record-refused-upload.server.ts'
import { type UploadForm, readUploadForm } from './command-form.server.ts'
import { parseForm } from './parse-form.server.ts'
import { pageOrThrow } from './page-answer.server.ts'
import { faultyForm, refusedForm, refusedUpload } from './refusal-response.server.ts'
import { type SignedIn, requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** Takes one of the forms of the materials page: a paper, a 不适用, a step, or several papers matched by name. */
export async function takeMaterialsForm(args: WebArgs, matterId: string) {
	const signedIn = await requireSignedIn(args)
	const { shell, actor } = signedIn
	const given = await readUploadForm(args, signedIn)
	if (!given.ok)
		return refusedUpload(await recordRefusedUpload(shell, actor, matterId, 'matter.edited', given.reason))
	const submission = parseForm(given.value.fields, MATERIALS, given.value.files)
	if (submission.status !== 'success') return faultyForm(submission)
	const form = submission.value
	if (form.intent === 'bulk') {
		const saved = await saveSeveral(signedIn, matterId, given.value, form)
		if (!saved.ok)
			return refusedForm(saved.reason, submission, (field) => (field === 'secrecy' ? 'bulk-secrecy' : 'bulk'))
		return redirect(`/matters/${matterId}/materials`)
	}
	if (form.intent === 'place' || form.intent === 'remove') {
		const { key, seen } = given.value
		const choice = { id: form.unplacedId, item: form.intent === 'place' ? form.to : null }
		const settled = await settleUnplaced(shell, actor, { matterId, key, seen }, choice)
		if (!settled.ok) return refusedForm(settled.reason, submission)
		return redirect(`/matters/${matterId}/materials`)
	}
	const saved = await saveOne(signedIn, matterId, given.value, form)
	return saved.ok
		? redirect(`/matters/${matterId}/materials#row-${form.item}`)
		: refusedForm(saved.reason, submission, (field) => fieldOf(form.item, field))
}

async function saveOne(
	{ shell, actor }: SignedIn,
	matterId: string,
	{ key, seen }: UploadForm,
	form: Exclude<Given<typeof MATERIALS>, Bulk | Settling>,
): Promise<Result<unknown, Refusal>> {
	const order = { matterId, key, seen }
	const { item: code } = form
	switch (form.intent) {
		case 'file': {
			const file = fileOf(form)
			return addMaterials(shell, actor, order, file ? [{ item: code, kind: 'file', file }] : [])
		}
		case 'not-applicable':
			return addMaterials(shell, actor, order, [
				{ item: code, kind: 'not-applicable', reason: form.reason[code] ?? '' },
			])
		case 'step-done': {
			const facts = factsOf(form)
			const paper = fileOf(form)
			return answerStep(shell, actor, order, { step: code, answer: 'done', facts, paper })
		}
		case 'step-not':
			return answerStep(shell, actor, order, {
				step: code,
				answer: 'not-applicable',
				reason: form.reason[code] ?? '',
			})
	}
}

type Bulk = Given<typeof MATERIALS.bulk>
type Settling = Given<typeof MATERIALS.place> | Given<typeof MATERIALS.remove>

/** The file of a row with its declaration. */
function fileOf({ item, file, secrecy }: Omit<Given<typeof MATERIALS.file>, 'intent'>) {
	const taken = file[item]
	return taken ? { name: taken.name, bytes: taken.bytes, secrecy: secrecy[item] ?? '' } : null
}

/** The facts of a step by their names. */
function factsOf({ item, fact }: Given<(typeof MATERIALS)['step-done']>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fact).flatMap(([name, value]) =>
			name.startsWith(`${item}-`) ? [[name.slice(item.length + 1), value]] : [],
		),
	)
}

/** The form's name of a field of one paper or step; what is neither file nor reason is one of a step's facts. */
function fieldOf(code: string, field: string): string {
	const { file, secrecy, fact } = MATERIALS['step-done']
	if (field === 'file' || field === 'paper') return fieldAt(file, code).name
	if (field === 'secrecy') return fieldAt(secrecy, code).name
	const { reason } = MATERIALS['step-not']
	return field === 'reason' ? fieldAt(reason, code).name : fieldAt(fact, `${code}-${field}`).name
}

/** Several files in one form: what their names fit is taken as its paper, the rest is kept until somebody places it. */
async function saveSeveral(
	{ shell, actor }: SignedIn,
	matterId: string,
	{ key, seen }: UploadForm,
	{ bulk, 'bulk-secrecy': secrecy }: Bulk,
): Promise<Result<unknown, Refusal>> {
	const page = pageOrThrow(await readMaterialsPage(shell, actor, matterId))
	const matched = bulk.map(({ name, bytes }) => ({
		item: matchFile(name, page.checklist)?.code ?? null,
		file: { name, bytes, secrecy },
	}))
	const given = matched.flatMap(({ item: code, file }) =>
		code === null ? [] : [{ item: code, kind: 'file' as const, file }],
	)
	const unplaced = matched.flatMap(({ item: code, file }) => (code === null ? [file] : []))
	return addMaterials(shell, actor, { matterId, key, seen }, given, unplaced)
}

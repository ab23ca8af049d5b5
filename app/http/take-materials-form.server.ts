import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { ChecklistItem } from '#app/domain/materials/checklist.ts'
import { matchFile } from '#app/domain/materials/match-file.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { addMaterials } from '#app/services/materials/add-materials.server.ts'
import { answerStep } from '#app/services/materials/answer-step.server.ts'
import { lookAtUnmatched } from '#app/services/drafting/look-at-unmatched.server.ts'
import { readMaterialsPage } from '#app/services/materials/read-materials-page.server.ts'
import { recordRefusedUpload } from '#app/services/files/record-refused-upload.server.ts'
import { type UploadForm, readUploadForm } from './command-form.server.ts'
import { fieldsFrom, parseForm, wordsAt, wordsOrNone } from './form-schema.server.ts'
import { pageOrThrow } from './page-answer.server.ts'
import { faultyForm, refusedForm, refusedUpload } from './refusal-response.server.ts'
import { type SignedIn, requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

const item = z.string().max(100)

/** One paper or step; its fields carry its code in their names, because many stand on one page. */
const OneRow = z.looseObject({
	intent: z.enum(['file', 'not-applicable', 'step-done', 'step-not']),
	item,
})
const Several = z.object({ intent: z.literal('bulk'), 'bulk-secrecy': wordsOrNone(20) })

/** Takes one of the forms of the materials page: a paper, a 不适用, a step, or several papers matched by name. */
export async function takeMaterialsForm(args: WebArgs, matterId: string) {
	const signedIn = await requireSignedIn(args)
	const { shell, actor } = signedIn
	const given = await readUploadForm(args, signedIn)
	if (!given.ok)
		return refusedUpload(await recordRefusedUpload(shell, actor, matterId, 'matter.edited', given.reason))
	const submission = parseForm(given.value.fields, z.discriminatedUnion('intent', [OneRow, Several]))
	if (submission.status !== 'success') return faultyForm(submission)
	const form = submission.value
	if (form.intent === 'bulk') {
		const { left, saved } = await saveSeveral(signedIn, matterId, given.value, form['bulk-secrecy'])
		if (!saved.ok)
			return refusedForm(saved.reason, submission, (field) => (field === 'secrecy' ? 'bulk-secrecy' : 'bulk'))
		const search = new URLSearchParams(left.map((name) => ['unmatched', name]))
		return redirect(`/matters/${matterId}/materials${left.length > 0 ? `?${search}` : ''}`)
	}
	const saved = await saveOne(signedIn, matterId, given.value, form)
	return saved.ok
		? redirect(`/matters/${matterId}/materials#row-${form.item}`)
		: refusedForm(saved.reason, submission, (field) => fieldOf(form.item, field))
}

async function saveOne(
	{ shell, actor }: SignedIn,
	matterId: string,
	{ key, seen, files }: UploadForm,
	form: z.output<typeof OneRow>,
): Promise<Result<unknown, Refusal>> {
	const order = { matterId, key, seen }
	const { item: code } = form
	const reason = wordsAt(form, `reason-${code}`)
	const secrecy = wordsAt(form, `file-${code}-secrecy`)
	const [file] = files.map(({ name, bytes }) => ({ name, bytes, secrecy }))
	switch (form.intent) {
		case 'file':
			return addMaterials(shell, actor, order, file ? [{ item: code, kind: 'file', file }] : [])
		case 'not-applicable':
			return addMaterials(shell, actor, order, [{ item: code, kind: 'not-applicable', reason }])
		case 'step-done': {
			const facts = Object.fromEntries(fieldsFrom(form, `fact-${code}-`))
			return answerStep(shell, actor, order, { step: code, answer: 'done', facts, paper: file ?? null })
		}
		case 'step-not':
			return answerStep(shell, actor, order, { step: code, answer: 'not-applicable', reason })
	}
}

/** The form's name of a field of one paper or step; what is neither file nor reason is one of a step's facts. */
function fieldOf(code: string, field: string): string {
	if (field === 'file' || field === 'paper') return `file-${code}`
	if (field === 'secrecy') return `file-${code}-secrecy`
	return field === 'reason' ? `reason-${code}` : `fact-${code}-${field}`
}

/** Several files in one form: what their names fit is taken, the rest is named to be uploaded one by one. */
async function saveSeveral(
	{ shell, actor }: SignedIn,
	matterId: string,
	{ key, seen, files }: UploadForm,
	secrecy: string,
): Promise<{ left: string[]; saved: Result<unknown, Refusal> }> {
	const page = pageOrThrow(await readMaterialsPage(shell, actor, matterId))
	const items: Pick<ChecklistItem, 'code' | 'name'>[] = [...page.checklist]
	const matched = files.map(({ name, bytes }) => ({
		item: matchFile(name, items)?.code ?? null,
		file: { name, bytes, secrecy },
	}))
	const given = matched.flatMap(({ item: code, file }) =>
		code === null ? [] : [{ item: code, kind: 'file' as const, file }],
	)
	const unmatched = matched.filter((one) => one.item === null).map(({ file }) => file)
	const left = unmatched.map((file) => file.name)
	const order = { matterId, key, seen }
	const looked = await lookAtUnmatched(shell, actor, order, unmatched)
	if (!looked.ok) return { left: [], saved: looked }
	const isNone = given.length === 0 && left.length > 0
	return { left, saved: isNone ? accept(null) : await addMaterials(shell, actor, order, given) }
}

import { redirect } from '@remix-run/node'
import { VERSION } from '#app/forms/drafting-forms.ts'
import type { Given } from '#app/forms/form.ts'
import { recordRefusedUpload } from '#app/services/files/record-refused-upload.server.ts'
import {
	type VersionGiven,
	restoreVersion,
	uploadVersion,
} from '#app/services/drafting/upload-version.server.ts'
import { readUploadForm } from './command-form.server.ts'
import { parseForm } from './parse-form.server.ts'
import { faultyForm, refusedForm, refusedUpload } from './refusal-response.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** The form's names of the fields of a version. */
const FIELDS: Readonly<Record<string, string>> = { file: 'main', secrecy: 'main-secrecy' }

/** Takes a version from its form, new or restored; the same form stands on two pages, which is where `back` differs. */
export async function takeVersionForm(args: WebArgs, matterId: string, back: string) {
	const { shell, actor, ...signedIn } = await requireSignedIn(args)
	const given = await readUploadForm(args, signedIn)
	if (!given.ok)
		return refusedUpload(await recordRefusedUpload(shell, actor, matterId, 'version.uploaded', given.reason))
	const { key, seen, fields, files } = given.value
	const submission = parseForm(fields, VERSION, files)
	if (submission.status !== 'success') return faultyForm(submission)
	const form = submission.value
	const order = { matterId, key, seen }
	const written =
		form.intent === 'restore'
			? await restoreVersion(shell, actor, order, form)
			: await uploadVersion(shell, actor, order, versionOf(form))
	if (written.ok) return redirect(back)
	return refusedForm(written.reason, submission, (field) => FIELDS[field] ?? field)
}

/** A version as its form sends it: a file comes before pasted text, and without either the main text is kept. */
function versionOf({ main, annexes, ...form }: Given<typeof VERSION.upload>): VersionGiven {
	const shared = {
		annexes: annexes.map(({ name, bytes }) => ({ name, bytes, secrecy: form['annexes-secrecy'] })),
		keptAnnexes: form.keptAnnexes,
		typedTitle: form.typedTitle,
	}
	const secrecy = form['main-secrecy']
	if (main)
		return { ...shared, main: { kind: 'file', file: { name: main.name, bytes: main.bytes, secrecy } } }
	if (form.pasted.trim() !== '') return { ...shared, main: { kind: 'pasted', text: form.pasted, secrecy } }
	return { ...shared, main: { kind: 'kept' } }
}

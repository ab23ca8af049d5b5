import { redirect } from '@remix-run/node'
import { recordRefusedUpload } from '#app/services/record-refused-upload.server.ts'
import { restoreVersion, uploadVersion } from '#app/services/upload-version.server.ts'
import { readUploadForm } from './command-form.server.ts'
import { readVersionForm } from './read-version-form.server.ts'
import { refusalResponse, typedFields } from './refusal-response.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** Takes a version from its form, new or restored; the same form stands on two pages, which is where `back` differs. */
export async function takeVersionForm(args: WebArgs, matterId: string, back: string) {
	const signedIn = await requireSignedIn(args)
	const form = await readUploadForm(args, signedIn)
	if (!form.ok) {
		const { shell, actor } = signedIn
		const refusal = await recordRefusedUpload(shell, actor, matterId, 'version.uploaded', form.reason)
		return refusalResponse(refusal, { intent: 'upload' })
	}
	const { key, seen, fields } = form.value
	const order = { matterId, key, seen }
	const given = readVersionForm(form.value)
	const written =
		fields.get('intent') === 'restore'
			? await restoreVersion(signedIn.shell, signedIn.actor, order, {
					versionNo: Number(fields.get('versionNo')) || 0,
					typedTitle: given.typedTitle,
				})
			: await uploadVersion(signedIn.shell, signedIn.actor, order, given)
	return written.ok ? redirect(back) : refusalResponse(written.reason, typedFields(fields))
}

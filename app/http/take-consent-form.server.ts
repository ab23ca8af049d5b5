import { redirect } from '@remix-run/node'
import { CONSENT } from '#app/forms/consent-forms.ts'
import type { Given } from '#app/forms/form.ts'
import { declineConsent, giveConsent } from '#app/services/consent/answer-consent.server.ts'
import { askConsent, fileConsent } from '#app/services/consent/ask-consent.server.ts'
import { recordRefusedUpload } from '#app/services/files/record-refused-upload.server.ts'
import { readUploadForm } from './command-form.server.ts'
import { parseForm } from './parse-form.server.ts'
import { faultyForm, refusedForm, refusedUpload } from './refusal-response.server.ts'
import { type SignedIn, requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

type Order = { readonly matterId: string; readonly key: string; readonly seen: number | null }

/** Takes one of the forms of a leader's consent; the one that attaches a paper brings a file. */
export async function takeConsentForm(args: WebArgs, matterId: string) {
	const signedIn = await requireSignedIn(args)
	const { shell, actor } = signedIn
	const given = await readUploadForm(args, signedIn)
	if (!given.ok)
		return refusedUpload(await recordRefusedUpload(shell, actor, matterId, 'consent.filed', given.reason))
	const { key, seen, fields, files } = given.value
	const submission = parseForm(fields, CONSENT, files)
	if (submission.status !== 'success') return faultyForm(submission)
	const answer = await run(signedIn, { matterId, key, seen }, submission.value)
	if (answer.ok) return redirect(`/matters/${matterId}/consent`)
	return refusedForm(answer.reason, submission, (field) => field)
}

function run({ shell, actor }: SignedIn, order: Order, form: Given<typeof CONSENT>) {
	switch (form.intent) {
		case 'ask':
			return askConsent(shell, actor, order, form.leaderId)
		case 'file': {
			const { leaderName, signedOn, file, secrecy } = form
			return fileConsent(shell, actor, order, { leaderName, signedOn, file: file && { ...file, secrecy } })
		}
		case 'give':
			return giveConsent(shell, actor, order, { password: form.password, contentSha256: form.shown })
		case 'decline':
			return declineConsent(shell, actor, order, form.words)
	}
}

import { redirect } from '@remix-run/node'
import { APPROVAL } from '#app/forms/consent-forms.ts'
import type { Given } from '#app/forms/form.ts'
import {
	approveAgenda,
	askApproval,
	fileApproval,
	sendAgendaBack,
} from '#app/services/meeting/approve-agenda.server.ts'
import { readUploadForm } from './command-form.server.ts'
import { parseForm } from './parse-form.server.ts'
import { faultyForm, refusedForm, refusedUpload } from './refusal-response.server.ts'
import { type SignedIn, requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

type Order = { readonly meetingId: string; readonly key: string; readonly seen: number | null }

/** Takes one of the forms of an agenda's approval; the one that attaches a paper brings a file. */
export async function takeApprovalForm(args: WebArgs, meetingId: string) {
	const signedIn = await requireSignedIn(args)
	const given = await readUploadForm(args, signedIn)
	if (!given.ok) return refusedUpload(given.reason)
	const { key, seen, fields, files } = given.value
	const submission = parseForm(fields, APPROVAL, files)
	if (submission.status !== 'success') return faultyForm(submission)
	const answer = await run(signedIn, { meetingId, key, seen }, submission.value)
	if (!answer.ok) return refusedForm(answer.reason, submission, (field) => field)
	return redirect(`/meetings/${meetingId}${submission.value.intent === 'ask' ? '' : '/approve'}`)
}

function run({ shell, actor }: SignedIn, order: Order, form: Given<typeof APPROVAL>) {
	switch (form.intent) {
		case 'ask':
			return askApproval(shell, actor, order, form.leaderId)
		case 'file': {
			const { approverName, signedOn, file, secrecy } = form
			return fileApproval(shell, actor, order, { approverName, signedOn, file: file && { ...file, secrecy } })
		}
		case 'approve':
			return approveAgenda(shell, actor, order, { password: form.password, agendaSha256: form.shown })
		case 'back':
			return sendAgendaBack(shell, actor, order, form.words)
	}
}

import { redirect } from '@remix-run/node'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { refuse } from '#app/domain/result.ts'
import { declineSubmission } from '#app/services/decline-submission.server.ts'
import { editMatter } from '#app/services/edit-matter.server.ts'
import { prepareSubmission } from '#app/services/prepare-submission.server.ts'
import { submitMatter } from '#app/services/submit-matter.server.ts'
import type { CommandForm } from './command-form.server.ts'
import { readCommandForm } from './command-form.server.ts'
import { refusalResponse, typedFields } from './refusal-response.server.ts'
import type { SignedIn } from './signed-in.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** Takes one of the forms of the confirmation page: name and tracks, asking the head, signing, giving back. */
export async function takeConfirmationForm(args: WebArgs, matterId: string) {
	const signedIn = await requireSignedIn(args)
	const form = await readCommandForm(args, signedIn)
	const intent = form.fields.get('intent')
	const done = await act(signedIn, matterId, intent, form)
	if (!done.ok)
		return refusalResponse(done.reason, {
			...typedFields(form.fields),
			tracks: form.fields.getAll('tracks').map(String).join(' '),
		})
	return redirect(intent === 'sign' ? `/matters/${matterId}` : `/matters/${matterId}/confirm`)
}

async function act(
	{ shell, actor }: SignedIn,
	matterId: string,
	intent: unknown,
	{ key, seen, fields }: CommandForm,
): Promise<Result<unknown, Refusal>> {
	const order = { matterId, key, seen }
	switch (intent) {
		case 'heading':
			return editMatter(shell, actor, order, {
				title: String(fields.get('title') ?? ''),
				tracks: fields.getAll('tracks').map(String),
			})
		case 'ask':
			return prepareSubmission(shell, actor, order)
		case 'decline':
			return declineSubmission(shell, actor, order, String(fields.get('words') ?? ''))
		case 'sign':
			if (fields.get('read') !== 'yes')
				return refuse({ code: 'unfitting', field: 'read', problem: 'missing' })
			return submitMatter(shell, actor, order)
		default:
			throw new Response('the form has no such button', { status: 400 })
	}
}

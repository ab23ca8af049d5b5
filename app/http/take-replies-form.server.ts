import { redirect } from '@remix-run/node'
import { saveReply } from '#app/services/save-reply.server.ts'
import { submitRevision } from '#app/services/submit-revision.server.ts'
import { readCommandForm } from './command-form.server.ts'
import { refusalResponse, typedFields } from './refusal-response.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** Takes one reply of the ledger, or sends the revision in. Fields of a reply end in its item's position. */
export async function takeRepliesForm(args: WebArgs, matterId: string) {
	const signedIn = await requireSignedIn(args)
	const { key, seen, fields } = await readCommandForm(args, signedIn)
	const { shell, actor } = signedIn
	const order = { matterId, key, seen }
	const text = (name: string) => String(fields.get(name) ?? '')
	if (fields.get('intent') === 'send') {
		const sent = await submitRevision(shell, actor, order)
		return sent.ok ? redirect(`/matters/${matterId}`) : refusalResponse(sent.reason, typedFields(fields))
	}
	const position = text('position')
	const saved = await saveReply(shell, actor, order, {
		opinionItemId: text('opinionItemId'),
		answer: text(`answer-${position}`),
		text: text(`text-${position}`),
		reason: text(`reason-${position}`),
	})
	if (!saved.ok) return refusalResponse(saved.reason, typedFields(fields))
	return redirect(`/matters/${matterId}/replies#item-${Number(position) || 1}`)
}

import { redirect } from '@remix-run/node'
import { answerSupplement } from '#app/services/answer-supplement.server.ts'
import { submitSupplement } from '#app/services/submit-supplement.server.ts'
import { readCommandForm } from './command-form.server.ts'
import { refusalResponse, typedFields } from './refusal-response.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/**
 * Takes the answers to a supplement list, and sends them in where that button was pressed: two commands, so that
 * what was typed is kept even when something is missing for sending.
 */
export async function takeSupplementForm(args: WebArgs, matterId: string) {
	const signedIn = await requireSignedIn(args)
	const { key, seen, fields } = await readCommandForm(args, signedIn)
	const { shell, actor } = signedIn
	const answers = [...fields].flatMap(([name, text]) => {
		const position = /^answer-(\d{1,3})$/.exec(name)?.[1]
		return position && typeof text === 'string' ? [{ position: Number(position), text }] : []
	})
	const saved = await answerSupplement(shell, actor, { matterId, key, seen }, answers)
	if (!saved.ok) return refusalResponse(saved.reason, typedFields(fields))
	if (fields.get('intent') !== 'send') return redirect(`/matters/${matterId}/supplement`)
	const order = { matterId, key: `${key}-send`, seen: saved.value.value.revision }
	const sent = await submitSupplement(shell, actor, order)
	return sent.ok ? redirect(`/matters/${matterId}`) : refusalResponse(sent.reason, typedFields(fields))
}

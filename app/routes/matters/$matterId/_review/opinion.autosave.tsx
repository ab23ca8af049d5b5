import type { ActionFunctionArgs } from '@remix-run/node'
import { PARTS_OF_OPINION } from '#app/forms/opinion-forms.ts'
import { opinionChangeOf } from '#app/http/read-opinion-change.server.ts'
import { takeSaving } from '#app/http/take-form.server.ts'
import { saveOpinion } from '#app/services/opinion/save-opinion.server.ts'

/** Saves one part of the opinion while its reviewer types; the editor's buttons do the same without JavaScript. */
export async function action(args: ActionFunctionArgs) {
	return takeSaving(args, PARTS_OF_OPINION, ({ shell, actor, order, form }) =>
		saveOpinion(shell, actor, { ...order, seen: null }, opinionChangeOf(form)),
	)
}

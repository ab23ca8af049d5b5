import type { ActionFunctionArgs } from '@remix-run/node'
import { OpinionPart, opinionChangeOf } from '#app/http/read-opinion-change.server.ts'
import { takeSaving } from '#app/http/take-form.server.ts'
import { saveOpinion } from '#app/services/opinion/save-opinion.server.ts'

/** Saves one part of the opinion while its reviewer types; the editor's buttons do the same without JavaScript. */
export async function action(args: ActionFunctionArgs) {
	return takeSaving(args, OpinionPart, ({ shell, actor, order, form }) =>
		saveOpinion(shell, actor, { ...order, seen: null }, opinionChangeOf(form)),
	)
}

import type { ActionFunctionArgs } from '@remix-run/node'
import { readOpinionChange } from '#app/http/read-opinion-change.server.ts'
import { takeSaving } from '#app/http/take-command.server.ts'
import { saveOpinion } from '#app/services/save-opinion.server.ts'

/** Saves one part of the opinion while its reviewer types; the editor's buttons do the same without JavaScript. */
export async function action(args: ActionFunctionArgs) {
	return takeSaving(args, async (given) => {
		const change = readOpinionChange(given)
		if (!change.ok) return change
		return saveOpinion(given.shell, given.actor, { ...given.order, seen: null }, change.value)
	})
}

import type { ActionFunctionArgs } from '@remix-run/node'
import { LEDGER } from '#app/forms/redline-forms.ts'
import { takeSaving } from '#app/http/take-form.server.ts'
import { tickChanges } from '#app/services/redline/tick-changes.server.ts'

/** Takes a tick of a reader's ledger while they stay where they read; the form of the page does the same without script. */
export async function action(args: ActionFunctionArgs) {
	return takeSaving(args, { see: LEDGER.see, unsee: LEDGER.unsee }, ({ shell, actor, order, form }) =>
		tickChanges(shell, actor, order, form, form.intent === 'see'),
	)
}

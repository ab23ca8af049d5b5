import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { findReceipt } from '#app/services/command/find-receipt.server.ts'

/** Whether one's own command was done, by its key: a form whose answer was lost on the way asks here. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return new Response(await findReceipt(shell, actor, args.params['key'] ?? ''), {
		headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	})
}

import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { fileResponse } from '#app/http/file-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readReceiptNote } from '#app/services/account/read-receipts.server.ts'

/** The signed receipt of one's own act, as a text to keep. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const key = args.params['key'] ?? ''
	const note = await readReceiptNote(shell, actor, key)
	// The page of the key says what is known of it.
	if (note === null) throw redirect(`/receipts/${encodeURIComponent(key)}`)
	const bytes = Buffer.from(note)
	return fileResponse(
		{ name: `receipt-${key}.txt`, mediaType: 'text/plain; charset=utf-8', bytes },
		'attachment',
	)
}

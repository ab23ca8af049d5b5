import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileResponse } from '#app/http/file-response.server.ts'
import { documentIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readDocumentFile } from '#app/services/register/read-document.server.ts'

/** The file that a document was registered with, handed over; its bytes are hashed again as they go. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const file = pageOrThrow(await readDocumentFile(shell, actor, documentIdOf(args.params)))
	return fileResponse(file, 'attachment')
}

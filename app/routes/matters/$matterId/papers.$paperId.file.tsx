import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileResponse } from '#app/http/file-response.server.ts'
import { matterIdOf, pageOrThrow, paperIdOf } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readFileOfMatterPaper } from '#app/services/matter/read-papers.server.ts'

/** The Word file of a sealed paper of a matter, as its act kept it. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { params } = args
	const file = await readFileOfMatterPaper(shell, actor, matterIdOf(params), paperIdOf(params))
	return fileResponse(pageOrThrow(file), 'attachment')
}

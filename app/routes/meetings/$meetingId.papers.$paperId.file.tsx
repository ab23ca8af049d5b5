import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileResponse } from '#app/http/file-response.server.ts'
import { meetingIdOf, pageOrThrow, paperIdOf } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readFileOfMeetingPaper } from '#app/services/packet/read-packet.server.ts'

/** The Word file of a sealed paper of a meeting, for whoever may read its packet. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { params } = args
	const file = await readFileOfMeetingPaper(shell, actor, meetingIdOf(params), paperIdOf(params))
	return fileResponse(pageOrThrow(file), 'attachment')
}

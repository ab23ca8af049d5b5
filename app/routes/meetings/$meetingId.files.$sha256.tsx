import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { fileResponse } from '#app/http/file-response.server.ts'
import { meetingIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readApprovalFile } from '#app/services/consent/read-approval-page.server.ts'

const Params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** The paper on which an agenda was approved; its bytes are hashed again as they go. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const { sha256 } = params.data
	return fileResponse(
		pageOrThrow(await readApprovalFile(shell, actor, meetingIdOf(args.params), sha256)),
		'attachment',
	)
}

import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { streamedFileResponse } from '#app/http/file-response.server.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeEvidence } from '#app/services/evidence/take-evidence.server.ts'

/** The evidence of a matter as one archive, sent while it is made; the trail has who took it. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const matterId = matterIdOf(args.params)
	const evidence = pageOrThrow(await takeEvidence(shell, actor, matterId))
	if (!evidence) return redirect(`/matters/${matterId}/trail?evidence=not-yet`)
	return streamedFileResponse({ ...evidence, mediaType: 'application/zip' })
}

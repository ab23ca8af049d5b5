import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { fileResponse } from '#app/http/file-response.server.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readMatterFile } from '#app/services/files/read-matter-file.server.ts'

const Params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A file of a matter: PDF and pictures in place, everything else handed over; its bytes are hashed again as they go. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const { searchParams } = new URL(args.request.url)
	const asked = { sha256: params.data.sha256, name: searchParams.get('name') }
	const file = pageOrThrow(await readMatterFile(shell, actor, matterIdOf(args.params), asked))
	const isDownload = searchParams.has('download')
	return fileResponse(file, file.isViewable && !isDownload ? 'inline' : 'attachment')
}

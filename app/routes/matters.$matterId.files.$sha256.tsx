import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readMatterFile } from '#app/services/read-matter-file.server.ts'

const Params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A file of a matter: PDF and pictures in place, everything else handed over; its bytes are hashed again as they go. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const file = pageOrThrow(await readMatterFile(shell, actor, matterIdOf(args.params), params.data.sha256))
	const isDownload = new URL(args.request.url).searchParams.has('download')
	const way = file.isViewable && !isDownload ? 'inline' : 'attachment'
	return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'Content-Type': file.mediaType,
			'Content-Length': String(file.bytes.byteLength),
			'Content-Disposition': `${way}; filename="${asciiName(file.name)}"; filename*=UTF-8''${rfc5987(file.name)}`,
		},
	})
}

/** A name for clients that do not read `filename*`; it must hold nothing that could end the quoted string. */
function asciiName(name: string): string {
	return name.replaceAll(/[^A-Za-z0-9._-]/g, '_')
}

function rfc5987(name: string): string {
	return encodeURIComponent(name).replaceAll(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	)
}

import { z } from 'zod'
import type { DraftImage } from '#app/documents/read-image.server.ts'
import { notFound } from './refusal-response.server.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const ImageParams = z.object({ file: Sha256, image: Sha256 })

/** The image that an address names, by the hash of its file and its own. */
export function imageAskedOf(params: unknown): { readonly fileSha256: string; readonly imageSha256: string } {
	const parsed = ImageParams.safeParse(params)
	if (!parsed.success) throw notFound()
	return { fileSha256: parsed.data.file, imageSha256: parsed.data.image }
}

/** Sends an image of a draft under the type that its bytes have; opened by itself it can load and run nothing. */
export function imageResponse({ mediaType, bytes }: DraftImage): Response {
	// As for a file.
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'Content-Type': mediaType,
			'Content-Length': String(bytes.byteLength),
			'Content-Disposition': 'inline',
		},
	})
}

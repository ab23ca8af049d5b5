import { createHash } from 'node:crypto'
import { readImagePart } from './open-package.server.ts'

/** A picture in one of the formats that carry no script and no address, with its true type. */
export type DraftImage = { readonly mediaType: string; readonly bytes: Uint8Array }

/** Formats of points alone: SVG and the metafiles of Office are programs for drawing, and are not handed to a browser. */
const SIGNATURES: readonly (readonly [string, string])[] = [
	['image/png', '89504e470d0a1a0a'],
	['image/jpeg', 'ffd8ff'],
	['image/gif', '474946383761'],
	['image/gif', '474946383961'],
	['image/bmp', '424d'],
]

/** Of a Word file the image in `part`, if its bytes have this hash and are a picture; else null. */
export async function readImage(file: Uint8Array, part: string, sha256: string): Promise<DraftImage | null> {
	const bytes = await readImagePart(file, part)
	if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) return null
	const head = bytes.subarray(0, 8).toString('hex')
	const mediaType = SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0]
	return mediaType === undefined ? null : { mediaType, bytes }
}

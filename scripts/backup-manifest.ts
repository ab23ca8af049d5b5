import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

/** What a backup is: written last, so that one that was broken off has none. */
export const Manifest = z.object({
	format: z.literal('yiqian-backup/1'),
	madeAt: z.string(),
	database: z.object({ sha256: z.string(), size: z.number() }),
	/** The hash of `files.txt`, which has a line for each file: its hash and its size. */
	files: z.object({ count: z.number(), sha256: z.string() }),
	/** What the database held: for people, to tell one backup from another. */
	held: z.object({ commands: z.number(), entries: z.number(), lastEntryAt: z.string().nullable() }),
	/** The keys that have signed, and what verifies the signatures of the present one. */
	keys: z.object({ ids: z.array(z.string()), publicKey: z.string().nullable(), areInside: z.boolean() }),
})

export type Manifest = z.output<typeof Manifest>

/** What a folder has to have to be a backup. */
export const PARTS = {
	manifest: 'manifest.json',
	database: 'yiqian.db',
	files: 'files.txt',
	blobs: 'blobs',
	keys: 'keys',
	house: 'house',
} as const

/** Reads the manifest of a backup; null where there is none, or one that cannot be read. */
export function readManifest(backup: string): Manifest | null {
	const file = join(backup, PARTS.manifest)
	if (!existsSync(file)) return null
	try {
		const parsed = Manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')))
		return parsed.success ? parsed.data : null
	} catch {
		return null
	}
}

/** The SHA-256 of a file of any size, in hexadecimal digits. */
export async function hashOfFile(file: string): Promise<string> {
	const hash = createHash('sha256')
	await pipeline(createReadStream(file), hash)
	return hash.digest('hex')
}

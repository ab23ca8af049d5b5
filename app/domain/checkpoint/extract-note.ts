import type { KeyObject } from 'node:crypto'
import { signNote } from './signed-note.ts'

/**
 * What a house says of a stream that it hands out: under the checkpoint of this size, this is its last entry. A list of
 * leaves shows that an entry is there; that none came after it only the house can say.
 */
export type Extract = {
	readonly origin: string
	readonly stream: string
	readonly seq: number
	/** The last entry's hash, in hex. */
	readonly hash: string
	readonly size: number
}

/** Signs an extract under the house's origin. The first line keeps it apart from everything else that the key signs. */
export function signExtract({ origin, stream, seq, hash, size }: Extract, privateKey: KeyObject): string {
	const text = `yiqian-extract/1\n${origin}\n${stream}\n${seq}\n${hash}\n${size}\n`
	return signNote(text, origin, privateKey)
}

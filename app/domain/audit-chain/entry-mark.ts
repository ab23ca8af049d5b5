import { type KeyObject, createHmac, hkdfSync } from 'node:crypto'

/** Marks an entry by its hash, which says all of it: jurisdiction, stream, number and words. */
export type MarkEntry = (hash: string) => string

/**
 * The secret that entries are marked with, derived from the house's private key: one file to keep, and a mark says nothing
 * of the key. Unlike a signature it takes three millionths of a second, so every entry has one and every one is checked.
 */
export function entryMarkSecret(privateKey: KeyObject): Buffer {
	const seed = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
	return Buffer.from(hkdfSync('sha256', seed, '', 'yiqian-entry-mark/1', 32))
}

/** HMAC-SHA256 over the entry's hash, in base64. */
export function entryMark(secret: Uint8Array, hash: string): string {
	return createHmac('sha256', secret).update(hash).digest('base64')
}

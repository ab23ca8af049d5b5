import { createHash, hash } from 'node:crypto'

/** The SHA-256 of a text's UTF-8 bytes, or of bytes, in lower-case hex. */
export function sha256Hex(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex')
}

/**
 * The leaf hash of RFC 6962: SHA-256 of 0x00 and the bytes. The prefix keeps a leaf from ever being taken for an
 * inner node of a tree.
 */
export function leafHash(leaf: string): string {
	return hash('sha256', `\0${leaf}`, 'hex')
}

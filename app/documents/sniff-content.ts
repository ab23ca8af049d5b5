/** What the first bytes of a file say it is. */
export type Content = 'zip' | 'ole' | 'pdf' | 'rtf' | 'png' | 'jpeg' | 'other'

const SIGNATURES: readonly (readonly [Content, readonly number[]])[] = [
	['zip', [0x50, 0x4b, 0x03, 0x04]],
	['zip', [0x50, 0x4b, 0x05, 0x06]],
	['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
	['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
	['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
	['jpeg', [0xff, 0xd8, 0xff]],
]

export function sniffContent(bytes: Uint8Array): Content {
	const found = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))
	return found?.[0] ?? 'other'
}

/** The suffix of a file's name in lower case with its dot, or '' when it has none. */
export function suffixOf(fileName: string): string {
	return /\.[^./\\\s]{1,10}$/.exec(fileName.trim())?.[0].toLowerCase() ?? ''
}

/** Whether bytes contain a name, written in one-byte or two-byte characters, in either case. */
export function containsName(bytes: Uint8Array, name: string, wide = false): boolean {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	return [name, name.toLowerCase(), name.toUpperCase()].some((form) =>
		buffer.includes(form, 0, wide ? 'utf16le' : 'latin1'),
	)
}

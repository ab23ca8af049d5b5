import { accept, refuse, type Result } from '#app/domain/result.ts'

/**
 * The words of a text file: UTF-8 or UTF-16 with a mark, UTF-8 without one, else GB18030, as text editors in China
 * still save it. A file that is none of these, or holds control characters, is no text.
 */
export function decodeText(bytes: Uint8Array): Result<string, { readonly code: 'not-utf8' }> {
	for (const encoding of encodingsOf(bytes)) {
		const text = decodeFatal(bytes, encoding)
		// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
		if (text !== null && !/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)) return accept(text)
	}
	return refuse({ code: 'not-utf8' })
}

/** Line ends as this program writes them; no blank lines at the end. */
export function settleLines(text: string): string {
	const lines = text.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
	let end = lines.length
	while (lines[end - 1] === '\n') end -= 1
	return lines.slice(0, end)
}

function encodingsOf(bytes: Uint8Array): readonly string[] {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
	return ['utf-8', 'gb18030']
}

function decodeFatal(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes)
	} catch {
		return null
	}
}

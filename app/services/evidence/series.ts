/** A file of the archive with its bytes. */
export type Part = { readonly path: string; readonly bytes: Uint8Array }

/** A file of a series ends with the line that brings it to this. */
const FULL_BYTES = 4 * 1024 * 1024

/** Lines as a series of files: `trail-0001.jsonl`, `trail-0002.jsonl`. No lines are no file. */
export async function* series(
	name: string,
	lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<Part> {
	let number = 0
	let size = 0
	let pieces: Buffer[] = []
	const cut = (): Part => {
		number += 1
		const part = { path: `${name}-${String(number).padStart(4, '0')}.jsonl`, bytes: Buffer.concat(pieces) }
		pieces = []
		size = 0
		return part
	}
	for await (const line of lines) {
		const bytes = Buffer.from(`${line}\n`)
		pieces.push(bytes)
		size += bytes.byteLength
		if (size >= FULL_BYTES) yield cut()
	}
	if (size > 0) yield cut()
}

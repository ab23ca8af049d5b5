import { Writable } from 'node:stream'

/** Takes a page in the small pieces that React writes, and gives it whole: each piece sent alone costs as much again. */
export function wholePage(whole: (page: Buffer<ArrayBuffer>) => void): Writable {
	const pieces: Buffer[] = []
	return new Writable({
		write(piece: Buffer, _encoding, next) {
			pieces.push(withoutPadding(piece))
			next()
		},
		final(next) {
			whole(Buffer.concat(pieces))
			next()
		},
	})
}

/**
 * A piece without the zeros at its end: where a Chinese character does not fit into what is left of its buffer, React 18
 * writes the whole buffer, and a browser shows the zeros as � where they stand in an attribute. No page has zeros of its own.
 */
function withoutPadding(piece: Buffer): Buffer {
	let end = piece.length
	while (end > 0 && piece[end - 1] === 0) end -= 1
	return piece.subarray(0, end)
}

/** A piece of bytes: taken over from other bytes by start and length, or given in base64. */
export type Piece = readonly [from: number, length: number] | string

const BLOCK = 32

/** Says bytes by pieces of others, as far as they have them, so that a vector is small; anybody can put them together. */
export function piecesOf(bytes: Buffer, others: Buffer): Piece[] {
	const known = new Map<string, number>()
	for (let at = 0; at + BLOCK <= others.length; at += BLOCK)
		known.set(others.toString('latin1', at, at + BLOCK), at)
	const pieces: Piece[] = []
	let given = 0
	for (let at = 0; at + BLOCK <= bytes.length;) {
		const from = known.get(bytes.toString('latin1', at, at + BLOCK))
		if (from === undefined) {
			at += 1
			continue
		}
		let before = 0
		while (at - before > given && from > before && bytes[at - before - 1] === others[from - before - 1])
			before += 1
		let length = BLOCK
		while (at + length < bytes.length && bytes[at + length] === others[from + length]) length += 1
		if (at - before > given) pieces.push(bytes.toString('base64', given, at - before))
		pieces.push([from - before, before + length])
		at += length
		given = at
	}
	if (given < bytes.length) pieces.push(bytes.toString('base64', given))
	return pieces
}

/** Puts pieces together. */
export function fromPieces(pieces: readonly Piece[], others: Buffer): Buffer {
	return Buffer.concat(
		pieces.map((piece) =>
			typeof piece === 'string'
				? Buffer.from(piece, 'base64')
				: others.subarray(piece[0], piece[0] + piece[1]),
		),
	)
}

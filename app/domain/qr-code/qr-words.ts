import { checkWords } from './error-correction.ts'

/** The size of a symbol and how its words are shared out, at level M (15 % may be damaged). */
export type QrVersion = {
	readonly version: number
	/** All words of the symbol, data and checks. */
	readonly words: number
	readonly blocks: number
	/** Check words of each block. */
	readonly checks: number
}

/** Versions 1 to 10 at level M (ISO/IEC 18004:2015, tables 1 and 9): up to 213 bytes. */
const VERSIONS: readonly QrVersion[] = [
	{ version: 1, words: 26, blocks: 1, checks: 10 },
	{ version: 2, words: 44, blocks: 1, checks: 16 },
	{ version: 3, words: 70, blocks: 1, checks: 26 },
	{ version: 4, words: 100, blocks: 2, checks: 18 },
	{ version: 5, words: 134, blocks: 2, checks: 24 },
	{ version: 6, words: 172, blocks: 4, checks: 16 },
	{ version: 7, words: 196, blocks: 4, checks: 18 },
	{ version: 8, words: 242, blocks: 4, checks: 22 },
	{ version: 9, words: 292, blocks: 5, checks: 22 },
	{ version: 10, words: 346, blocks: 5, checks: 26 },
]

/**
 * The words of a symbol that holds these bytes, in the order in which they are laid out, and its version: the smallest
 * that holds them.
 *
 * @throws RangeError for more than 213 bytes
 */
export function qrWords(bytes: Uint8Array): { readonly of: QrVersion; readonly words: readonly number[] } {
	const of = VERSIONS.find((each) => bytes.length * 8 + 4 + lengthBits(each) <= dataWords(each) * 8)
	if (!of) throw new RangeError(`${bytes.length} bytes are too many for a picture of this size`)
	return { of, words: interleaved(dataOf(bytes, of), of) }
}

function dataWords({ words, blocks, checks }: QrVersion): number {
	return words - blocks * checks
}

function lengthBits({ version }: QrVersion): number {
	return version < 10 ? 8 : 16
}

/** Byte mode, the length, the bytes, an end, and filling (7.4.10). */
function dataOf(bytes: Uint8Array, of: QrVersion): number[] {
	const bits = [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, lengthBits(of))]
	for (const byte of bytes) bits.push(...bitsOf(byte, 8))
	const capacity = dataWords(of) * 8
	bits.push(...bitsOf(0, Math.min(4, capacity - bits.length)))
	while (bits.length % 8 !== 0) bits.push(0)
	for (let filling = 0xec; bits.length < capacity; filling ^= 0xec ^ 0x11) bits.push(...bitsOf(filling, 8))
	return Array.from({ length: capacity / 8 }, (_, at) =>
		bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => (word << 1) | bit, 0),
	)
}

function bitsOf(value: number, count: number): number[] {
	return Array.from({ length: count }, (_, at) => (value >>> (count - 1 - at)) & 1)
}

/** The blocks, word by word in turn, then their checks; the later blocks are longer by one where they do not come out even (7.6). */
function interleaved(data: readonly number[], { blocks, checks }: QrVersion): number[] {
	const short = Math.floor(data.length / blocks)
	const longs = data.length % blocks
	const parts: (readonly number[])[] = []
	for (let at = 0, block = 0; block < blocks; block += 1) {
		const length = short + (block >= blocks - longs ? 1 : 0)
		parts.push(data.slice(at, at + length))
		at += length
	}
	return [...inTurn(parts), ...inTurn(parts.map((part) => checkWords(part, checks)))]
}

function inTurn(parts: readonly (readonly number[])[]): number[] {
	const longest = Math.max(...parts.map((part) => part.length))
	return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part.slice(at, at + 1))).flat()
}

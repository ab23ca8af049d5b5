import { type Penalised, penaltyOf } from './mask-penalty.ts'
import { type QrVersion, qrWords } from './qr-words.ts'

/** A picture of squares, row by row: whether each is dark. */
export type QrCode = readonly (readonly boolean[])[]

/** A field whose squares are being set; `isFixed` are those that no mask turns over. */
type Field = { readonly size: number; readonly dark: boolean[][]; readonly isFixed: boolean[][] }

/** When each of the eight masks turns a square over, by column and row (ISO/IEC 18004:2015 7.8.2). */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
	(x, y) => (x + y) % 2 === 0,
	(_x, y) => y % 2 === 0,
	(x) => x % 3 === 0,
	(x, y) => (x + y) % 3 === 0,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
	(x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/**
 * A text as a QR code (ISO/IEC 18004:2015), in bytes of UTF-8 at level M: what a telephone reads off a page.
 *
 * @throws RangeError for more than 213 bytes
 */
export function qrCode(text: string): QrCode {
	const { of, words } = qrWords(new TextEncoder().encode(text))
	const masked = MASKS.map((_, mask) => drawn(of, words, mask))
	const [best] = [...masked].sort((a, b) => penaltyOf(a) - penaltyOf(b))
	if (!best) throw new Error('unreachable: there are eight masks')
	return best
}

function drawn(of: QrVersion, words: readonly number[], mask: number): Penalised {
	const field = emptyField(of.version * 4 + 17)
	drawPatterns(field, of.version)
	drawFormat(field, mask)
	drawWords(field, words)
	const turns = MASKS[mask] ?? (() => false)
	return field.dark.map((row, y) =>
		row.map((dark, x) => (!field.isFixed[y]?.[x] && turns(x, y) ? !dark : dark)),
	)
}

function emptyField(size: number): Field {
	const squares = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false))
	return { size, dark: squares(), isFixed: squares() }
}

function fix({ size, dark, isFixed }: Field, x: number, y: number, isDark: boolean): void {
	const [row, fixed] = [dark[y], isFixed[y]]
	if (!row || !fixed || x < 0 || x >= size) return
	row[x] = isDark
	fixed[x] = true
}

/** The corners, the timing lines, the alignment squares, and from version 7 on the version itself. */
function drawPatterns(field: Field, version: number): void {
	const { size } = field
	for (let at = 0; at < size; at += 1) {
		fix(field, 6, at, at % 2 === 0)
		fix(field, at, 6, at % 2 === 0)
	}
	for (const [x, y] of [
		[3, 3],
		[size - 4, 3],
		[3, size - 4],
	] as const)
		drawSquares(field, x, y, 4, (ring) => ring !== 2 && ring !== 4)
	const places = alignmentPlaces(version)
	const last = places.length - 1
	places.forEach((y, row) =>
		places.forEach((x, column) => {
			const isCorner = (row === 0 && (column === 0 || column === last)) || (row === last && column === 0)
			if (!isCorner) drawSquares(field, x, y, 2, (ring) => ring !== 1)
		}),
	)
	if (version >= 7) drawVersion(field, version)
}

function drawSquares(
	field: Field,
	x: number,
	y: number,
	reach: number,
	isDark: (ring: number) => boolean,
): void {
	for (let dy = -reach; dy <= reach; dy += 1)
		for (let dx = -reach; dx <= reach; dx += 1)
			fix(field, x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
}

/** Annex E, for versions up to 10. */
function alignmentPlaces(version: number): readonly number[] {
	const last = version * 4 + 10
	if (version === 1) return []
	return version < 7 ? [6, last] : [6, (6 + last) / 2, last]
}

/** Level M and the mask, with their own check bits (7.9). */
function drawFormat(field: Field, mask: number): void {
	const { size } = field
	let remainder = mask
	for (let round = 0; round < 10; round += 1) remainder = (remainder << 1) ^ ((remainder >>> 9) * 0x537)
	const bits = ((mask << 10) | remainder) ^ 0x5412
	const bit = (at: number) => ((bits >>> at) & 1) === 1
	for (let at = 0; at <= 5; at += 1) fix(field, 8, at, bit(at))
	fix(field, 8, 7, bit(6))
	fix(field, 8, 8, bit(7))
	fix(field, 7, 8, bit(8))
	for (let at = 9; at < 15; at += 1) fix(field, 14 - at, 8, bit(at))
	for (let at = 0; at < 8; at += 1) fix(field, size - 1 - at, 8, bit(at))
	for (let at = 8; at < 15; at += 1) fix(field, 8, size - 15 + at, bit(at))
	fix(field, 8, size - 8, true)
}

function drawVersion(field: Field, version: number): void {
	let remainder = version
	for (let round = 0; round < 12; round += 1) remainder = (remainder << 1) ^ ((remainder >>> 11) * 0x1f25)
	const bits = (version << 12) | remainder
	for (let at = 0; at < 18; at += 1) {
		const isDark = ((bits >>> at) & 1) === 1
		const far = field.size - 11 + (at % 3)
		const near = Math.floor(at / 3)
		fix(field, far, near, isDark)
		fix(field, near, far, isDark)
	}
}

/** The words in two columns at a time from the right, upwards and downwards in turn (7.7.3). */
function drawWords({ size, dark, isFixed }: Field, words: readonly number[]): void {
	let at = 0
	for (let right = size - 1; right >= 1; right -= 2) {
		if (right === 6) right = 5
		const isUpwards = ((right + 1) & 2) === 0
		for (let step = 0; step < size; step += 1) {
			const y = isUpwards ? size - 1 - step : step
			const row = dark[y]
			for (const x of [right, right - 1]) {
				if (!row || isFixed[y]?.[x]) continue
				row[x] = (((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1
				at += 1
			}
		}
	}
}

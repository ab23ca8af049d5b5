import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type QrCode, qrCode } from '#app/domain/qr-code/qr-code.ts'

const drawn = (code: QrCode) => code.map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n')

/** As another encoder draws it (the npm package `qr`, 0.7.0, level M, bytes). */
const DRAWN = `
#######..#......#.#######
#.....#....#..##..#.....#
#.###.#.##..#.###.#.###.#
#.###.#.####.####.#.###.#
#.###.#.#.##..#.#.#.###.#
#.....#.#.##.#.#..#.....#
#######.#.#.#.#.#.#######
........##.#..#.#........
#.#####......##...#####..
.##.##...##.#.#..#.#...#.
#.###.#.#.#.#.###..#.#.##
#.#..#.###.....##.##....#
#..#.##...##.#.#.##.#.###
##..#....##.##..#..#.#.#.
#.###.###.#..###..####.##
#.#......##.#.#######...#
#...####.##.###.#####.#..
........##.....##...##...
#######...###...#.#.#.###
#.....#.##.#..#.#...##...
#.###.#.##.#...######.###
#.###.#.##..##.#.##.#####
#.###.#.#....###.....##.#
#.....#...#.##..##.###..#
#######.#...#.#..########
`

test('a short address is drawn as another encoder draws it', () => {
	expect(drawn(qrCode('https://example.test/a'))).toBe(DRAWN.trim())
})

/** Bytes, version, and the beginning of the SHA-256 of the picture, by the same encoder. */
test.each([
	[42, 3, '22895d2efb83ce8d1f950c99f6e7e79d'],
	[84, 5, 'db9bf1e5c352f6e3d93dc168c05f768a'],
	[106, 6, '9534e078928b788573df1ca09ecb4676'],
	[107, 7, 'a01ea2e088e716b78dbaaeacda825583'],
	[200, 10, '76b6d2b13e84767cb0b480a749e83d2c'],
] as const)('%i bytes make version %i, drawn as another encoder draws them', (bytes, version, sha256) => {
	const code = qrCode(`otpauth://totp/${'x7Q%E8'.repeat(60)}`.slice(0, bytes))
	expect(code).toHaveLength(version * 4 + 17)
	expect(createHash('sha256').update(drawn(code)).digest('hex').slice(0, 32)).toBe(sha256)
})

test('what is too long for a picture is said, not cut', () => {
	expect(() => qrCode('x'.repeat(213))).not.toThrow()
	expect(() => qrCode('x'.repeat(214))).toThrow(RangeError)
})

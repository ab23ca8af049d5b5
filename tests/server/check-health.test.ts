import { expect, test } from 'vitest'
import { hasEnough } from '#app/server/check-health.server.ts'

const GIB = 1024 ** 3

test('O15 a disk is judged by the bytes that are left, whatever its size', () => {
	expect(hasEnough({ bavail: (90 * GIB) / 4096, bsize: 4096 })).toBe(true)
	expect(hasEnough({ bavail: GIB / 4096, bsize: 4096 })).toBe(true)
	expect(hasEnough({ bavail: GIB / 4096 - 1, bsize: 4096 })).toBe(false)
})

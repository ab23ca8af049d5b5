import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '#app/storage/password-hash.server.ts'

test('a hash says argon2id, 19 MiB and two passes', async () => {
	expect(await hashPassword('Qinghe-2026')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a password fits its own hash and no other password does', async () => {
	const passwordHash = await hashPassword('Qinghe-2026')
	expect(await verifyPassword(passwordHash, 'Qinghe-2026')).toBe(true)
	for (const other of ['Qinghe-2027', 'qinghe-2026', 'Qinghe-2026 ', ''])
		expect(await verifyPassword(passwordHash, other), other).toBe(false)
})

test('the same password is never hashed to the same text twice', async () => {
	expect(await hashPassword('Qinghe-2026')).not.toBe(await hashPassword('Qinghe-2026'))
})

test('full-width letters of a Chinese keyboard are the letters they look like', async () => {
	expect(await verifyPassword(await hashPassword('Qinghe-2026'), 'Ｑｉｎｇｈｅ－２０２６')).toBe(true)
})

test('an unknown account has no password, not even the one it is compared with', async () => {
	for (const guess of ['', 'Qinghe-2026', 'no account has this password'])
		expect(await verifyPassword(null, guess)).toBe(false)
})

test('an unknown account costs as much work as a wrong password', async () => {
	const passwordHash = await hashPassword('Qinghe-2026')
	const known: number[] = []
	const unknown: number[] = []
	for (let round = 0; round < 9; round += 1) {
		known.push(await cost(() => verifyPassword(passwordHash, 'wrong')))
		unknown.push(await cost(() => verifyPassword(null, 'wrong')))
	}
	// Without the work the answer takes well under a hundredth of the time; the bound is wide for a busy machine.
	expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5)
})

async function cost(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now()
	await work()
	return performance.now() - begun
}

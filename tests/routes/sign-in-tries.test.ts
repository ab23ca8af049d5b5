import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#app/db/open-database.server.ts'
import { tokenId } from '#app/http/session-cookie.server.ts'
import { changeOwnPassword } from '#app/services/account/set-password.server.ts'
import type { TestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, sendSignIn as signIn, signInGround as ground } from '#tests/support/sign-in-form.ts'

test('five failures lock a name at an address for a quarter of an hour, also for the right password, and the lock is recorded once', async () => {
	const { shell, loginName, address } = await ground()
	for (let tries = 0; tries < 5; tries += 1)
		expect((await signIn(shell, { loginName, password: 'x', address })).status).toBe(401)
	for (let tries = 0; tries < 3; tries += 1)
		expect(await signIn(shell, { loginName, password: PASSWORD, address })).toMatchObject({
			status: 429,
			value: { refusal: { code: 'too-many-tries', retryAfterMinutes: 15 } },
		})
	const locks = await shell.db.auditEntry.findMany({ where: { stream: 'sign-ins' } })
	expect(locks.map(({ leaf }) => (JSON.parse(leaf) as { detail: object }).detail)).toEqual([
		{ address, locked: true },
	])
})

test('a name that nobody has is locked in the same way', async () => {
	const { shell, address } = await ground()
	const request = { loginName: `nobody-${shell.newId()}`, password: 'x', address }
	const statuses = []
	for (let tries = 0; tries < 6; tries += 1) statuses.push((await signIn(shell, request)).status)
	expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
})

test('many tries at the same moment are not more tries', async () => {
	const { shell, loginName, address } = await ground()
	const tries = Array.from({ length: 12 }, () => signIn(shell, { loginName, password: 'x', address }))
	const statuses = (await Promise.all(tries)).map((answer) => answer.status)
	expect(statuses.filter((status) => status === 401)).toHaveLength(5)
})

/** So many wrong passwords for a name, from one address. */
async function failAt(shell: TestShell, times: number, loginName: string, address: string) {
	for (let tries = 0; tries < times; tries += 1) await signIn(shell, { loginName, password: 'x', address })
}

test('T52 whoever tries a name elsewhere locks neither its holder’s browser nor its holder at another address', async () => {
	const { shell, loginName, address } = await ground()
	const { device } = await signIn(shell, { loginName, password: PASSWORD, address })
	await failAt(shell, 40, loginName, '10.9.9.9')
	expect((await signIn(shell, { loginName, password: PASSWORD, address: '10.9.9.9' })).status).toBe(429)
	expect((await signIn(shell, { loginName, password: PASSWORD, address: '10.9.9.8' })).status).toBe(302)
	for (const place of [address, '10.9.9.9'])
		expect((await signIn(shell, { loginName, password: PASSWORD, address: place, device })).status).toBe(302)
})

test('T52 a name that is tried from many addresses is locked for strange browsers, and open to its holder’s own', async () => {
	const { shell, loginName, address } = await ground()
	const { device } = await signIn(shell, { loginName, password: PASSWORD, address })
	for (let place = 0; place < 7; place += 1) await failAt(shell, 5, loginName, `10.8.0.${place}`)
	expect((await signIn(shell, { loginName, password: PASSWORD, address: '10.8.1.1' })).status).toBe(429)
	expect((await signIn(shell, { loginName, password: PASSWORD, address, device })).status).toBe(302)
})

test('T52 a browser of one’s own is held to five tries of its own, and is nobody else’s', async () => {
	const { shell, org, loginName, address } = await ground()
	const { device } = await signIn(shell, { loginName, password: PASSWORD, address })
	const other = await shell.db.account.findFirstOrThrow({ where: { id: org.actors.head.accountId } })
	for (let tries = 0; tries < 5; tries += 1)
		expect((await signIn(shell, { loginName, password: 'x', address, device })).status).toBe(401)
	expect((await signIn(shell, { loginName, password: PASSWORD, address, device })).status).toBe(429)
	await failAt(shell, 5, other.loginName, address)
	const strange = { loginName: other.loginName, password: 'x', address, device }
	expect((await signIn(shell, strange)).status).toBe(429)
})

test('T53 an office in which somebody failed fifty times is not shut out of its own browsers', async () => {
	const { shell, loginName, address } = await ground()
	const { device } = await signIn(shell, { loginName, password: PASSWORD, address })
	for (let name = 0; name < 17; name += 1) await failAt(shell, 3, `nobody-${name}`, address)
	expect((await signIn(shell, { loginName, password: PASSWORD, address })).status).toBe(429)
	expect((await signIn(shell, { loginName, password: PASSWORD, address, device })).status).toBe(302)
})

test('T54 the tries are counted for every process together, and a restart forgets none', async () => {
	const { shell, loginName, address } = await ground()
	await failAt(shell, 5, loginName, address)
	const again = openDatabase(shell.url)
	onTestFinished(() => again.$disconnect())
	const restarted = { ...shell, db: again }
	expect((await signIn(restarted, { loginName, password: PASSWORD, address })).status).toBe(429)
})

test('a password that was set anew leaves no browser known', async () => {
	const { shell, org, loginName, address } = await ground()
	const { drafter } = org.actors
	const { token, device } = await signIn(shell, { loginName, password: PASSWORD, address })
	expect(await shell.db.knownDevice.count()).toBe(1)
	const given = { password: PASSWORD, newPassword: 'Quite-Another-7-Day' }
	expect(await changeOwnPassword(shell, drafter, tokenId(token ?? ''), given)).toMatchObject({ ok: true })
	expect(await shell.db.knownDevice.count()).toBe(0)
	expect(device).not.toBeNull()
})

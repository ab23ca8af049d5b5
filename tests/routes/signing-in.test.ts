import { expect, test } from 'vitest'
import { newToken, tokenId } from '#app/http/session-cookie.server.ts'
import { ABSOLUTE_MS, IDLE_MS, MOST_SESSIONS } from '#app/domain/account/session-limits.ts'
import { action as keptAction, loader as keptLoader } from '#app/routes/_account/kept.tsx'
import { action as signOutAction } from '#app/routes/_account/sign-out.tsx'
import { action as newMatterAction } from '#app/routes/matters/new.tsx'
import { loader as workLoader } from '#app/routes/work.tsx'
import { disableAccount } from '#app/services/organisation/manage-account.server.ts'
import { findSession } from '#app/services/account/find-session.server.ts'
import type { TestShell } from '#tests/support/open-test-shell.ts'
import { answerOf, signInAs } from '#tests/support/open-test-web.ts'
import type { SampleOrganisation } from '#tests/support/sample-organisation.ts'
import { PASSWORD, sendSignIn as signIn, signInGround as ground } from '#tests/support/sign-in-form.ts'
import { entryKinds } from '#tests/support/trail-reading.ts'

test('a wrong password, an unknown name, an account without a password and a disabled one get the same answer', async () => {
	const { shell, org, loginName, address } = await ground()
	const { head } = org.actors
	const noPassword = await shell.db.account.findFirstOrThrow({ where: { id: head.accountId } })
	const wrong = await signIn(shell, { loginName, password: 'nothing', address })
	const unknown = await signIn(shell, { loginName: 'nobody', password: PASSWORD, address })
	const empty = await signIn(shell, { loginName: noPassword.loginName, password: '', address })
	await disableAccount(shell, org.actors.systemAdministrator, 'disable-1', org.actors.drafter.accountId)
	const disabled = await signIn(shell, { loginName, password: PASSWORD, address })
	for (const answer of [wrong, unknown, empty, disabled])
		expect(answer).toMatchObject({
			status: 401,
			token: null,
			value: { refusal: { code: 'sign-in-refused' } },
		})
	expect(await shell.db.session.count()).toBe(0)
})

test('every try is in the trail, and what was typed is not', async () => {
	const { shell, org, loginName, address } = await ground()
	await signIn(shell, { loginName, password: 'my-secret-typo', address })
	await signIn(shell, { loginName, password: PASSWORD, address })
	await signIn(shell, { loginName: 'somebody-secret', password: 'x', address })
	const stream = `user/${org.actors.drafter.personId}`
	expect(await entryKinds(shell, stream)).toEqual(['session.opened (refused)', 'session.opened'])
	expect(await entryKinds(shell, 'sign-ins')).toEqual(['session.opened (refused)'])
	const leaves = (await shell.db.auditEntry.findMany({ select: { leaf: true } }))
		.map(({ leaf }) => leaf)
		.join()
	expect(leaves).not.toMatch(/my-secret-typo|somebody-secret|Open-Sesame/)
})

test('signing in makes a new token: one that was planted before stays worth nothing, and the one before ends', async () => {
	const { shell, loginName, address } = await ground()
	const planted = newToken()
	const first = await signIn(shell, { loginName, password: PASSWORD, address, session: planted })
	expect(first).toMatchObject({ status: 302, location: '/work' })
	expect(first.token).not.toBe(planted)
	expect(await findSession(shell, tokenId(planted))).toBeNull()
	const second = await signIn(shell, { loginName, password: PASSWORD, address, session: first.token ?? '' })
	expect((await findSession(shell, tokenId(first.token ?? '')))?.isLive).toBe(false)
	expect((await findSession(shell, tokenId(second.token ?? '')))?.isLive).toBe(true)
})

test.each([
	'//evil.example',
	'https://evil.example',
	'/\\evil.example',
	'/\t/evil.example',
	'/.//evil.example',
	'/sign-out',
	'',
])('after signing in nobody is sent to %j', async (to) => {
	const { shell, loginName, address } = await ground()
	expect(await signIn(shell, { loginName, password: PASSWORD, address, to })).toMatchObject({
		location: '/work',
	})
})

test('after signing in one is sent on to one’s page', async () => {
	const { shell, loginName, address } = await ground()
	const to = '/matters?state=draft'
	expect(await signIn(shell, { loginName, password: PASSWORD, address, to })).toMatchObject({ location: to })
})

test('an account is signed in from a few places at most; one more ends the oldest', async () => {
	const { shell, loginName, address } = await ground()
	const tokens = []
	for (let place = 0; place <= MOST_SESSIONS; place += 1) {
		shell.setNow(new Date(shell.now().getTime() + 1000))
		tokens.push((await signIn(shell, { loginName, password: PASSWORD, address })).token ?? '')
	}
	const live = await Promise.all(
		tokens.map(async (token) => (await findSession(shell, tokenId(token)))?.isLive),
	)
	expect(live).toEqual([false, ...Array.from({ length: MOST_SESSIONS }, () => true)])
})

test('a session ends half an hour after the last request, and after twelve hours in any case', async () => {
	const { shell, org } = await ground()
	const browser = await signInAs(shell, org.actors.drafter)
	const begun = shell.now().getTime()
	const ask = async (ms: number) => {
		shell.setNow(new Date(begun + ms))
		return (await answerOf(() => workLoader(browser.get('/work')))).location
	}
	for (let at = IDLE_MS - 60_000; at < ABSOLUTE_MS; at += IDLE_MS - 60_000) expect(await ask(at)).toBeNull()
	expect(await ask(ABSOLUTE_MS)).toBe('/sign-in?to=%2Fwork')
	const other = await signInAs(shell, org.actors.head)
	shell.setNow(new Date(begun + ABSOLUTE_MS + IDLE_MS))
	expect((await answerOf(() => workLoader(other.get('/work')))).location).toBe('/sign-in?to=%2Fwork')
})

test('a disabled account is out with its next request', async () => {
	const { shell, org } = await ground()
	const browser = await signInAs(shell, org.actors.drafter)
	expect((await answerOf(() => workLoader(browser.get('/work')))).status).toBe(200)
	await disableAccount(shell, org.actors.systemAdministrator, 'disable-2', org.actors.drafter.accountId)
	expect((await answerOf(() => workLoader(browser.get('/work')))).location).toBe('/sign-in?to=%2Fwork')
})

test('signing out kills the token, everywhere when asked, and only one’s own', async () => {
	const { shell, org } = await ground()
	const [here, there, other] = [
		await signInAs(shell, org.actors.drafter),
		await signInAs(shell, org.actors.drafter),
		await signInAs(shell, org.actors.head),
	]
	const out = await answerOf(() => signOutAction(here.post('/sign-out', {}, { scope: 'everywhere' })))
	expect(out.location).toBe('/sign-in')
	expect((out.value as Response).headers.get('Clear-Site-Data')).toContain('storage')
	for (const browser of [here, there])
		expect((await answerOf(() => workLoader(browser.get('/work')))).location).toBe('/sign-in?to=%2Fwork')
	expect((await answerOf(() => workLoader(other.get('/work')))).status).toBe(200)
})

/** A form that was sent after its session had ended, and where its browser was sent. */
async function lateForm(shell: TestShell, org: SampleOrganisation) {
	const late = await signInAs(shell, org.actors.drafter)
	const form = {
		title: '乡村驿站管理办法',
		tracks: 'normative-document',
		issuer: 'government',
		key: 'key-of-the-late-form',
		password: 'typed',
	}
	shell.setNow(new Date(shell.now().getTime() + IDLE_MS))
	const answer = await answerOf(() => newMatterAction(late.post('/matters/new', {}, form)))
	return { location: answer.location, form }
}

test('a form past its session is kept for its account, without password and token, and offered once signed in again', async () => {
	const { shell, org } = await ground()
	const { location } = await lateForm(shell, org)
	expect(location).toBe(`/sign-in?to=${encodeURIComponent('/kept?form=%2Fmatters%2Fnew')}`)
	const again = await signInAs(shell, org.actors.drafter)
	const kept = await answerOf(() => keptLoader(again.get('/kept?form=%2Fmatters%2Fnew')))
	expect(kept.value).toMatchObject({ form: { action: '/matters/new', hadFiles: false } })
	const { fields } = (kept.value as { form: { fields: [string, string][] } }).form
	expect(fields).toContainEqual(['key', 'key-of-the-late-form'])
	expect(fields).toContainEqual(['title', '乡村驿站管理办法'])
	expect(fields.map(([name]) => name)).not.toContain('password')
	expect(fields.map(([name]) => name)).not.toContain('csrf')
	const stranger = await signInAs(shell, org.actors.otherDrafter)
	const theirs = await answerOf(() => keptLoader(stranger.get('/kept?form=%2Fmatters%2Fnew')))
	expect(theirs).toMatchObject({ status: 302, location: '/matters/new' })
})

test('a kept form is forgotten once it was sent under its old key, or given up', async () => {
	const { shell, org } = await ground()
	const { form } = await lateForm(shell, org)
	const again = await signInAs(shell, org.actors.drafter)
	await answerOf(() => newMatterAction(again.post('/matters/new', {}, form)))
	const sent = await answerOf(() => keptLoader(again.get('/kept?form=%2Fmatters%2Fnew')))
	expect(sent.location).toBe('/matters/new')
	expect(await shell.db.unsentForm.count()).toBe(0)
	await lateForm(shell, org)
	const third = await signInAs(shell, org.actors.drafter)
	await answerOf(() => keptAction(third.post('/kept', {}, { form: '/matters/new' })))
	expect(await shell.db.unsentForm.count()).toBe(0)
})

test('O22 with a full disk signing in is refused in words, and works again with room', async ({ skip }) => {
	const { shell, loginName, address } = await ground()
	if (!shell.url.startsWith('file:')) skip('this is the way of a SQLite file')
	await shell.db.$executeRawUnsafe('PRAGMA query_only=ON')
	expect(await signIn(shell, { loginName, password: PASSWORD, address })).toMatchObject({
		status: 503,
		token: null,
		value: { refusal: { code: 'not-writable' } },
	})
	await shell.db.$executeRawUnsafe('PRAGMA query_only=OFF')
	expect(await signIn(shell, { loginName, password: PASSWORD, address })).toMatchObject({ status: 302 })
})

import { expect, test } from 'vitest'
import { newToken, sessionCookie, tokenId, visitCookie, formToken } from '#app/http/session-cookie.server.ts'
import type { WebContext, WebSettings } from '#app/http/web-settings.ts'
import { ABSOLUTE_MS, IDLE_MS, MOST_SESSIONS } from '#app/domain/account/session-limits.ts'
import { action as keptAction, loader as keptLoader } from '#app/routes/_account/kept.tsx'
import { action as signInAction } from '#app/routes/_account/sign-in.tsx'
import { action as signOutAction } from '#app/routes/_account/sign-out.tsx'
import { action as newMatterAction } from '#app/routes/matters/new.tsx'
import { loader as workLoader } from '#app/routes/work.tsx'
import { disableAccount } from '#app/services/organisation/manage-account.server.ts'
import { findSession } from '#app/services/account/find-session.server.ts'
import { hashPassword } from '#app/storage/password-hash.server.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { answerOf, signInAs } from '#tests/support/open-test-web.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds } from '#tests/support/trail-reading.ts'

const ORIGIN = 'http://localhost:3000'
const WEB: WebSettings = {
	origins: [ORIGIN],
	isSecure: false,
	secrets: ['a-secret-for-tests-only'],
	proxies: [],
}
const PASSWORD = 'Open-Sesame-1'

let addresses = 0

/** A house in which the drafter has a password, and a browser at an address of its own. */
async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { jurisdictionId, accountId } = org.actors.drafter
	const account = await shell.db.account.update({
		where: { jurisdictionId_id: { jurisdictionId, id: accountId } },
		data: { passwordHash: await hashPassword(PASSWORD) },
	})
	return { shell, org, loginName: account.loginName, address: `10.0.0.${(addresses += 1)}` }
}

/** Sends the sign-in form as a browser does that was given a visit cookie. */
async function signIn(
	shell: TestShell,
	given: { loginName: string; password: string; address: string; to?: string; session?: string },
) {
	const visit = newToken()
	const cookies = [await visitCookie(WEB).serialize(visit)]
	if (given.session) cookies.push(await sessionCookie(WEB).serialize(given.session))
	const body = new FormData()
	const { loginName, password, to = '' } = given
	for (const [name, value] of Object.entries({ csrf: formToken(WEB, visit), loginName, password, to }))
		body.append(name, value)
	const Cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
	const request = new Request(`${ORIGIN}/sign-in`, {
		method: 'POST',
		headers: { Cookie, Origin: ORIGIN },
		body,
	})
	const context: WebContext = { shell, web: WEB, nonce: 'n', requestId: 'r', address: given.address }
	let set: string | null = null
	const answer = await answerOf(async () => {
		try {
			return await signInAction({ request, params: {}, context })
		} catch (thrown) {
			if (thrown instanceof Response) set = thrown.headers.get('Set-Cookie')
			throw thrown
		}
	})
	const token: unknown = set === null ? null : await sessionCookie(WEB).parse(set)
	return { ...answer, token: typeof token === 'string' ? token : null }
}

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

test('five failures lock a name for a quarter of an hour, also for the right password, and the lock is recorded once', async () => {
	const { shell, loginName, address } = await ground()
	for (let tries = 0; tries < 5; tries += 1)
		expect((await signIn(shell, { loginName, password: 'x', address })).status).toBe(401)
	for (let tries = 0; tries < 3; tries += 1)
		expect(await signIn(shell, { loginName, password: PASSWORD, address: '10.9.9.9' })).toMatchObject({
			status: 429,
			value: { refusal: { code: 'too-many-tries', retryAfterMinutes: 15 } },
		})
	const locks = await shell.db.auditEntry.findMany({ where: { stream: 'sign-ins' } })
	expect(locks.map(({ leaf }) => (JSON.parse(leaf) as { detail: object }).detail)).toEqual([
		{ address: '10.9.9.9', locked: true },
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

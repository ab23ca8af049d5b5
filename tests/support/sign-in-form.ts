import {
	deviceCookie,
	formToken,
	newToken,
	sessionCookie,
	visitCookie,
} from '#app/http/session-cookie.server.ts'
import type { WebContext, WebSettings } from '#app/http/web-settings.ts'
import { action as signInAction } from '#app/routes/_account/sign-in.tsx'
import { hashPassword } from '#app/storage/password-hash.server.ts'
import { type TestShell, openTestShell } from './open-test-shell.ts'
import { answerOf } from './open-test-web.ts'
import { seedOrganisation } from './sample-organisation.ts'

const ORIGIN = 'http://localhost:3000'
const WEB: WebSettings = {
	origins: [ORIGIN],
	isSecure: false,
	secrets: ['a-secret-for-tests-only'],
	proxies: [],
	secondFactorFrom: null,
}

/** The password of the drafter of `signInGround`. */
export const PASSWORD = 'Open-Sesame-1'

let addresses = 0

/** A house in which the drafter has a password, and a browser at an address of its own. */
export async function signInGround() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { jurisdictionId, accountId } = org.actors.drafter
	const account = await shell.db.account.update({
		where: { jurisdictionId_id: { jurisdictionId, id: accountId } },
		data: { passwordHash: await hashPassword(PASSWORD) },
	})
	return { shell, org, loginName: account.loginName, address: `10.0.0.${(addresses += 1)}` }
}

/** What a browser sends from the page of signing in; `device` is what it kept from a time before. */
export type SentSignIn = {
	readonly loginName: string
	readonly password: string
	readonly address: string
	readonly to?: string
	readonly session?: string
	readonly device?: string | null
}

/** Sends the sign-in form as a browser does that was given a visit cookie. */
export async function sendSignIn(shell: TestShell, given: SentSignIn) {
	const { loginName, password, to = '' } = given
	const visit = newToken()
	const cookies = [await visitCookie(WEB).serialize(visit)]
	if (given.session) cookies.push(await sessionCookie(WEB).serialize(given.session))
	if (given.device) cookies.push(await deviceCookie(WEB).serialize(given.device))
	const body = new FormData()
	for (const [name, value] of Object.entries({ csrf: formToken(WEB, visit), loginName, password, to }))
		body.append(name, value)
	const Cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
	const request = new Request(`${ORIGIN}/sign-in`, {
		method: 'POST',
		headers: { Cookie, Origin: ORIGIN },
		body,
	})
	const context: WebContext = { shell, web: WEB, nonce: 'n', requestId: 'r', address: given.address }
	let set: string[] = []
	const answer = await answerOf(async () => {
		try {
			return await signInAction({ request, params: {}, context })
		} catch (thrown) {
			if (thrown instanceof Response) set = thrown.headers.getSetCookie()
			throw thrown
		}
	})
	return {
		...answer,
		token: await readCookie(sessionCookie(WEB), set),
		device: await readCookie(deviceCookie(WEB), set),
	}
}

async function readCookie(cookie: ReturnType<typeof sessionCookie>, set: readonly string[]) {
	const line = set.find((each) => each.startsWith(`${cookie.name}=`))
	const value: unknown = line === undefined ? null : await cookie.parse(line)
	return typeof value === 'string' ? value : null
}

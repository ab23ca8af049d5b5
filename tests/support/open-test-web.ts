import type { Actor } from '#app/domain/permission/relation.ts'
import { formToken, sessionCookie, tokenId } from '#app/http/session-cookie.server.ts'
import type { WebContext, WebSettings } from '#app/http/web-settings.ts'
import type { TestShell } from './open-test-shell.ts'

const ORIGIN = 'http://localhost:3000'
const WEB: WebSettings = {
	origins: [ORIGIN],
	isSecure: false,
	secrets: ['a-secret-for-tests-only'],
	proxies: [],
	secondFactorFrom: null,
}

/** What a browser of somebody who is signed in may ask of a route. */
export type TestBrowser = {
	/** The arguments of a loader. */
	readonly get: (path: string, params?: Readonly<Record<string, string>>) => RouteArgs
	/** The arguments of an action, with the key, the token and the revision that its form would carry. */
	readonly post: (path: string, params: Readonly<Record<string, string>>, fields: Fields) => RouteArgs
}

type RouteArgs = { request: Request; params: Record<string, string>; context: WebContext }
type Fields = Readonly<Record<string, string | File | readonly (string | File)[]>>

/** Signs somebody in, with a session row of their own. */
export async function signInAs(shell: TestShell, actor: Actor): Promise<TestBrowser> {
	const token = `token-of-${actor.personId}-${shell.newId()}`
	await shell.db.session.create({
		data: {
			id: tokenId(token),
			jurisdictionId: actor.jurisdictionId,
			accountId: actor.accountId,
			createdAt: shell.now(),
			lastSeenAt: shell.now(),
			address: '127.0.0.1',
			userAgent: 'test',
		},
	})
	const cookie = await sessionCookie(WEB).serialize(token)
	const headers = { Cookie: cookie.split(';')[0] ?? '', Origin: ORIGIN }
	// Each request has a context of its own, as the server makes it.
	const newContext = (): WebContext => ({
		shell,
		web: WEB,
		nonce: 'n',
		requestId: 'r',
		address: '127.0.0.1',
	})
	return {
		get: (path, params = {}) => ({
			request: new Request(ORIGIN + path, { headers }),
			params: { ...params },
			context: newContext(),
		}),
		post: (path, params, fields) => {
			const body = new FormData()
			for (const [name, value] of Object.entries({
				csrf: formToken(WEB, token),
				key: shell.newId(),
				...fields,
			}))
				for (const each of Array.isArray(value)
					? (value as readonly (string | File)[])
					: [value as string | File])
					body.append(name, each)
			return {
				request: new Request(ORIGIN + path, { method: 'POST', headers, body }),
				params: { ...params },
				context: newContext(),
			}
		},
	}
}

/** What a loader or action answered: a redirect, a status, or values. */
export async function answerOf(
	run: () => Promise<unknown>,
): Promise<{ status: number; location: string | null; value: unknown }> {
	try {
		const answer = await run()
		if (answer instanceof Response)
			return { status: answer.status, location: answer.headers.get('Location'), value: answer }
		const isData = typeof answer === 'object' && answer !== null && 'init' in answer && 'data' in answer
		if (!isData) return { status: 200, location: null, value: answer }
		const { data, init } = answer as { data: unknown; init: { status?: number } | null }
		return { status: init?.status ?? 200, location: null, value: data }
	} catch (thrown) {
		if (!(thrown instanceof Response)) throw thrown
		return { status: thrown.status, location: thrown.headers.get('Location'), value: null }
	}
}

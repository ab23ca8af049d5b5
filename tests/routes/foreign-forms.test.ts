import { expect, test } from 'vitest'
import { formToken } from '#app/http/session-cookie.server.ts'
import type { TestShell } from '#tests/support/open-test-shell.ts'
import { type TestBrowser, signInAs } from '#tests/support/open-test-web.ts'
import { ROUTE_ACTS } from '#tests/support/route-acts.ts'
import { type Run, routeModule } from '#tests/support/route-modules.ts'
import { openWorld } from '#tests/support/open-world.ts'
import type { RouteWorld } from '#tests/support/route-world.ts'

type Args = ReturnType<TestBrowser['post']>

/** A choice of language or colours: it says nothing about anybody, so that its origin is all that is asked. */
const WITHOUT_TOKEN = 'preferences'

/** Ways in which a page of somebody else sends a form with our cookies, or a form of ours loses its token. */
const FOREIGN: Readonly<Record<string, (sent: Args) => Promise<Request> | Request>> = {
	'of another origin': ({ request }) => withHeaders(request, { Origin: 'https://evil.example' }),
	'of an origin that hides itself': ({ request }) => withHeaders(request, { Origin: 'null' }),
	'of another port of this machine': ({ request }) =>
		withHeaders(request, { Origin: 'http://localhost:4000' }),
	'of another site, by the browser’s word': ({ request }) =>
		withHeaders(request, { Origin: null, 'Sec-Fetch-Site': 'cross-site' }),
	'of a neighbouring host, by the browser’s word': ({ request }) =>
		withHeaders(request, { Origin: null, 'Sec-Fetch-Site': 'same-site' }),
	'without a token': ({ request }) => withToken(request, null),
	'with another session’s token': ({ request, context }) =>
		withToken(request, formToken(context.web, 'the token of somebody else')),
	'with the token of no session': ({ request, context }) => withToken(request, formToken(context.web, '')),
}

test('no route takes a form of somebody else’s page, and nothing is done; those of our own are read', async () => {
	const { shell, world } = await openWorld()
	const browser = await signInAs(shell, world.org.actors.drafter)
	const before = await doings(shell)
	const taken: string[] = []
	let forms = 0
	for (const [way, foreign] of Object.entries(FOREIGN))
		for (const { label, route, sent } of formsOf(world, browser)) {
			const action = await actionOf(route)
			if (!action || (route === WITHOUT_TOKEN && way.includes('token'))) continue
			forms += 1
			const request = await foreign(sent)
			if (!(await turnedAway(() => action({ ...sent, request })))) taken.push(`${label} ${way}`)
		}
	expect(taken).toEqual([])
	expect(forms).toBeGreaterThan(500)
	expect(await doings(shell)).toBe(before)
	const refused: string[] = []
	for (const { label, route, sent } of formsOf(world, browser)) {
		const action = await actionOf(route)
		// A visitor's forms carry the token of a visit, which this browser has none of.
		if (!action || ROUTE_ACTS[route]?.kind === 'public') continue
		if (await turnedAway(() => action(sent))) refused.push(label)
	}
	expect(refused).toEqual([])
})

async function actionOf(route: string): Promise<Run | undefined> {
	return (await routeModule(route)).action
}

type SentForm = { readonly label: string; readonly route: string; readonly sent: Args }

/** Every form of every route, as a browser of ours sends it. */
function* formsOf(world: RouteWorld, browser: TestBrowser): Generator<SentForm> {
	for (const [route, entry] of Object.entries(ROUTE_ACTS)) {
		const asks = entry.kind === 'act' ? entry.post : [{ about: null, fields: undefined }]
		for (const { about, fields } of asks) {
			const params = {
				token: 'no-such-token',
				matterId: typeof about === 'object' && about && 'matter' in about ? world.matters[about.matter] : '',
				meetingId:
					typeof about === 'object' && about && 'meeting' in about ? world.meetings[about.meeting] : '',
				...(entry.kind === 'act' ? entry.params?.(world) : {}),
			}
			const given = fields?.(world) ?? {}
			const label = `${route} ${given['intent'] ?? ''}`
			yield { label, route, sent: browser.post(`/${route.replaceAll('.', '/')}`, params, given) }
		}
	}
}

/** Whether a form was turned away for what it is, before anybody asked whether its sender may. */
async function turnedAway(run: () => unknown): Promise<boolean> {
	try {
		await run()
		return false
	} catch (thrown) {
		if (!(thrown instanceof Response)) throw thrown
		return (
			thrown.status === 403 &&
			/^(forms of another origin|the form has no valid token)/.test(await thrown.text())
		)
	}
}

function withHeaders(request: Request, changed: Readonly<Record<string, string | null>>): Request {
	const headers = new Headers(request.headers)
	for (const [name, value] of Object.entries(changed))
		if (value === null) headers.delete(name)
		else headers.set(name, value)
	return new Request(request, { headers })
}

async function withToken(request: Request, token: string | null): Promise<Request> {
	const body = await request.clone().formData()
	body.delete('csrf')
	if (token !== null) body.append('csrf', token)
	const headers = new Headers(request.headers)
	headers.delete('Content-Type')
	return new Request(request.url, { method: 'POST', headers, body })
}

async function doings(shell: TestShell): Promise<string> {
	const entries = await shell.db.auditEntry.count()
	const sessions = await shell.db.session.count({ where: { endedAt: null } })
	return `${entries} entries, ${sessions} sessions`
}

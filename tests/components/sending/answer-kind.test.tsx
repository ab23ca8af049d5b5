import { type ActionFunction, createRequestHandler, data, redirect } from '@remix-run/node'
import { expect, test } from 'vitest'
import { kindOfAnswer } from '#app/components/sending/answer-kind.ts'
import { pageBuild } from '#tests/support/render-page.tsx'

/** What a browser reads of the answer that Remix itself makes of what an action gives. */
async function readAnswer(action: ActionFunction) {
	const build = pageBuild(null, null)
	const page = build.routes['page']
	if (!page) throw new Error('the build has no page')
	const handler = createRequestHandler(
		{ ...build, routes: { ...build.routes, page: { ...page, module: { ...page.module, action } } } },
		'production',
	)
	const request = new Request('http://localhost/page.data', { method: 'POST', body: new URLSearchParams() })
	const answer = await handler(request, {
		requestId: 'r',
		shell: { log: { error: () => {} } },
	} as never)
	const isOurs = answer.headers.get('X-Remix-Response') === 'yes'
	expect(isOurs).toBe(true)
	return kindOfAnswer(answer.status, isOurs, await answer.text())
}

const DONE = { kind: 'answer', isDone: true, isSignedOut: false }

test('a command that sends its browser on was done', async () => {
	expect(await readAnswer(() => redirect('/work'))).toEqual(DONE)
})

test('a saving that answers with values was done', async () => {
	expect(await readAnswer(() => data({ savedAt: '2026-11-29' }))).toEqual(DONE)
})

test.each([403, 409, 422, 503])(
	'a form that is answered in words with %s goes to its page, not done',
	async (status) => {
		expect(await readAnswer(() => data({ refusal: {} }, { status }))).toEqual({ ...DONE, isDone: false })
	},
)

test('a form that came after its session was not done', async () => {
	const answer = await readAnswer(() => {
		throw redirect('/sign-in?to=%2Fwork')
	})
	expect(answer).toEqual({ kind: 'answer', isDone: false, isSignedOut: true })
})

test.each([
	[403, 'turned-away'],
	[400, 'turned-away'],
	[404, 'gone'],
	[413, 'too-large'],
] as const)('what an action throws with %s never takes the place of the page', async (status, cause) => {
	const answer = await readAnswer(() => {
		throw new Response(null, { status })
	})
	expect(answer).toEqual({ kind: 'failed', cause })
})

test('a fault of the program is one, whatever the page was', async () => {
	const answer = await readAnswer(() => {
		throw new Error('a bug')
	})
	expect(answer).toEqual({ kind: 'failed', cause: 'broken' })
})

test('our own word that the database was lost counts as no answer', async () => {
	const answer = await readAnswer(() => data({ refusal: {} }, { status: 504 }))
	expect(answer).toEqual({ kind: 'failed', cause: 'too-slow' })
})

test.each([
	[200, 'foreign'],
	[302, 'foreign'],
	[403, 'turned-away'],
	[413, 'too-large'],
	[500, 'broken'],
	[502, 'bad-gateway'],
	[503, 'unavailable'],
	[504, 'too-slow'],
] as const)('an answer of somebody on the way with %s is not taken for ours', (status, cause) => {
	expect(kindOfAnswer(status, false, '<html>')).toEqual({ kind: 'failed', cause })
})

import { type RequestOptions, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpServer } from '#app/server/create-http-server.server.ts'
import { pageBuild, READER } from '#tests/support/render-page.tsx'
import { openTestShell } from '#tests/support/open-test-shell.ts'

type LogLine = { readonly facts: Record<string, unknown>; readonly message: string }

async function serve({ isSecure = false, dataDirectory = '', proxies = [] as string[] } = {}) {
	const lines: LogLine[] = []
	const write = (facts: Record<string, unknown>, message: string) => void lines.push({ facts, message })
	const opened = await openTestShell()
	const shell = { ...opened, log: { info: write, warn: write, error: write } }
	const server = createHttpServer({
		shell,
		web: {
			origins: ['http://localhost'],
			isSecure,
			proxies,
			secondFactorFrom: null,
			secrets: ['a-secret-for-tests-only'],
		},
		build: pageBuild(<p>议前</p>, READER),
		mode: 'production',
		dataDirectory: dataDirectory || opened.directory,
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	onTestFinished(() => void server.close())
	const { port } = server.address() as AddressInfo
	return { at: `http://127.0.0.1:${port}`, lines, shell, server }
}

test('a page may run the scripts of its own answer and nothing else', async () => {
	const { at } = await serve()
	const [first, second] = [await fetch(`${at}/page`), await fetch(`${at}/page`)]
	const policy = first.headers.get('Content-Security-Policy') ?? ''
	const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1]
	expect(nonce).toMatch(/^[\w+/=]{22,}$/)
	expect(policy).toContain("default-src 'none'")
	expect(policy).toContain("frame-ancestors 'none'")
	expect(policy).not.toContain('unsafe')
	const page = await first.text()
	const scripts = [...page.matchAll(/<script[^>]*>/g)]
	expect(scripts.length).toBeGreaterThan(0)
	for (const [tag] of scripts) expect(tag).toContain(`nonce="${nonce}"`)
	expect(second.headers.get('Content-Security-Policy')).not.toBe(policy)
})

test('a file may be shown inside our own pages only', async () => {
	const { at } = await serve()
	const answer = await fetch(`${at}/matters/1/files/abc`)
	expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
	expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
	expect(answer.headers.get('Cache-Control')).toBe('no-store')
})

test.each(['/page', '/healthz', '/assets/former-build.js'])('nobody guesses what %s is', async (path) => {
	const { at } = await serve()
	const { headers } = await fetch(at + path)
	expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
	expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
	expect(headers.get('Referrer-Policy')).toBe('same-origin')
})

test('pages are kept nowhere, and belong to this house alone', async () => {
	const { at } = await serve()
	const { headers } = await fetch(`${at}/page`)
	expect(headers.get('Cache-Control')).toBe('no-store')
	expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
	expect(headers.get('X-Powered-By')).toBeNull()
})

test('O17 https is insisted on exactly where the installation has it, and on no name beneath it', async () => {
	const [open, secure] = [await serve(), await serve({ isSecure: true })]
	expect((await fetch(`${open.at}/page`)).headers.get('Strict-Transport-Security')).toBeNull()
	expect((await fetch(`${secure.at}/page`)).headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
})

test('the log has one line a request, without what was searched for', async () => {
	const { at, lines } = await serve()
	await fetch(`${at}/page?q=words-of-a-person`)
	expect(lines).toHaveLength(1)
	expect(lines[0]?.facts).toMatchObject({ method: 'GET', path: '/page', status: 200 })
	expect(JSON.stringify(lines)).not.toContain('words-of-a-person')
})

test('health is well when the database answers and the folder can be written', async () => {
	const { at } = await serve()
	const answer = await fetch(`${at}/healthz`)
	expect(answer.status).toBe(200)
	expect(await answer.json()).toEqual({ isWell: true, database: true, disk: true })
})

test('health says which of the two fails', async () => {
	const { at } = await serve({ dataDirectory: '/nowhere' })
	const answer = await fetch(`${at}/healthz`)
	expect(answer.status).toBe(503)
	expect(await answer.json()).toEqual({ isWell: false, database: true, disk: false })
})

test('an asset that is not there is not answered with a page', async () => {
	const { at } = await serve()
	const answer = await fetch(`${at}/assets/former-build.js`)
	expect(answer.status).toBe(404)
	expect(await answer.text()).not.toContain('议前')
})

/** Sends a request as no browser would write it; gives the status of the answer and its body. */
function askRaw(at: string, options: RequestOptions): Promise<{ status: number; body: string }> {
	return new Promise((resolve, reject) => {
		const asked = request(at, options, (answer) => {
			let body = ''
			answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
			answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
		})
		asked.on('error', reject)
		asked.end()
	})
}

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('nothing of ours answers to %s', async (method) => {
	const { at, lines } = await serve()
	expect(await askRaw(`${at}/page`, { method })).toEqual({ status: 405, body: '' })
	expect(lines[0]?.facts).toMatchObject({ status: 405 })
})

test.each([
	['a host that is none', '/page', { Host: 'a b' }],
	['a path that cannot be read', '/%', {}],
	['an asset whose name cannot be read', '/assets/%ff', {}],
])(
	'%s is the sender’s fault: it is answered so, without a word of what is inside',
	async (_what, path, headers) => {
		const { at, lines } = await serve()
		const { status, body } = await askRaw(at, { path, headers })
		expect(status).toBe(400)
		expect(body).not.toMatch(/Error|node_modules|app\//)
		expect(lines.filter(({ message }) => message !== 'request')).toEqual([])
	},
)

test('by which host people come is a setting: no header says otherwise', async () => {
	const { at } = await serve({ proxies: ['loopback'] })
	const headers = { 'X-Forwarded-Host': 'evil.example:99999999', 'X-Forwarded-Proto': 'nonsense' }
	expect((await askRaw(`${at}/page`, { headers })).status).toBe(200)
})

test('from where a request comes is the word of the proxy in front, and of nobody else', async () => {
	const headers = { 'X-Forwarded-For': '203.0.113.9, 198.51.100.7' }
	const open = await serve()
	await fetch(`${open.at}/page`, { headers })
	expect(open.lines[0]?.facts).toMatchObject({ address: '127.0.0.1' })
	const behind = await serve({ proxies: ['loopback'] })
	await fetch(`${behind.at}/page`, { headers })
	expect(behind.lines[0]?.facts).toMatchObject({ address: '198.51.100.7' })
})

test('T59 a form of another origin is answered with 403 in words, and is no fault of ours', async () => {
	const { at, lines } = await serve()
	for (const origin of ['https://evil.example', 'null', 'http://localhost:4000']) {
		const answer = await fetch(`${at}/page`, { method: 'POST', headers: { Origin: origin }, body: 'a=b' })
		expect(answer.status).toBe(403)
		expect(await answer.text()).toContain('没有受理，什么也没有改动')
	}
	expect(lines.filter(({ facts }) => facts['error'] !== undefined)).toEqual([])
})

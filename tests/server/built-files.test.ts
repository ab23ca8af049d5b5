import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { builtFiles } from '#app/server/built-files.server.ts'
import { compressFiles } from '#scripts/compress-built-files.ts'

const SCRIPT = `console.log('${'议前'.repeat(1000)}')`
const SMALL = 'export {}'

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

/** Serves a folder with two assets and a drawing as a build leaves them; everything else is answered with a page. */
async function serveFolder() {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-built-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	mkdirSync(join(folder, 'assets'))
	writeFileSync(join(folder, 'assets/work-abc.js'), SCRIPT)
	writeFileSync(join(folder, 'assets/small-abc.js'), SMALL)
	writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
	compressFiles(folder)
	const app = express().use(builtFiles(folder))
	app.all('*', (_request, response) => void response.send('a page'))
	const server = app.listen(0, '127.0.0.1')
	onTestFinished(() => void server.close())
	await new Promise((resolve) => server.once('listening', resolve))
	const { port } = server.address() as AddressInfo
	const ask = (path: string, accepted: string) =>
		new Promise<Answer>((resolve, reject) => {
			const headers = { 'Accept-Encoding': accepted }
			get({ host: '127.0.0.1', port, path, headers }, (answer) => {
				const pieces: Buffer[] = []
				answer.on('data', (piece: Buffer) => pieces.push(piece))
				answer.on('end', () =>
					resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
				)
			}).on('error', reject)
		})
	return { folder, ask }
}

test.each([
	['br', 'gzip, deflate, br', (body: Buffer) => brotliDecompressSync(body)],
	['gzip', 'gzip, deflate', (body: Buffer) => gunzipSync(body)],
	[undefined, 'identity', (body: Buffer) => body],
])('a script goes out as %s to a browser that takes %s', async (encoding, accepted, unpack) => {
	const { ask } = await serveFolder()
	const { status, headers, body } = await ask('/assets/work-abc.js', accepted)
	expect(status).toBe(200)
	expect(headers['content-encoding']).toBe(encoding)
	expect(headers['content-type']).toMatch(/^text\/javascript/)
	expect(headers['vary']).toBe('Accept-Encoding')
	expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
	expect(unpack(body).toString()).toBe(SCRIPT)
	if (encoding) expect(body.byteLength).toBeLessThan(SCRIPT.length / 10)
})

test('what is too small to gain by it is not compressed', async () => {
	const { folder, ask } = await serveFolder()
	expect(() => statSync(join(folder, 'assets/small-abc.js.gz'))).toThrow()
	const { headers, body } = await ask('/assets/small-abc.js', 'gzip, br')
	expect(headers['content-encoding']).toBeUndefined()
	expect(body.toString()).toBe(SMALL)
})

test('a page is not looked for among the files, and a file whose name stays the same is asked for again', async () => {
	const { folder, ask } = await serveFolder()
	writeFileSync(join(folder, 'work'), 'a file that came after the start')
	expect((await ask('/work', 'br')).body.toString()).toBe('a page')
	expect((await ask('/favicon.svg', 'br')).headers['cache-control']).toBe('public, max-age=3600')
})

test('an asset of a former build is not there, and no other address reaches outside of the folder', async () => {
	const { ask } = await serveFolder()
	expect((await ask('/assets/former-build.js', 'br')).status).toBe(404)
	expect((await ask('/assets/%ff', 'br')).status).toBe(400)
	for (const path of ['/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json'])
		expect((await ask(path, 'br')).body.toString()).not.toContain('{')
})

test('a file that went since the start ends one answer, and the server goes on', async () => {
	const { folder, ask } = await serveFolder()
	rmSync(join(folder, 'assets/work-abc.js'))
	rmSync(join(folder, 'assets/work-abc.js.br'))
	await expect(ask('/assets/work-abc.js', 'br')).rejects.toThrow()
	expect((await ask('/assets/small-abc.js', 'identity')).body.toString()).toBe(SMALL)
})

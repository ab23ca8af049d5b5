/**
 * `npm run bench:redline-server`: how long others wait for a small page while somebody has a pair of a million characters
 * compared, and then the Word table of it written; with the threads that the product uses, and in place. Ratios to the
 * same page at rest, each in the same server process. Given a mode, this file is that server.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { openComparer } from '#app/comparison/comparer.server.ts'
import { readSettings } from '#app/env.server.ts'
import { BUILD } from '#app/server/build-pages.server.ts'
import { createHttpServer } from '#app/server/create-http-server.server.ts'
import { openShell, sessionSecrets } from '#app/server/open-shell.server.ts'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { largePair } from './large-texts.ts'
import { freePort, startServer, stopServer } from '#scripts/server-process.ts'
import { untilCompared, uploadPair } from './upload-pair.ts'
import { WebClient } from '#scripts/web-client.ts'

const CHARACTERS = Number(process.env['BENCH_CHARACTERS'] ?? 1_000_000)
const SMALL_PAGE = '/account'
/** What is compared in place when there are no threads: everything. */
const NO_THREADS = {
	inPlace: Number.POSITIVE_INFINITY,
	sealedInPlace: Number.POSITIVE_INFINITY,
	threads: 0,
	large: 0,
	kept: 8_000_000,
}

const mode = process.argv[2]
if (mode === 'threads' || mode === 'in-place') await serve(mode)
else await measureBoth()

async function measureBoth(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-bench-'))
	try {
		// The demo's people, made once; both servers stand on them.
		await stopServer(await startServer('demo', folder, { LOG_LEVEL: 'silent' }))
		const pair = largePair(CHARACTERS)
		console.log(`a pair of ${pair.oldText.length} and ${pair.newText.length} characters, page ${SMALL_PAGE}`)
		const threads = await measure(folder, 'threads', pair)
		const inPlace = await measure(folder, 'in-place', pair)
		for (const work of ['compared', 'written'] as const) {
			print('threads', threads.rest, work, threads[work])
			print('in place', inPlace.rest, work, inPlace[work])
			const times = inPlace[work].p95 / threads[work].p95
			console.log(`with threads others wait ${times.toFixed(1)} times shorter (p95 of the page meanwhile)`)
		}
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}

/** What the page took while somebody else's work was under way, and how long that took, in ms. */
type Meanwhile = { readonly p95: number; readonly longest: number; readonly took: number }

function print(way: string, rest: number, work: string, { p95, longest, took }: Meanwhile): void {
	console.log(
		`${way.padEnd(9)} p95 at rest ${rest.toFixed(0)} ms, meanwhile ${p95.toFixed(0)} ms (${(p95 / rest).toFixed(1)} ×), longest ${longest.toFixed(0)} ms; ${work} after ${(took / 1000).toFixed(1)} s`,
	)
}

async function measure(folder: string, way: string, pair: ReturnType<typeof largePair>) {
	const port = await freePort()
	const origin = `http://127.0.0.1:${port}`
	const child = spawn(process.execPath, ['--import', 'tsx', import.meta.filename, way], {
		env: {
			...process.env,
			NODE_ENV: 'production',
			PORT: String(port),
			YIQIAN_DATA_DIR: folder,
			LOG_LEVEL: 'silent',
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	await once(child.stdout, 'data')
	try {
		const [reader, comparing] = [new WebClient(origin), new WebClient(origin)]
		await reader.signIn('zhoumy', DEMO_PASSWORD)
		await comparing.signIn('wangxh', DEMO_PASSWORD)
		await timesOf(reader, async () => pauseMs(2000))
		const rest = await timesOf(reader, async () => pauseMs(4000))
		const path = await uploadPair(origin, comparing, pair)
		const compared = await meanwhile(reader, () => untilCompared(comparing, path))
		const written = await meanwhile(reader, async () => {
			const { status } = await comparing.get(`${path}/papers/comparison-table`)
			if (status !== 200) throw new Error(`the paper was answered ${status}`)
		})
		return { rest: percentile(rest, 0.95), compared, written }
	} finally {
		child.kill('SIGTERM')
		await once(child, 'exit')
	}
}

async function meanwhile(reader: WebClient, work: () => Promise<unknown>): Promise<Meanwhile> {
	const began = performance.now()
	const times = await timesOf(reader, work)
	const took = performance.now() - began
	return { p95: percentile(times, 0.95), longest: Math.max(...times), took }
}

/** Gets the small page again and again, with a short pause between, until the work is done. */
async function timesOf(reader: WebClient, work: () => Promise<unknown>): Promise<number[]> {
	let isDone = false
	const done = work().finally(() => (isDone = true))
	const times: number[] = []
	while (!isDone) {
		const began = performance.now()
		const { status } = await reader.get(SMALL_PAGE)
		if (status !== 200) throw new Error(`${SMALL_PAGE} answered ${status}`)
		times.push(performance.now() - began)
		await pauseMs(10)
	}
	await done
	return times
}

function percentile(times: readonly number[], share: number): number {
	const sorted = times.toSorted((a, b) => a - b)
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function pauseMs(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms))
}

async function serve(way: 'threads' | 'in-place'): Promise<void> {
	const settings = readSettings(process.env)
	const opened = await openShell(settings)
	const shell = way === 'threads' ? opened : { ...opened, comparer: openComparer(NO_THREADS) }
	const web = {
		origins: settings.origins,
		isSecure: settings.isSecure,
		secondFactorFrom: settings.secondFactorFrom,
		proxies: settings.proxies,
		secrets: sessionSecrets(settings),
	}
	const build = (await import(pathToFileURL(BUILD).href)) as ServerBuild
	const parts = { shell, web, build, mode: 'production' as const, dataDirectory: settings.dataDirectory }
	const server = createHttpServer(parts)
	// Nobody is to be cut off between two requests while the processor is busy.
	server.keepAliveTimeout = 120_000
	server.listen(settings.port, '127.0.0.1', () => console.log('ready'))
	process.on('SIGTERM', () => process.exit(0))
}

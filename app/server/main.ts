/** The process: `tsx app/server/main.ts demo | start | dev`. Says in a sentence what is missing, and stops cleanly. */
import { createServer as createPlainServer, type Server } from 'node:http'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { errorCode } from '#app/storage/error-code.ts'
import { readSettings, SettingRefused, type Settings } from '#app/env.server.ts'
import { SchemaRefused } from '#app/db/compare-schema.server.ts'
import { MigrationRefused } from '#app/db/migrate.server.ts'
import { storageTrouble, TROUBLE_SENTENCES } from '#app/db/storage-trouble.server.ts'
import { keepCheckpoints } from '#app/jobs/keep-checkpoints.server.ts'
import { keepSearchCurrent } from '#app/jobs/keep-search-current.server.ts'
import { runSweeps } from '#app/jobs/run-sweeps.server.ts'
import { issueFirstAdministratorsLink } from '#app/services/account/first-administrators.server.ts'
import { claimInstallation } from '#app/services/account/claim-installation.server.ts'
import { behindSentence, findBehind } from '#app/services/checkpoint/find-behind.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { CheckpointKeyRefused } from '#app/storage/checkpoint-key.server.ts'
import { ClearanceKeyRefused } from '#app/storage/clearance-key.server.ts'
import { compareReference } from '#seeds/reference/compare-reference.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { BUILD, BuildRefused, buildPagesWhenNeeded } from './build-pages.server.ts'
import { closeInOrder } from './close-in-order.server.ts'
import { createHttpServer } from './create-http-server.server.ts'
import { RowsRefused } from './assert-rows.server.ts'
import { DataFolderRefused } from './fit-data-folder.server.ts'
import { holdStart } from './hold-start.server.ts'
import { openShell, sessionSecrets } from './open-shell.server.ts'

const MODES = ['demo', 'start', 'dev'] as const
type Mode = (typeof MODES)[number]

async function run(mode: Mode): Promise<void> {
	const settings = readSettings(process.env)
	await tryPort(settings)
	const letNextStart = holdStart(settings.dataDirectory)
	const shell = await openShell(settings)
	const made = mode === 'start' ? 'start' : 'demo'
	if (!(await claimInstallation(shell, made)))
		return fail(
			mode === 'start'
				? `The data folder ${settings.dataDirectory} holds the demo. Choose another with YIQIAN_DATA_DIR.`
				: `The data folder ${settings.dataDirectory} was made by "npm run start". The demo will not touch it; choose another with YIQIAN_DATA_DIR.`,
		)
	await fillReference(shell)
	if (made === 'demo') await loadDemo(shell)
	await sayWhatIsBehind(shell)
	const server = await createServer(mode, settings, shell)
	await listen(server, settings)
	const stops = [runSweeps(shell), keepSearchCurrent(shell), keepCheckpoints(shell)]
	stopOnSignal(server, shell, () => Promise.all(stops.map((stop) => stop())))
	await printWelcome(mode, settings, shell)
	letNextStart()
}

/** Asked before the first page is answered: a database that was put back must show no agenda, not even once. */
async function sayWhatIsBehind(shell: Shell): Promise<void> {
	for (const { id } of await shell.db.jurisdiction.findMany({ select: { id: true } })) {
		const behind = await findBehind(shell, id)
		if (behind) console.error(`${behindSentence(behind)}\n`)
	}
}

/** The law as data: what is missing is put back, and what is not as this release ships it is said. */
async function fillReference(shell: Shell): Promise<void> {
	const isNew = (await shell.db.referenceEntry.count()) === 0 && (await shell.db.jurisdiction.count()) === 0
	const faults = isNew ? [] : await compareReference(shell.db)
	await loadReferenceSeeds(shell.db)
	for (const { kind, code, effectiveFrom, problem } of faults.slice(0, 1))
		shell.log.error(
			{ entry: `${kind} ${code} ${effectiveFrom}`, problem, faults: faults.length, runs: 'npm run verify' },
			problem === 'missing'
				? 'reference data of this release was not there, and was put in: a new release brings some, otherwise somebody took it out'
				: 'reference data is not as this release ships it',
		)
}

async function loadDemo(shell: Shell): Promise<void> {
	const { loadDemoOnce } = await import('#seeds/demo/load-demo.ts')
	await loadDemoOnce(shell)
}

async function createServer(mode: Mode, settings: Settings, shell: Shell): Promise<Server> {
	const { origins, isSecure, proxies, secondFactorFrom } = settings
	const web = { origins, isSecure, proxies, secondFactorFrom, secrets: sessionSecrets(settings) }
	const parts = { shell, web, dataDirectory: settings.dataDirectory }
	if (mode === 'dev') {
		const { createServer: createVite } = await import('vite')
		const server = createPlainServer()
		const vite = await createVite({ server: { middlewareMode: true, hmr: { server } } })
		// The build's own module, which Vite makes under this name.
		const build = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
		return createHttpServer({ ...parts, build, mode: 'development', assets: vite.middlewares, server })
	}
	await buildPagesWhenNeeded()
	// React's checks for developers make a page several times slower; they are chosen when it is first loaded.
	process.env['NODE_ENV'] ??= 'production'
	const build: ServerBuild = await import(pathToFileURL(BUILD).href)
	return createHttpServer({ ...parts, build, mode: 'production' })
}

/** Asked before anything is made or built: the answer would otherwise come a minute later. */
async function tryPort(settings: Settings): Promise<void> {
	const probe = createPlainServer()
	await listen(probe, settings)
	await new Promise((resolve) => probe.close(resolve))
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, host, resolve)
	})
}

function stopOnSignal(server: Server, shell: Shell, stopJobs: () => Promise<unknown>): void {
	const closeServer = closeInOrder(server)
	let isStopping = false
	const stop = async () => {
		if (isStopping) return
		isStopping = true
		await closeServer()
		await stopJobs()
		await Promise.all([shell.comparer.close(), shell.reader.close(), shell.longReads.close()])
		await shell.db.$disconnect()
	}
	const end = () => {
		stop().then(
			() => process.exit(0),
			(error: unknown) => {
				shell.log.error({ error: String(error) }, 'the stop failed')
				process.exit(1)
			},
		)
	}
	process.on('SIGINT', end)
	process.on('SIGTERM', end)
}

async function printWelcome(mode: Mode, settings: Settings, shell: Shell): Promise<void> {
	console.log(`\n议前 Yiqian: ${settings.origin}\n`)
	if (mode !== 'start') {
		const { demoAccountTable } = await import('#seeds/demo/accounts.ts')
		console.log(demoAccountTable())
		return
	}
	const token = await issueFirstAdministratorsLink(shell)
	if (token)
		console.log(
			`Open this link once to create the three administrators (good for one day):\n${settings.origin}/setup/${token}\n`,
		)
}

function fail(sentence: string): void {
	console.error(sentence)
	process.exit(1)
}

/** What stopped the start, as a sentence where it is something that a person can mend. */
function sentenceFor(error: unknown): string | null {
	if (!(error instanceof Error)) return null
	if (
		[
			SettingRefused,
			ClearanceKeyRefused,
			CheckpointKeyRefused,
			DataFolderRefused,
			SchemaRefused,
			RowsRefused,
			BuildRefused,
		].some((known) => error instanceof known)
	)
		return `Not started. ${error.message}`
	if (error instanceof MigrationRefused) return `Not started, the database was not changed. ${error.message}`
	const code = errorCode(error)
	if (code === 'EADDRINUSE')
		return 'Not started: the port is in use. Choose another with PORT, or stop the other program.'
	if (code === 'ENOTDIR' || code === 'EEXIST')
		return `Not started: the data folder is not a folder (${error.message}). Choose another with YIQIAN_DATA_DIR.`
	const trouble = storageTrouble(error)
	if (trouble) return `Not started. ${TROUBLE_SENTENCES[trouble]}`
	if (/bindings file|better_sqlite3\.node|NODE_MODULE_VERSION/.test(error.message))
		return 'Not started: better-sqlite3 was not built for this Node. It needs a C++ compiler and python3; then run "npm rebuild better-sqlite3".'
	return null
}

const mode = MODES.find((known) => known === process.argv[2])
if (!mode) fail('Say which: demo, start or dev.')
else
	run(mode).catch((error: unknown) => {
		const sentence = sentenceFor(error)
		if (sentence) return fail(sentence)
		console.error(error)
		process.exit(1)
	})

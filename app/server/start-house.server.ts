/** The start of a house, in the process of whoever asks: what is missing is an error, and nothing stays open behind it. */
import { createServer as createPlainServer, type Server } from 'node:http'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { readSettings, type Settings } from '#app/env.server.ts'
import { keepCheckpoints } from '#app/jobs/keep-checkpoints.server.ts'
import { keepSearchCurrent } from '#app/jobs/keep-search-current.server.ts'
import { runSweeps } from '#app/jobs/run-sweeps.server.ts'
import { issueFirstAdministratorsLink } from '#app/services/account/first-administrators.server.ts'
import { claimInstallation } from '#app/services/account/claim-installation.server.ts'
import { behindSentence, findBehind } from '#app/services/checkpoint/find-behind.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { compareReference } from '#seeds/reference/compare-reference.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { BUILD, buildPagesWhenNeeded } from './build-pages.server.ts'
import { closeInOrder } from './close-in-order.server.ts'
import { createHttpServer } from './create-http-server.server.ts'
import { holdStart } from './hold-start.server.ts'
import { closeShell, openShell, sessionSecrets } from './open-shell.server.ts'

export const MODES = ['demo', 'start', 'dev'] as const
type Mode = (typeof MODES)[number]

/** The data folder was made for the other kind of house; the start prints it as a sentence. */
export class InstallationRefused extends Error {}

/**
 * Starts a house with the settings that an environment gives, and gives what stops it in order.
 *
 * @throws what `startSentence` has words for, and then everything that was opened is closed again
 */
export async function startHouse(
	mode: Mode,
	environment: Readonly<Record<string, string | undefined>>,
): Promise<() => Promise<void>> {
	const settings = readSettings(environment)
	await tryPort(settings)
	const letNextStart = holdStart(settings.dataDirectory)
	try {
		const shell = await openShell(settings)
		return await openHouse(mode, settings, shell).catch(async (error: unknown) => {
			await closeShell(shell)
			throw error
		})
	} finally {
		letNextStart()
	}
}

/** Fills what the house lacks, and opens its door. */
async function openHouse(mode: Mode, settings: Settings, shell: Shell): Promise<() => Promise<void>> {
	const made = mode === 'start' ? 'start' : 'demo'
	if (!(await claimInstallation(shell, made)))
		throw new InstallationRefused(ofOther(made, settings.dataDirectory))
	await fillReference(shell)
	if (made === 'demo') await loadDemo(shell)
	await sayWhatIsBehind(shell)
	const server = await createServer(mode, settings, shell)
	const closeServer = closeInOrder(server)
	await listen(server, settings)
	const jobs = [runSweeps(shell), keepSearchCurrent(shell), keepCheckpoints(shell)]
	const stopServing = async () => {
		await closeServer()
		await Promise.all(jobs.map((stop) => stop()))
	}
	await printWelcome(mode, settings, shell).catch(async (error: unknown) => {
		await stopServing()
		throw error
	})
	return async () => {
		await stopServing()
		await closeShell(shell)
	}
}

function ofOther(made: 'start' | 'demo', folder: string): string {
	return made === 'start'
		? `The data folder ${folder} holds the demo. Choose another with YIQIAN_DATA_DIR.`
		: `The data folder ${folder} was made by "npm run start". The demo will not touch it; choose another with YIQIAN_DATA_DIR.`
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

import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'

/** What the build makes of the server's pages. */
export const BUILD = 'build/server/index.js'

/** What the pages are built of; an update of any of it makes them old. */
const SOURCES = [
	'app',
	'public',
	'package-lock.json',
	'postcss.config.js',
	'remix.config.js',
	'scripts/compress-built-files.ts',
	'tailwind.config.ts',
	'vite.config.ts',
]

/** The pages are old, and whoever starts may not build them. */
export class BuildRefused extends Error {}

/**
 * Builds the pages when there are none, or older ones than their sources: a start after an update shows the update.
 *
 * @throws BuildRefused where this account may not write them
 */
export async function buildPagesWhenNeeded(): Promise<void> {
	if (isNewerThan(BUILD, SOURCES)) return
	if (!mayWrite('build'))
		throw new BuildRefused(
			'The pages are older than the code, and this account may not write the folder "build". Run "npm run build" as the owner of the code.',
		)
	console.log('Building the pages, this takes about half a minute …')
	const { build } = await import('vite')
	const before = process.env['NODE_ENV']
	// Also where a test asks for them: the pages that it leaves behind are those that the next start serves.
	process.env['NODE_ENV'] = 'production'
	try {
		await build({ logLevel: 'warn' })
		await build({ logLevel: 'warn', build: { ssr: true } })
	} finally {
		if (before === undefined) Reflect.deleteProperty(process.env, 'NODE_ENV')
		else process.env['NODE_ENV'] = before
	}
}

/** Whether a file is there and no older than any of these files and folders; generated code is left out. */
export function isNewerThan(file: string, sources: readonly string[]): boolean {
	if (!existsSync(file)) return false
	const { mtimeMs } = statSync(file)
	return sources.every((source) => newestIn(source) <= mtimeMs)
}

function newestIn(path: string): number {
	if (!existsSync(path) || path.endsWith('/generated')) return 0
	const { mtimeMs } = statSync(path)
	if (!statSync(path).isDirectory()) return mtimeMs
	return Math.max(0, ...readdirSync(path).map((name) => newestIn(`${path}/${name}`)))
}

/** Whether this account may write a folder, or make it where it is not there. */
function mayWrite(folder: string): boolean {
	try {
		accessSync(existsSync(folder) ? folder : '.', constants.W_OK)
		return true
	} catch {
		return false
	}
}

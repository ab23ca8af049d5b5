import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { FILE_SIZE_LIMIT } from './draft-reading.ts'

/** Makes a .docx of a document in an older format. One at a time; nothing of it stays. */
export type Converter = (
	bytes: Uint8Array,
	format: ConvertedFormat,
) => Promise<Result<Uint8Array, { readonly code: 'conversion-failed' }>>

/** Formats that LibreOffice makes a .docx of. */
export const CONVERTED_FORMATS = ['.doc', '.wps', '.rtf', '.odt'] as const
export type ConvertedFormat = (typeof CONVERTED_FORMATS)[number]

/** Bounds of one conversion. A statute of 100 pages takes two seconds. */
export type ConversionLimits = {
	readonly milliseconds: number
	/** Address space of the office program, bytes; it maps much more than it uses. */
	readonly memory: number
}

const LIMITS: ConversionLimits = { milliseconds: 90_000, memory: 4 * 1024 ** 3 }

/**
 * LibreOffice as a worker process of its own for each file: without network where the system allows it (a namespace of
 * its own), with a fresh profile that is thrown away (no macro runs in it, no setting stays), with limits to time and
 * memory. On overrun it is killed with all that it started.
 */
export function openOfficeConverter(program = 'soffice', limits: ConversionLimits = LIMITS): Converter {
	const apart = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : []
	let before: Promise<unknown> = Promise.resolve()
	return (bytes, format) => {
		const turn = before.then(() => convert(bytes, format, [...apart, ...bounded(limits), program], limits))
		before = turn.catch(() => undefined)
		return turn
	}
}

function bounded({ memory, milliseconds }: ConversionLimits): string[] {
	if (spawnSync('prlimit', ['--version']).status !== 0) return []
	const seconds = Math.ceil(milliseconds / 1000)
	return ['prlimit', `--as=${memory}`, `--cpu=${seconds}`, `--fsize=${4 * FILE_SIZE_LIMIT}`]
}

async function convert(
	bytes: Uint8Array,
	format: ConvertedFormat,
	command: readonly string[],
	limits: ConversionLimits,
): Promise<Result<Uint8Array, { readonly code: 'conversion-failed' }>> {
	const folder = await mkdtemp(join(tmpdir(), 'yiqian-convert-'))
	try {
		// Word 97 is what a .wps file holds; by its own suffix LibreOffice takes it for a file of Works.
		const source = join(folder, `draft${format === '.wps' ? '.doc' : format}`)
		await writeFile(source, bytes)
		const ended = await run(
			[
				...command,
				`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
				...['--headless', '--norestore', '--nolockcheck', '--convert-to', 'docx:MS Word 2007 XML'],
				...['--outdir', join(folder, 'out'), source],
			],
			folder,
			limits.milliseconds,
		)
		return ended ? await takeWritten(join(folder, 'out')) : refuse({ code: 'conversion-failed' })
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 3 })
	}
}

/** Whether the program ended well and in time. */
function run(command: readonly string[], folder: string, milliseconds: number): Promise<boolean> {
	const [program = '', ...args] = command
	const child = spawn(program, args, {
		cwd: folder,
		// Nothing of the server's environment: it holds keys and addresses.
		env: {
			NODE_ENV: 'production',
			PATH: process.env['PATH'] ?? '',
			HOME: folder,
			TMPDIR: folder,
			LANG: 'C.UTF-8',
		},
		stdio: 'ignore',
		detached: true,
	})
	return new Promise((resolve) => {
		const killed = setTimeout(() => killGroup(child.pid), milliseconds)
		child.on('error', () => {
			clearTimeout(killed)
			resolve(false)
		})
		child.on('exit', (status) => {
			clearTimeout(killed)
			killGroup(child.pid)
			resolve(status === 0)
		})
	})
}

/** Ends the office program with all that it started; what has ended already is no matter. */
function killGroup(pid: number | undefined): void {
	try {
		if (pid !== undefined) process.kill(-pid, 'SIGKILL')
	} catch {
		// Nothing of it is left.
	}
}

async function takeWritten(
	folder: string,
): Promise<Result<Uint8Array, { readonly code: 'conversion-failed' }>> {
	const names = await readdir(folder).catch(() => [])
	const [name, ...others] = names.filter((each) => each.endsWith('.docx'))
	if (name === undefined || others.length > 0) return refuse({ code: 'conversion-failed' })
	const file = join(folder, name)
	if ((await stat(file)).size > FILE_SIZE_LIMIT) return refuse({ code: 'conversion-failed' })
	return accept(await readFile(file))
}

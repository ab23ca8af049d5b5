import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

type Pinned = {
	readonly dependencies: Readonly<Record<string, string>>
	readonly devDependencies: Readonly<Record<string, string>>
}

/**
 * A former commit of the product in a checkout of its own, ready to be started, so that the two stand beside each other
 * in one run. It is kept from one bench to the next.
 */
export function openFormerCheckout(commit: string): string {
	const folder = resolve('.cache', `bench-${commit}`)
	if (!existsSync(folder)) run('git', ['worktree', 'add', '--detach', folder, commit])
	if (!existsSync(join(folder, 'node_modules'))) {
		if (hasAll(folder)) symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
		else run('npm', ['ci', '--no-audit', '--no-fund'], folder)
	}
	run('npx', ['tsx', 'scripts/generate-clients.ts'], folder)
	return folder
}

/** Whether our own packages are those that the former commit pins, in the same versions. */
function hasAll(folder: string): boolean {
	const { dependencies, devDependencies } = JSON.parse(
		readFileSync(join(folder, 'package.json'), 'utf8'),
	) as Pinned
	return Object.entries({ ...dependencies, ...devDependencies })
		.filter(([name]) => !name.startsWith('@types/'))
		.every(([name, version]) => {
			const file = join('node_modules', name, 'package.json')
			if (!existsSync(file)) return false
			return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version
		})
}

function run(command: string, words: readonly string[], cwd = process.cwd()): void {
	// better-sqlite3 is compiled against the headers of the Node in use: none are fetched.
	const env = { ...process.env, npm_config_nodedir: dirname(dirname(process.execPath)) }
	const { status, stderr } = spawnSync(command, words, { cwd, env, encoding: 'utf8' })
	if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed:\n${stderr}`)
}

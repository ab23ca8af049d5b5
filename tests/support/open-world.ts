import BetterSqlite3 from 'better-sqlite3'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openTestShell, type TestShell } from './open-test-shell.ts'
import { openRouteWorld, type RouteWorld } from './route-world.ts'

type World = { readonly shell: TestShell; readonly world: RouteWorld }

/**
 * A shell with the whole world in it. Its acts take longer than most tests that ask in it, so it is acted out once in a run
 * on SQLite and copied from then on: the database, the files and the keys.
 */
export async function openWorld(): Promise<World> {
	if (inject('postgresql') !== '') return actOut()
	const kept = join(inject('templates'), 'world')
	if (!existsSync(kept)) return keep(await actOut(), kept)
	const { now, world }: { now: string; world: RouteWorld } = JSON.parse(
		readFileSync(join(kept, 'world.json'), 'utf8'),
	)
	return { shell: await openTestShell(new Date(now), undefined, kept), world }
}

async function actOut(): Promise<World> {
	const shell = await openTestShell()
	return { shell, world: await openRouteWorld(shell) }
}

/** Whoever comes second, while the first is still at it, keeps nothing: a folder is there whole or not at all. */
function keep({ shell, world }: World, kept: string): World {
	const draft = mkdtempSync(`${kept}-`)
	cpSync(shell.directory, join(draft, 'files'), { recursive: true })
	const database = new BetterSqlite3(shell.url.slice('file:'.length), { readonly: true })
	database.prepare('VACUUM INTO ?').run(join(draft, 'yiqian.db'))
	database.close()
	writeFileSync(join(draft, 'world.json'), JSON.stringify({ now: shell.now(), world }))
	if (!existsSync(kept)) renameSync(draft, kept)
	return { shell, world }
}

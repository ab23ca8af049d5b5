import BetterSqlite3 from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A first start with the demo takes about a minute on a slow machine. */
const PATIENCE_MS = 180_000

/**
 * Lets one start at a time make what a data folder lacks: tables, keys, reference data, the first link. Two at once would
 * each make a key of their own, and one of them would sign with what nobody keeps. The lock is that of a database file,
 * which the system gives up with the process, however that ends.
 *
 * @returns what lets the next start in
 */
export function holdStart(dataDirectory: string): () => void {
	mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
	const lock = new BetterSqlite3(join(dataDirectory, 'start.lock'), { timeout: PATIENCE_MS })
	try {
		lock.exec('BEGIN EXCLUSIVE')
	} catch (error) {
		lock.close()
		throw error
	}
	return () => lock.close()
}

/**
 * The thread that reads beside the one that answers pages: `open-long-reads.server.ts` starts it. It runs statements on a
 * SQLite connection of its own that can only read, verifies a trail, or makes the roots of parts of a list, one after the other.
 */
import { createPublicKey } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type BetterSqlite3 from 'better-sqlite3'
import { type SqlValue, openSqliteReader, readSnapshot } from '#app/db/read-snapshot.server.ts'
import { readRangeRoots } from '#app/db/read-range-roots.server.ts'
import { verifyClearance } from '#app/domain/audit-chain/clearance-signature.ts'
import { rowVerifier } from '#app/domain/audit-chain/signed-row.ts'
import type { LeafRange } from '#app/domain/checkpoint/merkle-tree.ts'
import type { HouseKeys } from './house-keys.ts'
import { verifyStreams } from './verify-streams.server.ts'

/** What is asked of the thread. */
export type Asked =
	| { readonly sql: string; readonly values: readonly SqlValue[] }
	| { readonly jurisdictionId: string; readonly keys: HouseKeys }
	| { readonly jurisdictionId: string; readonly size: number; readonly ranges: readonly LeafRange[] }

export type ToThread = { readonly id: number; readonly asked: Asked }

/** What it answers: the value, or what went wrong. */
export type FromThread = { readonly id: number } & (
	| { readonly value: unknown }
	| { readonly failure: string }
)

const port = parentPort
if (!port) throw new Error('this file is run as a thread')
const { url }: { readonly url: string } = workerData

let opened: BetterSqlite3.Database | null = null

port.on('message', ({ id, asked }: ToThread) => {
	answer(asked)
		.then((value) => port.postMessage({ id, value } satisfies FromThread))
		.catch((error: unknown) => port.postMessage({ id, failure: String(error) } satisfies FromThread))
})

async function answer(asked: Asked): Promise<unknown> {
	if ('sql' in asked) {
		opened ??= openSqliteReader(url.slice('file:'.length))
		return opened.prepare(asked.sql).all(...asked.values)
	}
	if ('ranges' in asked) {
		const { jurisdictionId, size, ranges } = asked
		return readSnapshot(url, (snapshot) => readRangeRoots(snapshot, jurisdictionId, size, ranges))
	}
	const { jurisdictionId, keys } = asked
	const publicKey = createPublicKey(keys.clearances)
	return readSnapshot(url, (snapshot) =>
		verifyStreams(
			snapshot,
			(clearance, signature) => verifyClearance(clearance, signature, publicKey),
			jurisdictionId,
			keys.checkpoints,
			rowVerifier(publicKey),
		),
	)
}

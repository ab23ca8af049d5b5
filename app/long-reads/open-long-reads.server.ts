import { Worker } from 'node:worker_threads'
import { Prisma } from '#app/db/generated/sqlite/client.ts'
import { type Database, type Tx, engineOf, knownAs, urlOf } from '#app/db/open-database.server.ts'
import type { SqlValue } from '#app/db/read-snapshot.server.ts'
import type { Hash, LeafRange } from '#app/domain/checkpoint/merkle-tree.ts'
import { type HouseKeys, plainKeys } from './house-keys.ts'
import type { TrailReport } from './trail-report.ts'
import type { Asked, FromThread, ToThread } from './read-thread.ts'

/** Readings that may take long: they run beside the thread that answers pages, and keep nobody waiting but who asks. */
export type LongReads = {
	/**
	 * The database for statements that may read much. On SQLite they run in a thread of their own, on PostgreSQL in its
	 * server as ever. What they give back are texts and numbers: `findTrees` makes of them what it always does.
	 */
	readonly db: Pick<Tx, '$queryRaw'>
	/** Verifies a jurisdiction's trail; who asks while it is being verified gets the same report. */
	readonly verifyTrail: (jurisdictionId: string) => Promise<TrailReport>
	/** The roots of parts of a list's first leaves, in the order in which they are asked for: what proofs are made of. */
	readonly rangeRoots: (
		jurisdictionId: string,
		size: number,
		ranges: readonly LeafRange[],
	) => Promise<readonly Hash[]>
	/** Ends the threads; what is under way fails. */
	readonly close: () => Promise<void>
}

/** Opens the readings; each thread is started when there is work for it. */
export function openLongReads(db: Database, keys: HouseKeys): LongReads {
	const url = urlOf(db)
	const statements = openThread(url)
	const verifications = openThread(url)
	const underWay = new Map<string, Promise<TrailReport>>()
	return {
		db: engineOf(db) === 'sqlite' ? knownAs({ $queryRaw: queryIn(statements) }, db) : db,
		verifyTrail: (jurisdictionId) => {
			const present = underWay.get(jurisdictionId)
			if (present) return present
			const work = verifications
				.ask<TrailReport>({ jurisdictionId, keys: plainKeys(keys) })
				.finally(() => underWay.delete(jurisdictionId))
			underWay.set(jurisdictionId, work)
			return work
		},
		rangeRoots: (jurisdictionId, size, ranges) => verifications.ask({ jurisdictionId, size, ranges }),
		close: async () => {
			await Promise.all([statements.close(), verifications.close()])
		},
	}
}

/** Prisma's way of asking, for statements that a thread runs. */
function queryIn(thread: Thread): Tx['$queryRaw'] {
	const query = (asked: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
		const { sql, values: given } = 'sql' in asked ? asked : Prisma.sql(asked, ...values)
		return thread.ask<unknown>({ sql, values: given.map(asStored) })
	}
	// Prisma's promise knows more than to be waited for; nobody here asks it.
	return query as Tx['$queryRaw']
}

function asStored(value: unknown): SqlValue {
	if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
	// Prisma's statements hold nothing else than what its columns take.
	return typeof value === 'boolean' ? Number(value) : (value as SqlValue)
}

type Thread = { readonly ask: <Answer>(asked: Asked) => Promise<Answer>; readonly close: () => Promise<void> }

type Waiting = { readonly settle: (value: never) => void; readonly fail: (error: Error) => void }

const ENTRY = new URL('./start-thread.mjs', import.meta.url)

/** The most memory that reading may take: what wants more fails alone and leaves the process as it is. */
const MEMORY_MB = 512

/** A thread that had nothing to do for this long is ended, and its memory given back. */
const IDLE_MS = 60_000

/** A thread that answers one thing after the other; one that has ended is started anew with the next question. */
function openThread(url: string): Thread {
	const waiting = new Map<number, Waiting>()
	let worker: Worker | null = null
	let idle: NodeJS.Timeout | undefined
	let asked = 0

	const rest = () => {
		worker?.unref()
		idle = setTimeout(() => {
			const resting = worker
			worker = null
			void resting?.terminate()
		}, IDLE_MS).unref()
	}
	const end = (ended: Worker, error: Error) => {
		if (worker !== ended) return
		worker = null
		for (const { fail } of waiting.values()) fail(error)
		waiting.clear()
	}
	const start = (): Worker => {
		const started = new Worker(ENTRY, {
			// What the process was started with is not the thread's: a test runner's or a profiler's flags would stop it.
			execArgv: [],
			workerData: { url },
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
		})
		started.on('message', (message: FromThread) => {
			const one = waiting.get(message.id)
			waiting.delete(message.id)
			if (waiting.size === 0) rest()
			if ('failure' in message) one?.fail(new Error(message.failure))
			// Who asked knows what its own question gives.
			else one?.settle(message.value as never)
		})
		started.on('error', (error) => end(started, error))
		started.on('exit', () => end(started, new Error('the thread that reads was ended')))
		return started
	}
	return {
		ask: (question) =>
			new Promise((settle, fail) => {
				clearTimeout(idle)
				worker ??= start()
				// While it works, the process waits for it; idle, it keeps nobody from stopping.
				worker.ref()
				asked += 1
				waiting.set(asked, { settle, fail })
				worker.postMessage({ id: asked, asked: question } satisfies ToThread)
			}),
		close: async () => {
			clearTimeout(idle)
			await worker?.terminate()
		},
	}
}

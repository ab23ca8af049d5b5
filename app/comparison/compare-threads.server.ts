import { Worker } from 'node:worker_threads'
import type { Redline, RedlineBlock } from '#app/domain/redline/redline.ts'
import type { FromThread, ToThread } from './compare-thread.ts'
import type { ComparerBounds, ComparisonAsked, PaperAsked } from './comparison-asked.ts'

/** Threads that compare, and write papers of comparisons, beside the one that answers pages. */
export type CompareThreads = {
	readonly compare: (asked: ComparisonAsked, size: number) => Promise<Redline>
	readonly write: (paper: PaperAsked, size: number) => Promise<Uint8Array>
	readonly writeSealed: (content: string) => Promise<Uint8Array>
	readonly close: () => Promise<void>
}

type Job = {
	readonly order: ToThread
	/** How long the thread may take before it is ended, in milliseconds. */
	readonly patience: number | null
	readonly size: number
	/** Takes in what the thread sends, and says whether more is to come. */
	readonly take: (message: FromThread) => boolean
	readonly fail: (error: Error) => void
}

type Thread = { readonly worker: Worker; job: Job | null; idle: NodeJS.Timeout | null }

const ENTRY = new URL('./start-thread.mjs', import.meta.url)

/** The most memory that one comparison or paper may take; one that wants more fails alone and leaves the process as it is. */
const MEMORY_MB = 1024

/** The most time that writing into somebody's own file may take. */
const FILES_MS = 90_000

/** A thread that had nothing to do for this long is ended, and its memory given back. */
const IDLE_MS = 60_000

/** The threads, and what waits for one. */
type Pool = { readonly enqueue: (job: Job) => void; readonly close: () => Promise<void> }

/**
 * Opens the threads; each is started when there is work for it. Of what waits, the smallest pair comes first, and one
 * thread never takes a large one: whoever has a large pair compared or written does not make others wait for theirs.
 */
export function openCompareThreads(bounds: ComparerBounds): CompareThreads {
	const { enqueue, close } = openPool(bounds)

	const bytesOf = (order: ToThread, patience: number | null, size: number) =>
		new Promise<Uint8Array>((settle, fail) => {
			const take = (message: FromThread) => {
				if ('bytes' in message) settle(message.bytes)
				return false
			}
			enqueue({ order, patience, size, take, fail })
		})

	return {
		compare: (asked, size) =>
			new Promise((settle, fail) => {
				const blocks: RedlineBlock[] = []
				const take = (message: FromThread) => {
					if ('blocks' in message) for (const block of message.blocks) blocks.push(block)
					if ('rest' in message) settle({ ...message.rest, blocks })
					return 'blocks' in message
				}
				enqueue({ order: { asked }, patience: null, size, take, fail })
			}),
		write: (paper, size) => bytesOf({ paper }, paper.facts.files === null ? null : FILES_MS, size),
		writeSealed: (content) => bytesOf({ sealed: content }, null, content.length),
		close,
	}
}

function openPool({ threads: limit, large }: ComparerBounds): Pool {
	const threads = new Set<Thread>()
	const waiting: Job[] = []

	const isLarge = (job: Job) => limit > 1 && job.size > large

	/** The next job that may start now, or null. */
	const takeNext = (): Job | null => {
		const busyWithLarge = [...threads].filter(({ job }) => job && isLarge(job)).length
		const at = waiting.findIndex((job) => !isLarge(job) || busyWithLarge < limit - 1)
		return at < 0 ? null : (waiting.splice(at, 1)[0] ?? null)
	}

	const startWaiting = () => {
		const idle = [...threads].find(({ job }) => job === null)
		if (!idle && threads.size >= limit) return
		const job = takeNext()
		if (!job) return
		work(idle ?? addThread(), job, startWaiting)
		startWaiting()
	}

	const addThread = (): Thread => {
		const thread = startThread()
		threads.add(thread)
		// A thread that ends by itself takes its work with it; the next one gets a new thread.
		const end = (error: Error) => {
			threads.delete(thread)
			thread.job?.fail(error)
			startWaiting()
		}
		thread.worker.on('error', end)
		thread.worker.on('exit', () => end(new Error('the thread at work was ended')))
		return thread
	}

	return {
		enqueue: (job) => {
			const at = waiting.findIndex(({ size }) => size > job.size)
			waiting.splice(at < 0 ? waiting.length : at, 0, job)
			startWaiting()
		},
		close: async () => {
			const ended = new Error('the comparer was closed')
			for (const job of waiting.splice(0)) job.fail(ended)
			await Promise.all([...threads].map(({ worker }) => worker.terminate()))
		},
	}
}

function startThread(): Thread {
	const worker = new Worker(ENTRY, {
		// What the process was started with is not the thread's: a test runner's or a profiler's flags would stop it.
		execArgv: [],
		resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
	})
	worker.unref()
	return { worker, job: null, idle: null }
}

/** Gives a thread its job, takes in what it sends, and says when it is idle again. */
function work(thread: Thread, job: Job, whenIdle: () => void): void {
	if (thread.idle) clearTimeout(thread.idle)
	thread.job = job
	const limit =
		job.patience === null ? null : setTimeout(() => void thread.worker.terminate(), job.patience).unref()
	// While it works, the process waits for it; idle, it keeps nobody from stopping.
	thread.worker.ref()
	const rest = () => {
		if (limit !== null) clearTimeout(limit)
		thread.worker.off('message', take)
		thread.worker.unref()
		thread.job = null
		thread.idle = setTimeout(() => void thread.worker.terminate(), IDLE_MS).unref()
		whenIdle()
	}
	const take = (message: FromThread) => {
		if (job.take(message)) {
			// Between two pieces whatever else waits has its turn.
			setImmediate(() => thread.worker.postMessage('more' satisfies ToThread))
			return
		}
		rest()
		if ('failure' in message) job.fail(new Error(message.failure))
	}
	thread.worker.on('message', take)
	thread.worker.postMessage(job.order)
}

import { Worker } from 'node:worker_threads'
import type { Redline, RedlineBlock } from '#app/domain/redline/redline.ts'
import type { FromThread, ToThread } from './compare-thread.ts'
import type { ComparerBounds, ComparisonAsked } from './comparison-asked.ts'

/** Threads that compare beside the one that answers pages. */
export type CompareThreads = {
	readonly compare: (asked: ComparisonAsked, size: number) => Promise<Redline>
	readonly close: () => Promise<void>
}

type Job = {
	readonly asked: ComparisonAsked
	readonly size: number
	readonly settle: (redline: Redline) => void
	readonly fail: (error: Error) => void
}

type Thread = { readonly worker: Worker; job: Job | null; idle: NodeJS.Timeout | null }

const ENTRY = new URL('./start-thread.mjs', import.meta.url)

/** The most memory that one comparison may take; one that wants more fails alone and leaves the process as it is. */
const MEMORY_MB = 1024

/** A thread that had nothing to do for this long is ended, and its memory given back. */
const IDLE_MS = 60_000

/**
 * Opens the threads; each is started when there is work for it. Of what waits, the smallest pair comes first, and one
 * thread never takes a large one: whoever has a large pair compared does not make others wait for theirs.
 */
export function openCompareThreads({ threads: limit, large }: ComparerBounds): CompareThreads {
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
		run(idle ?? startThread(), job)
		startWaiting()
	}

	const startThread = (): Thread => {
		const worker = new Worker(ENTRY, {
			// What the process was started with is not the thread's: a test runner's or a profiler's flags would stop it.
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
		})
		worker.unref()
		const thread: Thread = { worker, job: null, idle: null }
		threads.add(thread)
		// A thread that ends by itself takes its comparison with it; the next one gets a new thread.
		const end = (error: Error) => {
			threads.delete(thread)
			thread.job?.fail(error)
			startWaiting()
		}
		worker.on('error', end)
		worker.on('exit', () => end(new Error('the thread that compared was ended')))
		return thread
	}

	const run = (thread: Thread, job: Job) => {
		const blocks: RedlineBlock[] = []
		if (thread.idle) clearTimeout(thread.idle)
		thread.job = job
		// While it works, the process waits for it; idle, it keeps nobody from stopping.
		thread.worker.ref()
		const rest = () => {
			thread.worker.off('message', take)
			thread.worker.unref()
			thread.job = null
			thread.idle = setTimeout(() => void thread.worker.terminate(), IDLE_MS).unref()
			startWaiting()
		}
		const take = (message: FromThread) => {
			if ('blocks' in message) {
				for (const block of message.blocks) blocks.push(block)
				// Between two pieces whatever else waits has its turn.
				setImmediate(() => thread.worker.postMessage('more' satisfies ToThread))
				return
			}
			rest()
			if ('rest' in message) job.settle({ ...message.rest, blocks })
			else job.fail(new Error(message.failure))
		}
		thread.worker.on('message', take)
		thread.worker.postMessage({ asked: job.asked } satisfies ToThread)
	}

	return {
		compare: (asked, size) =>
			new Promise((settle, fail) => {
				const at = waiting.findIndex((job) => job.size > size)
				waiting.splice(at < 0 ? waiting.length : at, 0, { asked, size, settle, fail })
				startWaiting()
			}),
		close: async () => {
			const ended = new Error('the comparer was closed')
			for (const job of waiting.splice(0)) job.fail(ended)
			await Promise.all([...threads].map(({ worker }) => worker.terminate()))
		},
	}
}

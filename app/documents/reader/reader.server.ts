import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { refuse, type Result } from '#app/domain/result.ts'
import type { DraftRefused } from '../draft-reading.ts'
import type { Precheck } from '#app/domain/precheck/rules/run-precheck.ts'
import type { FileAsked, FileRead } from './read-file.ts'
import type { PrecheckAsked } from './precheck-reading.ts'

/** Reads files for all pages of the process. */
export type Reader = {
	readonly read: (asked: FileAsked) => Promise<Result<FileRead, DraftRefused>>
	/** Reads what a draft was read as by the rules of the pre-check; null where that costs more than it may. */
	readonly precheck: (asked: PrecheckAsked) => Promise<Precheck | null>
	/** Ends the threads; what is under way fails. */
	readonly close: () => Promise<void>
}

/** What one file may cost, and how many are read at the same time. */
export type ReaderBounds = {
	readonly threads: number
	readonly milliseconds: number
	readonly megabytes: number
}

const BOUNDS: ReaderBounds = { threads: 2, milliseconds: 60_000, megabytes: 1024 }

/** A thread that had nothing to do for this long is ended, and its memory given back. */
const IDLE_MS = 60_000

const ENTRY = fileURLToPath(new URL('./start-reading.mjs', import.meta.url))

/**
 * Opens the reader: files are read in threads beside the one that answers pages, each within its time and memory. A file
 * that wants more is refused by name; its thread is ended, and everybody else goes on.
 */
export function openReader({ threads, milliseconds, megabytes }: ReaderBounds = BOUNDS): Reader {
	let opened: Piscina | null = null
	const pool = () =>
		(opened ??= new Piscina({
			filename: ENTRY,
			// What the process was started with is not the thread's: a test runner's or a profiler's flags would stop it.
			execArgv: [],
			minThreads: 0,
			maxThreads: threads,
			idleTimeout: IDLE_MS,
			resourceLimits: { maxOldGenerationSizeMb: megabytes },
		}))
	return {
		read: async (asked) => {
			const signal = AbortSignal.timeout(milliseconds)
			try {
				const read: Result<FileRead, DraftRefused> = await pool().run(asked, { signal })
				return read
			} catch (error) {
				if (signal.aborted || isOutOfMemory(error)) return refuse({ code: 'too-costly' })
				throw error
			}
		},
		precheck: async (asked) => {
			const signal = AbortSignal.timeout(milliseconds)
			try {
				const made: Precheck = await pool().run(asked, { signal, name: 'precheck' })
				return made
			} catch (error) {
				if (signal.aborted || isOutOfMemory(error)) return null
				throw error
			}
		},
		close: async () => opened?.destroy(),
	}
}

function isOutOfMemory(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

import { indexWhatIsDue } from '#app/services/search/index-what-is-due.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What was written is found so many milliseconds later at most, beside the time that indexing takes. */
const EVERY_MS = 2_000

/**
 * Keeps the index of the search current as long as the process runs. What fails is logged and tried again: the list of
 * what is due stands in the database. Returns what stops it; it resolves when work under way has ended.
 */
export function keepSearchCurrent(shell: Shell): () => Promise<void> {
	let isStopped = false
	let timer: NodeJS.Timeout | undefined
	let running = work()
	async function work(): Promise<void> {
		try {
			await indexWhatIsDue(shell, () => isStopped)
		} catch (error) {
			shell.log.error({ error: String(error) }, 'the index of the search could not be brought up to date')
		}
		if (isStopped) return
		timer = setTimeout(() => {
			running = work()
		}, EVERY_MS)
		timer.unref()
	}
	return async () => {
		isStopped = true
		clearTimeout(timer)
		await running
	}
}

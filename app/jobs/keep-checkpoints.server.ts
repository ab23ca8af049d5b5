import { depositCheckpoints } from '#app/services/checkpoint/deposit-checkpoints.server.ts'
import { findBehind } from '#app/services/checkpoint/find-behind.server.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

const HOUR_MS = 3_600_000
/** What failed is tried again so soon. */
const RETRY_MS = 60_000
/** A place that does not answer holds the end of the process no longer. */
const LAST_MS = 1_500
/** The process ends all the same: its threads are closed under a checkpoint that takes longer. */
const LAST_WORDS = 'the last checkpoint was not made before the end; the next start makes it'
/** Acts that come together share a checkpoint. */
const GATHER_MS = 1_000

/**
 * Makes checkpoints at the start, after every clearance, fixed agenda and outcome, every hour, and at the end, and lays them
 * down; what fails is logged and tried again. Returns what stops it: it makes the last one and lays it down.
 */
export function keepCheckpoints(shell: Shell): () => Promise<void> {
	let timer: NodeJS.Timeout | undefined
	let isStopped = false
	let running: Promise<void> = Promise.resolve()
	const plan = (wait: number) => {
		clearTimeout(timer)
		if (isStopped) return
		timer = setTimeout(run, wait)
		timer.unref()
	}
	const run = () => {
		running = running.then(async () => {
			const isDone = await makeAndDeposit(shell)
			plan(isDone ? HOUR_MS : RETRY_MS)
		})
	}
	shell.checkpoints.onWake = () => plan(GATHER_MS)
	run()
	return async () => {
		shell.checkpoints.onWake = null
		isStopped = true
		clearTimeout(timer)
		const last = running.then(() => makeAndDeposit(shell, LAST_WORDS))
		await Promise.race([last, new Promise((resolve) => setTimeout(resolve, LAST_MS).unref())])
	}
}

/** Of every jurisdiction; whether all was done. What fails is logged, as an error or, in the words of an ending, a warning. */
export async function makeAndDeposit(shell: Shell, ending?: string): Promise<boolean> {
	try {
		for (const { id } of await shell.db.jurisdiction.findMany({ select: { id: true } })) {
			const behind = await findBehind(shell, id)
			if (behind)
				shell.log.error({ ...behind, jurisdiction: id }, 'a deposit knows another list than this database')
			await makeCheckpoint(shell, id)
			await depositCheckpoints(shell, id)
		}
		return shell.checkpoints.failures.size === 0
	} catch (error) {
		if (ending) shell.log.warn({ error: String(error) }, ending)
		else shell.log.error({ error: String(error) }, 'a checkpoint could not be made')
		return false
	}
}

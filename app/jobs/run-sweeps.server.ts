import type { Shell } from '#app/services/shell.server.ts'
import { sweepExpiredClearances } from '#app/services/clearance/sweep-expired-clearances.server.ts'
import { sweepDigests } from '#app/services/reminders/sweep-digests.server.ts'
import { sweepReminders } from '#app/services/reminders/sweep-reminders.server.ts'
import { sweepSittings } from '#app/services/redline/end-sitting.server.ts'

const HOUR_MS = 3_600_000

/**
 * Runs the sweeps at once and then every hour. A sweep that fails is logged and tried again with the next hour: it
 * only records what the clock has decided. Returns what stops them; it resolves when a running sweep has ended.
 */
export function runSweeps(shell: Shell): () => Promise<void> {
	let running = sweep(shell)
	const timer = setInterval(() => {
		running = running.then(() => sweep(shell))
	}, HOUR_MS)
	timer.unref()
	return async () => {
		clearInterval(timer)
		await running
	}
}

async function sweep(shell: Shell): Promise<void> {
	await sweepReadings(shell)
	try {
		const expired = await sweepExpiredClearances(shell)
		if (expired > 0) shell.log.info({ expired }, 'recorded clearances that ran out')
	} catch (error) {
		shell.log.error({ error: String(error) }, 'the sweep of expired clearances failed')
	}
	await remind(shell)
}

async function remind(shell: Shell): Promise<void> {
	try {
		const periods = await sweepReminders(shell)
		const leads = await sweepDigests(shell)
		if (periods + leads > 0) shell.log.info({ periods, leads }, 'reminded of periods')
	} catch (error) {
		shell.log.error({ error: String(error) }, 'the sweep of reminders failed')
	}
}

async function sweepReadings(shell: Shell): Promise<void> {
	try {
		const ended = await sweepSittings(shell)
		if (ended > 0) shell.log.info({ ended }, 'entered what readers had seen')
	} catch (error) {
		shell.log.error({ error: String(error) }, 'the sweep of sittings failed')
	}
}

import type { Shell } from '#app/services/shell.server.ts'
import { sweepExpiredClearances } from '#app/services/clearance/sweep-expired-clearances.server.ts'
import { sweepVisitorTries } from '#app/services/consultation/visitor-tries.server.ts'
import { recountPeriods } from '#app/services/reminders/recount-periods.server.ts'
import { sweepDigests } from '#app/services/reminders/sweep-digests.server.ts'
import { sweepFollowUps } from '#app/services/reminders/sweep-follow-ups.server.ts'
import { sweepReminders } from '#app/services/reminders/sweep-reminders.server.ts'
import { sweepTrail } from '#app/services/trail/sweep-trail.server.ts'
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
	await attempt(shell, 'sittings', 'entered what readers had seen', async () => ({
		ended: await sweepSittings(shell),
	}))
	await attempt(shell, 'expired clearances', 'recorded clearances that ran out', async () => ({
		expired: await sweepExpiredClearances(shell),
	}))
	await attempt(shell, 'visitors', 'forgot how often visitors had tried', async () => ({
		tries: await sweepVisitorTries(shell),
	}))
	// Before the reminders: they are of the day that is certain now.
	await attempt(shell, 'provisional periods', 'counted periods again', async () => ({
		recounted: await recountPeriods(shell),
	}))
	await attempt(shell, 'reminders', 'reminded of periods', async () => ({
		periods: await sweepReminders(shell),
		tasks: await sweepFollowUps(shell),
		leads: await sweepDigests(shell),
	}))
	// The longest comes last: no reminder waits for it.
	await attempt(shell, 'trail', 'found what does not answer to the trail', async () => ({
		bent: await sweepTrail(shell),
	}))
}

/** One sweep: what it did is logged where it did something, and why it failed. */
async function attempt(
	{ log }: Shell,
	subject: string,
	done: string,
	run: () => Promise<Readonly<Record<string, number>>>,
): Promise<void> {
	try {
		const counts = await run()
		if (Object.values(counts).some((count) => count > 0)) log.info(counts, done)
	} catch (error) {
		log.error({ error: String(error) }, `the sweep of ${subject} failed`)
	}
}

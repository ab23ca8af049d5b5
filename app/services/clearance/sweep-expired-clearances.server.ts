import { matterStateOf } from '#app/db/code-columns.server.ts'
import { appendAudit } from '#app/db/append-audit.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import { loadTold } from '#app/db/load-told.server.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import { rulesDay } from '#app/domain/matter-record/rules-day.ts'
import { factsOf } from '#app/domain/matter-record/workflow-facts.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { RECORDS } from '#app/domain/act/records.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { transitionMatter } from '#app/domain/review-workflow/transition-matter.ts'
import type { Consequence } from '#app/services/command/command-on-matter.server.ts'
import { openNotes } from '#app/services/command/act-notes.server.ts'
import { type DeadlineWork, endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { isAlteredInSweep } from '#app/services/sweeps/altered-in-sweep.server.ts'
import { endLiveClearance } from './end-clearance.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * [29] Records that clearances have run out, each in a transaction of its own, in nobody's name. The sweep only
 * writes down what the clock has decided already: gate and agenda compute expiry themselves, so a late sweep lets
 * nothing through. Returns how many it recorded.
 */
export async function sweepExpiredClearances(shell: Shell): Promise<number> {
	const expired = await shell.db.clearanceLive.findMany({
		where: { clearance: { expiresAt: { lte: shell.now() } } },
		select: { jurisdictionId: true, matterId: true },
	})
	let recorded = 0
	const failures: unknown[] = []
	for (const { jurisdictionId, matterId } of expired)
		try {
			if (await inTransaction(shell.db, (tx) => recordExpiry(shell, tx, jurisdictionId, matterId)))
				recorded += 1
		} catch (error) {
			// One matter that cannot be written keeps no other from being recorded.
			failures.push(error)
		}
	if (failures.length > 0) throw new AggregateError(failures, `${failures.length} expiries were not recorded`)
	return recorded
}

async function recordExpiry(
	shell: Shell,
	tx: Tx,
	jurisdictionId: string,
	matterId: string,
): Promise<boolean> {
	await lockRow(tx, 'matter', { jurisdiction_id: jurisdictionId, id: matterId })
	const at = shell.now()
	const matter = await loadMatter(tx, jurisdictionId, matterId)
	const clearance = matter?.clearances.find((each) => each.id === matter.live?.clearanceId)
	// Somebody may have acted between the look and the lock.
	if (!matter || !clearance?.expiresAt || clearance.expiresAt.getTime() > at.getTime()) return false
	if (await isAlteredInSweep(shell, tx, matter)) return false
	const today = plainDateIn(at)
	const reference = await loadReference(tx, today, rulesDay(matter, today))
	const stored = { state: matterStateOf(matter.state), facts: factsOf(matter, reference) }
	const moved = transitionMatter(stored, { type: 'clearance.expired' })
	if (!moved.ok) throw new Error(`a matter with a live clearance is ${matter.state}`)
	const told = await loadTold(tx, matter, RECORDS['clearance.expired'].told)
	const { given, noted } = openNotes<Prisma.MatterUncheckedUpdateInput, Consequence, never>()
	const work = { shell, tx, at, today, matter, reference, ...given }
	await endLiveClearance(work, 'clearance.expired', 'expired')
	await startNextPeriod(work, moved.value)
	await writeMatter(tx, matter, moved.value, at, noted().columns)
	await writeTrail(tx, matter, moved.value, at, noted().consequences)
	await tell(shell, tx, matter, at, told)
	return true
}

async function startNextPeriod(work: DeadlineWork, next: MatterState): Promise<void> {
	if (next === 'decided') return
	const periods = periodsFor(tracksOf(work.matter), work.reference.periods)
	await endDeadlines(work)
	if (next === 'recheck') await startDeadline(work, 'recheck', periods.recheck)
	else await startDeadline(work, 'review', periods.review)
}

/** What was referred stays decided, and has waited for its ruling since the meeting. */
async function writeMatter(
	tx: Tx,
	{ jurisdictionId, id, state: before }: MatterRecord,
	state: MatterState,
	at: Date,
	columns: Prisma.MatterUncheckedUpdateInput,
): Promise<void> {
	await tx.matter.update({
		where: { jurisdictionId_id: { jurisdictionId, id } },
		data: {
			...(state === before ? {} : { state, stateSince: at }),
			revision: { increment: 1 },
			...columns,
		},
	})
}

/** The first entry is the expiry itself, and moves the matter; what it did to an agenda follows. */
async function writeTrail(
	tx: Tx,
	matter: MatterRecord,
	next: MatterState,
	at: Date,
	entries: readonly Consequence[],
): Promise<void> {
	const sorted = [...entries].sort(
		(a, b) => Number(b.kind === 'clearance.expired') - Number(a.kind === 'clearance.expired'),
	)
	for (const [index, entry] of sorted.entries())
		await appendAudit(tx, {
			stream: `matter/${matter.id}`,
			...entry,
			jurisdictionId: matter.jurisdictionId,
			at,
			actor: null,
			outcome: 'done',
			before: index === 0 ? matter.state : null,
			after: index === 0 ? next : null,
		})
}

async function tell(
	shell: Shell,
	tx: Tx,
	matter: MatterRecord,
	at: Date,
	personIds: readonly string[],
): Promise<void> {
	await tx.notice.createMany({
		data: personIds.map((personId) => ({
			jurisdictionId: matter.jurisdictionId,
			id: shell.newId(),
			personId,
			kind: 'clearance.expired',
			matterId: matter.id,
			detail: '{}',
			createdAt: at,
		})),
	})
}

import { appendAudit } from '#app/db/append-audit.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { loadCalendar, loadReference } from '#app/db/load-reference.server.ts'
import { loadTold } from '#app/db/load-told.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { RECORDS } from '#app/domain/act/records.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { endOtherwise } from '#app/domain/matter-record/period-of-deadline.ts'
import { rulesDay } from '#app/domain/matter-record/rules-day.ts'
import { openNotes } from '#app/services/command/act-notes.server.ts'
import { recountProvisional } from '#app/services/command/deadlines.server.ts'
import { isAlteredInSweep } from '#app/services/sweeps/altered-in-sweep.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { loadRunningPeriods, PERIODS_AT_ONCE, type RunningPeriod } from './load-running-periods.server.ts'

type InMatter = { readonly jurisdictionId: string; readonly matterId: string }

/**
 * Counts the periods again that run into a year whose holidays were not known when they began (暂定) and are known now:
 * once the notice of the State Council is entered, the due day is certain, and often another one. Each matter in a
 * transaction of its own, in nobody's name. Returns of how many matters.
 */
export async function recountPeriods(shell: Shell): Promise<number> {
	const calendar = await loadCalendar(shell.db, plainDateIn(shell.now()))
	let recounted = 0
	const failures: unknown[] = []
	for (let after = ''; ;) {
		const rows = await loadRunningPeriods(shell.db, after, { isProvisional: true })
		for (const matter of mattersToRecount(rows, calendar))
			try {
				if (await inTransaction(shell.db, (tx) => recountMatter(shell, tx, matter))) recounted += 1
			} catch (error) {
				// One matter that cannot be written keeps no other from being counted.
				failures.push(error)
			}
		if (rows.length < PERIODS_AT_ONCE) break
		after = rows.at(-1)?.id ?? ''
	}
	if (failures.length > 0) throw new AggregateError(failures, `${failures.length} matters were not recounted`)
	return recounted
}

/** The matters of those periods that are counted otherwise now; the others are left alone, and not locked. */
function mattersToRecount(rows: readonly RunningPeriod[], calendar: WorkingCalendar): InMatter[] {
	const otherwise = rows.filter((row) => endOtherwise(row, calendar) !== null)
	return [...new Map(otherwise.map((row) => [row.matterId, row])).values()]
}

async function recountMatter(shell: Shell, tx: Tx, { jurisdictionId, matterId }: InMatter): Promise<boolean> {
	await lockRow(tx, 'matter', { jurisdiction_id: jurisdictionId, id: matterId })
	const at = shell.now()
	const today = plainDateIn(at)
	const matter = await loadMatter(tx, jurisdictionId, matterId)
	if (!matter || (await isAlteredInSweep(shell, tx, matter))) return false
	const reference = await loadReference(tx, today, rulesDay(matter, today))
	const { given, noted } = openNotes<Prisma.MatterUncheckedUpdateInput, never, never>()
	const periods = await recountProvisional({ shell, tx, at, today, matter, reference, ...given })
	if (periods.length === 0) return false
	await tx.matter.update({
		where: { jurisdictionId_id: { jurisdictionId, id: matterId } },
		data: noted().columns,
	})
	const entry = { jurisdictionId, stream: `matter/${matterId}`, at, actor: null, outcome: 'done' } as const
	for (const period of periods) await appendAudit(tx, { ...entry, kind: 'period.recounted', detail: period })
	const told = await loadTold(tx, matter, RECORDS['period.recounted'].told)
	await tx.notice.createMany({
		data: told.map((personId) => ({
			...{ jurisdictionId, id: shell.newId(), personId, kind: 'period.recounted' },
			...{ matterId, detail: '{}', createdAt: at },
		})),
	})
	return true
}

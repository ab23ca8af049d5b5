import { countRows } from '#app/db/find-trees.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { loadCalendar } from '#app/db/load-reference.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import { readableMatters } from '#app/db/matter-scopes.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { isWorkingDay } from '#app/domain/calendar/working-calendar.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { isNoted, leaveLines, noteReminder } from './tell-once.server.ts'
import { loadHoldersOf } from './whose-turn.server.ts'

/** No more are counted: the line says that there are so many. */
const MOST = 99

/**
 * Tells each lead of a review body on each working day how many of the matters within their sight are overdue, as long as
 * there is one. Returns how many leads it told.
 */
export async function sweepDigests(shell: Shell): Promise<number> {
	const today = plainDateIn(shell.now())
	if (!isWorkingDay(today, await loadCalendar(shell.db, today))) return 0
	let told = 0
	for (const { id } of await shell.db.jurisdiction.findMany({ select: { id: true } }))
		for (const lead of await loadHoldersOf(shell.db, id, ['review-lead'], today))
			if (await tellLead(shell, lead, today)) told += 1
	return told
}

async function tellLead(shell: Shell, lead: Actor, today: string): Promise<boolean> {
	const { jurisdictionId, personId } = lead
	const digest = { jurisdictionId, stage: 'digest', subjectId: personId, day: today } as const
	if (await isNoted(shell.db, digest)) return false
	const late = { AND: [readableMatters(lead), { dueOn: { lt: today } }] }
	const count = await countRows(shell.db, 'matter', late, MOST)
	if (count === 0) return false
	return inTransaction(shell.db, async (tx) => {
		await lockRow(tx, 'jurisdiction', { id: jurisdictionId })
		if (!(await noteReminder(tx, digest, shell.now()))) return false
		await leaveLines(shell, tx, digest, { personIds: [personId], matterId: null, detail: { count } })
		return true
	})
}

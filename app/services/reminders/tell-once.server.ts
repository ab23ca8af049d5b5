import { findTree } from '#app/db/find-trees.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { ReminderStage } from '#app/domain/calendar/reminder.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What was said, of what, and of which day: there is one of each, whoever says it and however often. */
export type Reminder = {
	readonly jurisdictionId: string
	readonly stage: ReminderStage | 'digest'
	/** The period; of a digest, the lead. */
	readonly subjectId: string
	readonly day: string
}

/**
 * Notes that somebody is reminded, in the transaction that tells them and that has locked what it is about. False where
 * it was noted before, also by another process at this moment; the key of the table lets none through twice.
 */
export async function noteReminder(tx: Tx, reminder: Reminder, at: Date): Promise<boolean> {
	if (await isNoted(tx, reminder)) return false
	await tx.reminder.create({ data: { ...reminder, remindedAt: at } })
	return true
}

/** Whether it was noted already: asked first without a lock, so that an hourly sweep writes nothing where nothing is new. */
export async function isNoted(db: Pick<Tx, '$queryRaw'>, reminder: Reminder): Promise<boolean> {
	return (await findTree(db, 'reminder', { where: reminder, select: { day: true } })) !== null
}

/** Leaves a line on the desk of each. */
export async function leaveLines(
	shell: Shell,
	tx: Tx,
	{ jurisdictionId, stage }: Reminder,
	line: {
		readonly personIds: readonly string[]
		readonly matterId: string | null
		readonly detail: Readonly<Record<string, string | number>>
	},
): Promise<void> {
	await tx.notice.createMany({
		data: line.personIds.map((personId) => ({
			jurisdictionId,
			id: shell.newId(),
			personId,
			kind: `reminder.${stage}`,
			matterId: line.matterId,
			detail: JSON.stringify(line.detail),
			createdAt: shell.now(),
		})),
	})
}

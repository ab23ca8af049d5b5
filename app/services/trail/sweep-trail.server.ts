import { appendAudit } from '#app/db/append-audit.server.ts'
import { findTrees } from '#app/db/find-trees.server.ts'
import { loadHolders } from '#app/db/load-holders.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { isWhole, type TrailReport } from '#app/long-reads/trail-report.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { noteReport } from './note-report.ts'

/** The stream of the house's own verifications, apart from what people do. */
const STREAM = 'trail-watch'

/**
 * Verifies each jurisdiction's trail once a day without anybody asking, enters what was found, and tells the audit
 * administrators where something does not hold. Whoever bends the database and waits is found out all the same.
 * Returns how many jurisdictions have something that does not hold.
 */
export async function sweepTrail(shell: Shell): Promise<number> {
	let bent = 0
	for (const { id } of await shell.db.jurisdiction.findMany({ select: { id: true } })) {
		if (await wasWatchedToday(shell, shell.db, id)) continue
		const report = await shell.longReads.verifyTrail(id)
		if (await enter(shell, id, report)) bent += 1
	}
	return bent
}

async function wasWatchedToday(
	shell: Shell,
	db: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
): Promise<boolean> {
	const [last] = await findTrees(db, 'auditEntry', {
		where: { jurisdictionId, stream: STREAM },
		orderBy: { seq: 'desc' },
		select: { at: true },
		take: 1,
	})
	return last !== undefined && plainDateIn(last.at) === plainDateIn(shell.now())
}

/** Enters what was found, unless another process has in the meantime. Gives whether something does not hold. */
async function enter(shell: Shell, jurisdictionId: string, report: TrailReport): Promise<boolean> {
	const kind = isWhole(report) ? 'trail.held' : 'trail.bent'
	return inTransaction(shell.db, async (tx) => {
		await lockRow(tx, 'jurisdiction', { id: jurisdictionId })
		if (await wasWatchedToday(shell, tx, jurisdictionId)) return false
		const at = shell.now()
		await appendAudit(tx, {
			jurisdictionId,
			stream: STREAM,
			at,
			actor: null,
			kind,
			outcome: 'done',
			detail: noteReport(report),
		})
		if (kind === 'trail.held') return false
		const holders = await loadHolders(tx, jurisdictionId, ['audit-administrator'])
		await tx.notice.createMany({
			data: holders.map((personId) => ({
				jurisdictionId,
				id: shell.newId(),
				personId,
				kind,
				detail: '{}',
				createdAt: at,
			})),
		})
		return true
	})
}

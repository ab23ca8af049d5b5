import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { TestShell } from './open-test-shell.ts'

/** Writes rows as an act of another release would have left them: the trail has them, and nobody takes them for forged. */
export async function byAnAct(shell: TestShell, write: (tx: Tx) => Promise<unknown>): Promise<void> {
	const { id } = await shell.db.jurisdiction.findFirstOrThrow({ select: { id: true } })
	await inTransaction(shell.db, async (tx) => {
		await write(tx)
		await appendAudit(tx, {
			jurisdictionId: id,
			stream: 'adopted',
			at: shell.now(),
			actor: null,
			kind: 'trail.adopted',
			outcome: 'done',
			detail: { rows: 0, isLast: true },
		})
	})
}

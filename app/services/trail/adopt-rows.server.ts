import { appendAudit } from '#app/db/append-audit.server.ts'
import { findTree } from '#app/db/find-trees.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { urlOf } from '#app/db/open-database.server.ts'
import { readSealedRows } from '#app/db/read-sealed-rows.server.ts'
import { readSnapshot } from '#app/db/read-snapshot.server.ts'
import { withoutSeal } from '#app/db/row-seals.server.ts'
import { SEALED_TABLES } from '#app/db/sealed-tables.ts'
import type { TouchedRow } from '#app/db/touched-rows.server.ts'
import { sealedRowsOf } from '#app/domain/audit-chain/sealed-row.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The stream of what was there before the trail answered for rows. */
const STREAM = 'adopted'

type Adopting = Pick<Shell, 'db' | 'now'>

/**
 * Takes the rows of an earlier release into the trail, once: each jurisdiction whose entries carry no rows yet gets
 * entries with the digests of all rows that are found. What lies before them is not claimed to be proven. A start that was
 * ended in between goes on where it stopped. Returns how many rows were taken up.
 */
export async function adoptRows(shell: Adopting): Promise<number> {
	let adopted = 0
	for (const { id } of await shell.db.jurisdiction.findMany({ select: { id: true } }))
		if (await isToBeAdopted(shell, id)) adopted += await adoptJurisdiction(shell, id)
	return adopted
}

/** A house that this release has opened carries the rows of its opening; any other one begins with what was adopted. */
async function isToBeAdopted({ db }: Adopting, jurisdictionId: string): Promise<boolean> {
	const found = { where: { jurisdictionId, kind: 'installation.opened' }, select: { leaf: true } } as const
	const opened = await findTree(db, 'auditEntry', found)
	if (opened && sealedRowsOf(opened.leaf).length > 0) return false
	const where = { jurisdictionId, stream: STREAM, leaf: { contains: '"isLast":true' } }
	return (await findTree(db, 'auditEntry', { where, select: { seq: true } })) === null
}

async function adoptJurisdiction(shell: Adopting, jurisdictionId: string): Promise<number> {
	let adopted = 0
	await readSnapshot(urlOf(shell.db), async (snapshot) => {
		for (const sealed of SEALED_TABLES.values())
			for await (const stored of readSealedRows(snapshot, sealed, jurisdictionId)) {
				const rows = stored.map((row) => ({ ...row, table: sealed.table }))
				adopted += await adopt(shell, jurisdictionId, rows, false)
			}
	})
	await adopt(shell, jurisdictionId, [], true)
	return adopted
}

async function adopt(
	shell: Adopting,
	jurisdictionId: string,
	found: readonly TouchedRow[],
	isLast: boolean,
): Promise<number> {
	return inTransaction(shell.db, async (tx) => {
		const adopted = await withoutSeal(tx, jurisdictionId, found)
		if (adopted.length > 0 || isLast)
			await appendAudit(tx, {
				jurisdictionId,
				stream: STREAM,
				at: shell.now(),
				actor: null,
				kind: 'trail.adopted',
				outcome: 'done',
				detail: { rows: adopted.length, isLast },
				adopted,
			})
		return adopted.length
	})
}

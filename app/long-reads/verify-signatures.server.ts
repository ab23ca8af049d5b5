import { isoText } from '#app/db/iso-text.ts'
import type { Snapshot } from '#app/db/read-snapshot.server.ts'
import { type SealedTable, sealedTable } from '#app/db/sealed-tables.ts'
import type { RowValue } from '#app/domain/audit-chain/sealed-row.ts'
import {
	type SignedTable,
	SIGNED_TABLES,
	type VerifyRow,
	instantOf,
	isSignedTable,
} from '#app/domain/audit-chain/signed-row.ts'

/** Whether a row of these values is signed as it has to be; null of a table whose rows are not signed. */
export type JudgeSignature = (sealed: SealedTable, values: readonly RowValue[]) => boolean | null

/**
 * Opens the judging of signed rows. Earlier releases wrote some of them without a signature: a row without one has to be
 * older than the first that has one. A re-check, or a check after a meeting, that waits or was refused was never signed.
 */
export async function openSignatures(snapshot: Snapshot, verify: VerifyRow): Promise<JudgeSignature> {
	const first = new Map<SignedTable, string | null>()
	for (const table of SIGNED_TABLES) first.set(table, await readFirstSigned(snapshot, table))
	return (sealed, values) => {
		const { table } = sealed
		if (!isSignedTable(table)) return null
		const row = fieldsOf(sealed, values)
		if (typeof row['signature'] === 'string') return verify(table, row)
		if (table === 'meeting_check_decision') return row['decision'] !== 'signed'
		if (table === 'recheck' && row['decision'] !== 'signed') return true
		const since = first.get(table) ?? null
		return since === null || String(row[instantOf(table)]) < since
	}
}

/** The names of the columns as the formats have them: `signed_at` is `signedAt`. */
function fieldsOf({ columns }: SealedTable, values: readonly RowValue[]): Record<string, RowValue> {
	return Object.fromEntries(columns.map(({ column }, at) => [inCamels(column), values[at] ?? null]))
}

function inCamels(column: string): string {
	return column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

async function readFirstSigned(snapshot: Snapshot, table: SignedTable): Promise<string | null> {
	const at = sealedTable(table).columns.find(({ column }) => inCamels(column) === instantOf(table))
	const instant = isoText(snapshot.engine, `MIN("${at?.column}")`)
	const [found] = await snapshot.rows<[string | null]>(
		`SELECT ${instant} FROM "${table}" WHERE "signature" IS NOT NULL`,
	)
	return found?.[0] ?? null
}

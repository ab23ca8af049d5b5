import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { type RecordPart, faultyParts } from '#app/domain/matter-record/record-fault.ts'
import { rowKey } from '#app/domain/audit-chain/sealed-row.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { engineOf, type Tx } from './open-database.server.ts'
import { isWholeEntry, rowIn } from './read-record-rows.server.ts'
import { RECORD_TABLES } from './record-tables.ts'
import { sealedTable } from './sealed-tables.ts'
import { readRows } from './statements.server.ts'
import { keyConditions, rowText, storedRow } from './stored-rows.ts'

/** What names a row inside its house. */
export type Named = { readonly table: string; readonly key: string }

/** The row as it is, where the trail is said to have it, and what stands there. Where Prisma itself asks, whole numbers come as it has them. */
type FoundRow = readonly [
	at: number | bigint,
	text: string | null,
	times: number | bigint,
	stream: string,
	seq: number | bigint,
	leaf: string,
	hash: string,
]

/** The row of a matter, which every act on it writes. */
export function matterRow(matterId: string): Named {
	return { table: 'matter', key: matterId }
}

/** The rows of a matter that acts write again: whatever somebody changed in one would be taken over by the next act. */
export function rewrittenRows(matter: MatterRecord): readonly Named[] {
	const { assignments, deadlines, opinionDrafts, clearances, live, agendaItems } = matter
	return [
		matterRow(matter.id),
		...assignments.map(({ id }) => ({ table: 'assignment', key: id })),
		...deadlines.map(({ id }) => ({ table: 'deadline', key: id })),
		...deadlines.flatMap(({ stops }) => stops.map(({ id }) => ({ table: 'deadline_stop', key: id }))),
		...opinionDrafts.map(({ round }) => ({ table: 'opinion_draft', key: rowKey([matter.id, round]) })),
		...clearances.map(({ id }) => ({ table: 'clearance_state', key: id })),
		...(live ? [{ table: 'clearance_live', key: live.clearanceId }] : []),
		...agendaItems.map(({ id }) => ({ table: 'agenda_item', key: id })),
	]
}

/** The parts of a matter's record of which one of these rows is not as the trail leaves it. */
export async function findAlteredParts(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	names: readonly Named[],
): Promise<readonly RecordPart[]> {
	const altered = await findAlteredRows(tx, jurisdictionId, names)
	const tables = new Set(altered.map(({ table }) => table))
	return faultyParts(RECORD_TABLES.matter.filter(({ sealed }) => tables.has(sealed.table)))
}

/**
 * Those of some rows that are not as the trail leaves them, or not there. One statement, which a command asks under its
 * locks before it writes.
 */
export async function findAlteredRows(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	names: readonly Named[],
): Promise<readonly Named[]> {
	if (names.length === 0) return []
	const engine = engineOf(tx)
	const parts = names.map(({ table, key }, at) => {
		const sealed = sealedTable(table)
		const what = Prisma.raw(
			`SELECT ${at} AS "at", (SELECT ${rowText(engine, sealed)} FROM "${table}" WHERE "jurisdiction_id" = `,
		)
		return Prisma.sql`${what}${jurisdictionId} AND ${keyConditions(sealed, key)}),
			"row_seal"."times", "row_seal"."stream", "row_seal"."seq", "leaf", "hash"
			FROM "row_seal" JOIN "audit_entry" ON "audit_entry"."jurisdiction_id" = "row_seal"."jurisdiction_id"
			AND "audit_entry"."stream" = "row_seal"."stream" AND "audit_entry"."seq" = "row_seal"."seq"
			WHERE "row_seal"."jurisdiction_id" = ${jurisdictionId} AND "table_name" = ${table} AND "row_key" = ${key}`
	})
	const whole = new Set<number>()
	const found = await readRows<FoundRow>(tx, Prisma.join(parts, ' UNION ALL '))
	for (const [at, text, times, stream, seq, leaf, hash] of found) {
		const name = names[Number(at)]
		if (!name || text === null || !isWholeEntry(jurisdictionId, stream, Number(seq), leaf, hash)) continue
		const said = rowIn(leaf, name)
		const { digest } = storedRow(sealedTable(name.table), text)
		if (said?.times === Number(times) && said.digest === digest) whole.add(Number(at))
	}
	return names.filter((_, at) => !whole.has(at))
}

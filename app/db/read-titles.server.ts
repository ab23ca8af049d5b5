import { Prisma } from './generated/sqlite/client.ts'
import type { Tx } from './open-database.server.ts'
import { readRows } from './statements.server.ts'

/** So many titles are in memory at once. */
const AT_ONCE = 2000

/** Whether the title of any matter of a jurisdiction, in whichever state, is one that is looked for. */
export async function isAnyTitle(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	isLookedFor: (title: string) => boolean,
): Promise<boolean> {
	let after = ''
	for (;;) {
		const rows = await readRows(
			tx,
			Prisma.sql`SELECT "id", "title" FROM "matter"
				WHERE "jurisdiction_id" = ${jurisdictionId} AND "id" > ${after} ORDER BY "id" LIMIT ${AT_ONCE}`,
		)
		if (rows.some(([, title]) => isLookedFor(String(title)))) return true
		const last = rows.at(-1)
		if (last === undefined || rows.length < AT_ONCE) return false
		after = String(last[0])
	}
}

import type { Database } from './database.ts'

/** The ids of the keys that have signed clearances of this database; none where nothing was ever signed. */
export async function findSigningKeys(db: Database): Promise<readonly string[]> {
	const rows = await db.clearance.groupBy({ by: ['keyId'] })
	return rows.map(({ keyId }) => keyId)
}

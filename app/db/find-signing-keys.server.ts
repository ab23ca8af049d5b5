import type { Database } from './database.ts'

/** The ids of the keys that have signed clearances of this database; none where nothing was ever signed. */
export async function findSigningKeys(db: Database): Promise<readonly string[]> {
	const rows = await db.clearance.groupBy({ by: ['keyId'] })
	return rows.map(({ keyId }) => keyId)
}

/** The public keys that sign the checkpoints of this database, the newest of each jurisdiction. */
export async function findCheckpointKeys(db: Database): Promise<readonly string[]> {
	const keys = await db.signingKey.findMany({
		where: { use: 'checkpoint' },
		orderBy: { fromAt: 'asc' },
		select: { jurisdictionId: true, publicKey: true },
	})
	return [...new Map(keys.map(({ jurisdictionId, publicKey }) => [jurisdictionId, publicKey])).values()]
}

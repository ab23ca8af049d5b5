import type { Database } from './database.ts'

/**
 * The ids of the keys that have signed clearances, opinions, re-checks, outcomes, checks after a meeting or documents of
 * the register of this database; none where nothing was ever signed.
 */
export async function findSigningKeys(db: Database): Promise<readonly string[]> {
	const signed = { by: ['keyId'], where: { keyId: { not: null } } } satisfies { by: ['keyId']; where: object }
	const found = [
		await db.clearance.groupBy({ by: ['keyId'] }),
		await db.opinion.groupBy(signed),
		await db.counselOpinion.groupBy(signed),
		await db.recheck.groupBy(signed),
		await db.agendaOutcome.groupBy(signed),
		await db.meetingCheckDecision.groupBy(signed),
		await db.publishedDocument.groupBy(signed),
	]
	return [...new Set(found.flat().flatMap(({ keyId }) => keyId ?? []))]
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

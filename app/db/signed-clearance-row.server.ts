import type { SignedClearance } from '#app/domain/audit-chain/clearance-signature.ts'

/** A clearance's row as the database has it; more columns than are signed do no harm. */
export type ClearanceRow = Omit<SignedClearance, 'issuedAt' | 'expiresAt'> & {
	readonly issuedAt: Date
	readonly expiresAt: Date | null
}

/**
 * The row of a clearance as it is signed: exactly the fields that it means, instants as ISO text. The one place that
 * says which fields these are, for whoever signs and for whoever verifies.
 */
export function signedClearance(row: ClearanceRow): SignedClearance {
	const { jurisdictionId, id, matterId, versionId, contentSha256, kind, opinionId, number } = row
	const { signedBy, postId, keyId } = row
	return {
		jurisdictionId,
		id,
		matterId,
		versionId,
		contentSha256,
		kind,
		opinionId,
		number,
		signedBy,
		postId,
		keyId,
		issuedAt: row.issuedAt.toISOString(),
		expiresAt: row.expiresAt?.toISOString() ?? null,
		explanation: row.explanation,
	}
}

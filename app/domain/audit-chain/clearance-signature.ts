import { type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** What a clearance means, field by field; instants are ISO texts. Exactly this is signed. */
export type SignedClearance = {
	readonly jurisdictionId: string
	readonly id: string
	readonly matterId: string
	readonly versionId: string
	readonly contentSha256: string
	readonly kind: string
	readonly opinionId: string | null
	readonly number: string
	readonly signedBy: string
	readonly postId: string
	readonly keyId: string
	readonly issuedAt: string
	readonly expiresAt: string | null
	readonly explanation: string | null
}

/** Signs a clearance with Ed25519 and gives the signature in base64. */
export function signClearance(clearance: SignedClearance, privateKey: KeyObject): string {
	return sign(null, clearanceBytes(clearance), privateKey).toString('base64')
}

/** Whether a signature belongs to exactly this clearance, by this key. */
export function verifyClearance(
	clearance: SignedClearance,
	signature: string,
	publicKey: KeyObject,
): boolean {
	return verify(null, clearanceBytes(clearance), publicKey, Buffer.from(signature, 'base64'))
}

/** The first line separates these bytes from everything else that the key might ever sign. */
function clearanceBytes(clearance: SignedClearance): Buffer {
	return Buffer.from(`yiqian-clearance/1\n${canonicalJson({ ...clearance })}`)
}

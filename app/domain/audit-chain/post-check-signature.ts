import { type KeyObject, sign, verify } from 'node:crypto'
import { signedRowText } from './signed-row.ts'

/** What a signed check after a meeting (会后核对) means, field by field. Exactly this is signed. */
export type SignedPostCheck = {
	readonly jurisdictionId: string
	readonly checkId: string
	readonly matterId: string
	readonly versionId: string
	readonly contentSha256: string
	readonly reviewerId: string
	readonly decidedBy: string
	readonly postId: string
	/** An instant as ISO text. */
	readonly decidedAt: string
	readonly keyId: string
}

/** Signs a check with Ed25519 and gives the signature in base64. */
export function signPostCheck(check: SignedPostCheck, privateKey: KeyObject): string {
	return sign(null, bytesOf(check), privateKey).toString('base64')
}

/** Whether a signature belongs to exactly this check, by this key. */
export function verifyPostCheck(check: SignedPostCheck, signature: string, publicKey: KeyObject): boolean {
	return verify(null, bytesOf(check), publicKey, Buffer.from(signature, 'base64'))
}

/** The first line keeps it apart from everything else that the key signs. */
function bytesOf(check: SignedPostCheck): Buffer {
	const { format, text } = signedRowText('meeting_check_decision', check)
	return Buffer.from(`${format}\n${text}`)
}

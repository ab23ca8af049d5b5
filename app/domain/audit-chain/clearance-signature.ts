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

/** What was signed, as it is handed out: the label of its format, a line feed, and the text are the bytes. */
export type SignedText = { readonly format: string; readonly text: string }

/** Signs a clearance with Ed25519 and gives the signature in base64. */
export function signClearance(clearance: SignedClearance, privateKey: KeyObject): string {
	return sign(null, bytesAs(NEWEST, clearance), privateKey).toString('base64')
}

/**
 * Whether a signature belongs to exactly this clearance, by this key, in one of the formats that a release has signed.
 * The oldest says nothing of post and key: those of such a clearance are vouched for by its entry in the trail alone.
 */
export function verifyClearance(
	clearance: SignedClearance,
	signature: string,
	publicKey: KeyObject,
): boolean {
	const bytes = Buffer.from(signature, 'base64')
	return [NEWEST, ...FORMER].some((format) => verify(null, bytesAs(format, clearance), publicKey, bytes))
}

/** The text under a signature: of the format that it is in, or of the newest where it is none of ours. */
export function signedTextOf(
	clearance: SignedClearance,
	signature: string,
	publicKey: KeyObject,
): SignedText {
	const bytes = Buffer.from(signature, 'base64')
	const { label, fields } =
		[NEWEST, ...FORMER].find((format) => verify(null, bytesAs(format, clearance), publicKey, bytes)) ?? NEWEST
	return { format: label, text: canonicalJson(fields(clearance)) }
}

/** What is signed: the first line keeps it apart from everything else that the key signs, and names the format. */
type Format = {
	readonly label: string
	readonly fields: (clearance: SignedClearance) => Readonly<Record<string, string | null>>
}

const everyField: Format['fields'] = (clearance) => ({ ...clearance })

/** A change of the fields is a new label, never the same one over other fields. */
const NEWEST: Format = { label: 'yiqian-clearance/2', fields: everyField }

/** Two releases signed different fields under one label; the first of them, of 2026-11-23, neither post nor key. */
const FORMER: readonly Format[] = [
	{ label: 'yiqian-clearance/1', fields: everyField },
	{
		label: 'yiqian-clearance/1',
		fields: ({ postId: _post, keyId: _key, ...rest }) => rest,
	},
]

function bytesAs({ label, fields }: Format, clearance: SignedClearance): Buffer {
	return Buffer.from(`${label}\n${canonicalJson(fields(clearance))}`)
}

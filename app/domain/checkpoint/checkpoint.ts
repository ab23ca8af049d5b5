import { type KeyObject, createHash, createPublicKey, sign } from 'node:crypto'
import type { TreeHead } from './merkle-tree.ts'
import {
	type NoteKey,
	SIGNATURE_TYPES,
	isSignedBy,
	noteKey,
	rawPublicKey,
	readBase64,
	readNote,
	readSignatureLines,
	signNote,
	signatureLine,
	verifyEd25519,
} from './signed-note.ts'

/** A checkpoint (C2SP tlog-checkpoint): whose list of leaves, how many, and the root of their tree. */
export type Checkpoint = TreeHead & { readonly origin: string }

/** The name of a house's log: what checkpoints begin with, and under which its key signs. */
export function originOf(jurisdictionId: string): string {
	return `yiqian.local/${jurisdictionId}`
}

/** The three lines that are signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
	return `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`
}

/** Signs a checkpoint under its origin. */
export function signCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): string {
	return signNote(checkpointText(checkpoint), checkpoint.origin, privateKey)
}

/** Reads the text of a checkpoint; null for what is none. Lines after the third are allowed, and say nothing to us. */
export function readCheckpointText(text: string): Checkpoint | null {
	const lines = text.slice(0, -1).split('\n')
	const [origin = '', size = '', root = ''] = lines
	const bytes = readBase64(root)
	if (!text.endsWith('\n') || lines.includes('') || lines.length < 3) return null
	if (!isDecimal(size) || bytes?.length !== 32) return null
	return { origin, size: Number(size), root: bytes.toString('hex') }
}

/** Opens a signed checkpoint: what it says, where one of the keys has signed it; null otherwise. */
export function openCheckpoint(note: string, keys: readonly NoteKey[]): Checkpoint | null {
	const read = readNote(note)
	return read && isSignedBy(read, keys) ? readCheckpointText(read.text) : null
}

/**
 * What a checkpoint is called where it is printed: the first twenty hex digits of the hash of its signed text, in groups
 * of four. Eighty bits: nobody finds a second text for it.
 */
export function checkpointFingerprint(checkpoint: Checkpoint): string {
	const hash = createHash('sha256').update(checkpointText(checkpoint)).digest('hex')
	return (hash.slice(0, 20).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/** A witness' word under a checkpoint: it has seen the list grow up to here, at that second. */
export type Cosignature = { readonly name: string; readonly keyId: string; readonly at: number }

/** The signature line of a witness (C2SP tlog-cosignature, Ed25519): over the time and the checkpoint's text. */
export function cosignCheckpoint(text: string, at: number, name: string, privateKey: KeyObject): string {
	const key = noteKey(name, SIGNATURE_TYPES.cosignature, rawPublicKey(createPublicKey(privateKey)))
	const time = Buffer.alloc(8)
	time.writeBigUInt64BE(BigInt(at))
	const signature = sign(null, Buffer.from(cosignedText(text, at)), privateKey)
	return signatureLine(key, Buffer.concat([time, signature]))
}

/**
 * The cosignatures of known witnesses among the lines that one answered with; null where the lines are none, or where
 * one of a known witness does not verify.
 */
export function readCosignatures(
	text: string,
	lines: string,
	witnesses: readonly NoteKey[],
): readonly Cosignature[] | null {
	const signatures = readSignatureLines(lines)
	if (!signatures) return null
	const found: Cosignature[] = []
	for (const { name, keyId, bytes } of signatures) {
		const key = witnesses.find((known) => known.name === name && known.id === keyId)
		if (!key) continue
		const at = bytes.length === 72 ? Number(Buffer.from(bytes).readBigUInt64BE()) : 0
		if (key.type !== SIGNATURE_TYPES.cosignature || !Number.isSafeInteger(at) || at <= 0) return null
		if (!verifyEd25519(cosignedText(text, at), key.publicKey, bytes.subarray(8))) return null
		found.push({ name, keyId, at })
	}
	return found
}

function cosignedText(text: string, at: number): string {
	return `cosignature/v1\ntime ${at}\n${text}`
}

/** A count without a leading zero, within what a number holds exactly. */
export function isDecimal(text: string): boolean {
	return /^(0|[1-9][0-9]{0,15})$/.test(text) && Number.isSafeInteger(Number(text))
}

import { type KeyObject, createHash, createPublicKey, sign, verify } from 'node:crypto'

/** What a signature line is made by (C2SP signed-note): Ed25519 over the text, or a witness' with its time. */
export const SIGNATURE_TYPES = { ed25519: 0x01, cosignature: 0x04 } as const

/** A public key under its name, as a verifier knows it. */
export type NoteKey = {
	readonly name: string
	/** The first four bytes of the hash of name, type and key, in hex. */
	readonly id: string
	readonly type: number
	readonly publicKey: Uint8Array
}

/** A line under a note: who signed, by which key, and the bytes after the key's id. */
export type NoteSignature = { readonly name: string; readonly keyId: string; readonly bytes: Uint8Array }

/** A note that was taken apart; nothing of it is trusted until a signature has been verified. */
export type ReadNote = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** Verifiers accept at least sixteen; a note with more than this is no note of ours. */
const MOST_SIGNATURES = 32
const LONGEST_NOTE = 100_000
const EM_DASH = '\u2014'
/** The DER of an Ed25519 public key up to its 32 bytes (RFC 8410). */
const ED25519_DER = Buffer.from('302a300506032b6570032100', 'hex')

/** The key under a name. @throws RangeError for a name with blanks or a plus */
export function noteKey(name: string, type: number, publicKey: Uint8Array): NoteKey {
	if (!isName(name)) throw new RangeError('a key name has neither blanks nor a plus')
	const id = createHash('sha256')
		.update(Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), publicKey]))
		.digest('hex')
		.slice(0, 8)
	return { name, id, type, publicKey }
}

/** The 32 bytes of an Ed25519 public key (RFC 8032). */
export function rawPublicKey(key: KeyObject): Uint8Array {
	return key.export({ type: 'spki', format: 'der' }).subarray(-32)
}

/** A verifier key as one word: name, id, and type with key in base64. */
export function writeVerifierKey({ name, id, type, publicKey }: NoteKey): string {
	return `${name}+${id}+${Buffer.concat([Buffer.from([type]), publicKey]).toString('base64')}`
}

/** Reads a verifier key; null for what is none, and for one whose id is not that of its key. */
export function readVerifierKey(word: string): NoteKey | null {
	const [name = '', id = '', ...rest] = word.split('+')
	// Base64 has the plus as a sign of its own.
	const bytes = readBase64(rest.join('+'))
	if (!isName(name) || bytes?.length !== 33) return null
	const key = noteKey(name, bytes[0] ?? 0, bytes.subarray(1))
	return key.id === id ? key : null
}

/** Signs a text that ends with a line feed: the note with one signature line. */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
	if (!isText(text)) throw new RangeError('the text of a note ends with a line and has no control characters')
	const publicKey = rawPublicKey(createPublicKey(privateKey))
	const key = noteKey(name, SIGNATURE_TYPES.ed25519, publicKey)
	const signature = sign(null, Buffer.from(text), privateKey)
	return `${text}\n${signatureLine(key, signature)}`
}

/** One signature line, with its line feed. */
export function signatureLine({ name, id }: Pick<NoteKey, 'name' | 'id'>, bytes: Uint8Array): string {
	return `${EM_DASH} ${name} ${Buffer.concat([Buffer.from(id, 'hex'), bytes]).toString('base64')}\n`
}

/** Takes a note apart: text and signature lines, separated by the last empty line. Null for what is no note. */
export function readNote(note: string): ReadNote | null {
	if (note.length > LONGEST_NOTE) return null
	const gap = note.lastIndexOf('\n\n')
	if (gap < 0 || !note.endsWith('\n')) return null
	const text = note.slice(0, gap + 1)
	const signatures = readSignatureLines(note.slice(gap + 2))
	return signatures && isText(text) ? { text, signatures } : null
}

/** Reads signature lines, as a witness answers with them; null where a line is none. */
export function readSignatureLines(lines: string): readonly NoteSignature[] | null {
	if (!lines.endsWith('\n')) return null
	const found = lines.slice(0, -1).split('\n').map(readSignatureLine)
	if (found.length > MOST_SIGNATURES) return null
	const read = found.flatMap((line) => line ?? [])
	return read.length === found.length ? read : null
}

function readSignatureLine(line: string): NoteSignature | null {
	const [dash, name = '', encoded = '', ...more] = line.split(' ')
	const bytes = readBase64(encoded)
	if (dash !== EM_DASH || more.length > 0 || !isName(name) || !bytes || bytes.length < 5) return null
	return { name, keyId: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) }
}

/**
 * Whether a note is signed by one of these keys. Signatures of others are ignored; one of a known key that does not
 * verify makes the whole note worthless.
 */
export function isSignedBy({ text, signatures }: ReadNote, keys: readonly NoteKey[]): boolean {
	const verdicts = signatures.flatMap(({ name, keyId, bytes }) => {
		const key = keys.find((known) => known.name === name && known.id === keyId)
		return key ? [key.type === SIGNATURE_TYPES.ed25519 && verifyEd25519(text, key.publicKey, bytes)] : []
	})
	return verdicts.length > 0 && verdicts.every(Boolean)
}

/** Whether an Ed25519 signature over a text is by the key of these 32 bytes. */
export function verifyEd25519(text: string, publicKey: Uint8Array, signature: Uint8Array): boolean {
	if (publicKey.length !== 32 || signature.length !== 64) return false
	const der = Buffer.concat([ED25519_DER, publicKey])
	return verify(
		null,
		Buffer.from(text),
		createPublicKey({ key: der, format: 'der', type: 'spki' }),
		signature,
	)
}

function isName(name: string): boolean {
	return name !== '' && name.isWellFormed() && !/[\s\p{Cc}+]/u.test(name)
}

function isText(text: string): boolean {
	// oxlint-disable-next-line no-control-regex -- what the format forbids
	return text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text)
}

/** Strict: what is written anew differently was not base64. */
export function readBase64(text: string): Buffer | null {
	const bytes = Buffer.from(text, 'base64')
	return text !== '' && bytes.toString('base64') === text ? bytes : null
}

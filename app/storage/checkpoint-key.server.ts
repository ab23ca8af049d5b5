import { type KeyObject, createPublicKey } from 'node:crypto'
import { join } from 'node:path'
import { entryMark, entryMarkSecret, type MarkEntry } from '#app/domain/audit-chain/entry-mark.ts'
import { type Checkpoint, signCheckpoint } from '#app/domain/checkpoint/checkpoint.ts'
import { type Extract, signExtract } from '#app/domain/checkpoint/extract-note.ts'
import { type Receipt, signReceipt } from '#app/domain/checkpoint/receipt.ts'
import { type NoteKey, SIGNATURE_TYPES, noteKey, rawPublicKey } from '#app/domain/checkpoint/signed-note.ts'
import { openKeyFile } from './key-file.server.ts'
import { type SecretBox, openSecretBox } from './secret-box.server.ts'

/** The key that checkpoints and receipts are signed with, and that entries are marked with. It lives outside the database. */
export type CheckpointKey = {
	/** The 32 bytes that verify, in base64. */
	readonly publicKey: string
	/** The secret of the marks, in base64: for a thread of its own. */
	readonly markSecret: string
	/** The public key as it signs for an origin: its id depends on the name. */
	readonly asNoteKey: (origin: string) => NoteKey
	readonly mark: MarkEntry
	readonly signCheckpoint: (checkpoint: Checkpoint) => string
	readonly signReceipt: (receipt: Receipt) => string
	readonly signExtract: (extract: Extract) => string
	/** What the database holds but must not give away is closed by it. */
	readonly secrets: SecretBox
}

const KEY_PROBLEMS = {
	'too-open': 'may be read by others; set its mode to 0600.',
	'not-ed25519': 'does not hold an Ed25519 private key in PEM; restore it from its backup.',
	missing:
		'is not there. With a new key no entry of the trail so far could be told from a forged one: restore the file, or correct CHECKPOINT_KEY_FILE.',
	'another-key':
		'is another key than the one that signed the checkpoints of this database. Restore the key that belongs to it, or correct CHECKPOINT_KEY_FILE.',
} as const

/** The key file is not one to start with. */
export class CheckpointKeyRefused extends Error {
	readonly problem: keyof typeof KEY_PROBLEMS

	constructor(file: string, problem: keyof typeof KEY_PROBLEMS) {
		super(`The key file ${file} ${KEY_PROBLEMS[problem]}`)
		this.name = 'CheckpointKeyRefused'
		this.problem = problem
	}
}

/** Where the key lies unless another file is named. */
export function checkpointKeyFile(folder: string): string {
	return join(folder, 'checkpoint-ed25519.pem')
}

/**
 * Opens the key; it is made where no file was named and nothing was ever signed. `signers` are the public keys in use by
 * what the database holds.
 *
 * @throws CheckpointKeyRefused if the file is missing where it is needed, may be read by others, or holds another key
 */
export function openCheckpointKey(
	folder: string,
	named: string | null = null,
	signers: readonly string[] = [],
): CheckpointKey {
	const file = named ?? checkpointKeyFile(folder)
	const privateKey = openKeyFile(file, {
		isMade: named === null && signers.length === 0,
		refusal: (problem) => new CheckpointKeyRefused(file, problem),
	})
	const key = keyOf(privateKey)
	if (signers.some((signer) => signer !== key.publicKey)) throw new CheckpointKeyRefused(file, 'another-key')
	return key
}

/** Opens the marks of the key for an upgrade, which makes no key: where entries are marked there is one. */
export function openMarkFrom(folder: string, named: string | null) {
	return (signers: readonly string[]): MarkEntry =>
		openCheckpointKey(folder, named ?? checkpointKeyFile(folder), signers).mark
}

function keyOf(privateKey: KeyObject): CheckpointKey {
	const publicKey = rawPublicKey(createPublicKey(privateKey))
	const secret = entryMarkSecret(privateKey)
	return {
		publicKey: Buffer.from(publicKey).toString('base64'),
		markSecret: secret.toString('base64'),
		asNoteKey: (origin) => noteKey(origin, SIGNATURE_TYPES.ed25519, publicKey),
		mark: (hash) => entryMark(secret, hash),
		signCheckpoint: (checkpoint) => signCheckpoint(checkpoint, privateKey),
		signReceipt: (receipt) => signReceipt(receipt, privateKey),
		signExtract: (extract) => signExtract(extract, privateKey),
		secrets: openSecretBox(privateKey),
	}
}

import { type KeyObject, createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import {
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { errorCode } from './error-code.ts'

/** What may be wrong about the file of a key. */
export type KeyFileProblem = 'missing' | 'too-open' | 'not-ed25519'

/**
 * Opens the file of an Ed25519 private key. Where it may be made, it is made on first use (mode 0600, in a folder of mode
 * 0700).
 *
 * @throws what `refusal` makes of a problem
 */
export function openKeyFile(
	file: string,
	{ isMade, refusal }: { readonly isMade: boolean; readonly refusal: (problem: KeyFileProblem) => Error },
): KeyObject {
	if (!existsSync(file)) {
		if (!isMade) throw refusal('missing')
		createKey(file)
	}
	if ((statSync(file).mode & 0o077) !== 0) throw refusal('too-open')
	const key = parseKey(readFileSync(file))
	if (key?.asymmetricKeyType !== 'ed25519') throw refusal('not-ed25519')
	return key
}

/** Null for what is no private key; why OpenSSL could not read it helps nobody, and could quote the file. */
function parseKey(pem: Buffer): KeyObject | null {
	try {
		return createPrivateKey(pem)
	} catch {
		return null
	}
}

/**
 * Written whole under a name of its own and linked into place: two starts at once end with one key, never a half one,
 * and what a start that was killed left behind stands in nobody's way. The folders are synced too: a key that a
 * power cut lost would leave behind clearances that nobody can verify.
 */
function createKey(file: string): void {
	const folder = dirname(file)
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	const { privateKey } = generateKeyPairSync('ed25519')
	const draft = join(folder, `.${randomUUID()}.part`)
	try {
		writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
			mode: 0o600,
			flag: 'wx',
			flush: true,
		})
		linkSync(draft, file)
	} catch (error) {
		if (errorCode(error) !== 'EEXIST') throw error
	} finally {
		rmSync(draft, { force: true })
	}
	syncFolder(folder)
	syncFolder(dirname(folder))
}

function syncFolder(folder: string): void {
	const handle = openSync(folder, 'r')
	try {
		fsyncSync(handle)
	} finally {
		closeSync(handle)
	}
}

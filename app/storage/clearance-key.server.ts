import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { SignedClearance } from '#app/domain/audit-chain/clearance-signature.ts'
import { signClearance, verifyClearance } from '#app/domain/audit-chain/clearance-signature.ts'

/** The key that clearances are signed with. It lives outside the database: whoever writes rows cannot sign them. */
export type ClearanceKey = {
	readonly keyId: string
	readonly sign: (clearance: SignedClearance) => string
	readonly verify: (clearance: SignedClearance, signature: string) => boolean
}

/** The key file can be read by others than its owner: a start with it would promise more than it keeps. */
export class KeyTooOpen extends Error {
	readonly file: string
	constructor(file: string) {
		super(`the key file ${file} may be read by others; set its mode to 0600`)
		this.file = file
	}
}

/**
 * Opens the key, making one on first use (mode 0600, folder 0700).
 *
 * @throws KeyTooOpen if others may read the file
 */
export function openClearanceKey(folder: string, file = join(folder, 'clearance-ed25519.pem')): ClearanceKey {
	if (!existsSync(file)) createKey(folder, file)
	if ((statSync(file).mode & 0o077) !== 0) throw new KeyTooOpen(file)
	const privateKey = createPrivateKey(readFileSync(file))
	const publicKey = createPublicKey(privateKey)
	const keyId = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16)
	return {
		keyId,
		sign: (clearance) => signClearance(clearance, privateKey),
		verify: (clearance, signature) => verifyClearance(clearance, signature, publicKey),
	}
}

/** Written whole under another name and linked into place: two starts at once end with one key, never a half one. */
function createKey(folder: string, file: string): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	const { privateKey } = generateKeyPairSync('ed25519')
	const draft = `${file}.${process.pid}`
	const handle = openSync(draft, 'wx', 0o600)
	try {
		writeSync(handle, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
		fsyncSync(handle)
	} finally {
		closeSync(handle)
	}
	try {
		linkSync(draft, file)
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
	} finally {
		unlinkSync(draft)
	}
}

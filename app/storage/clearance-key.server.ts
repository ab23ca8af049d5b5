import { createHash, createPublicKey } from 'node:crypto'
import { join } from 'node:path'
import { canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import {
	type SignedClearance,
	signClearance,
	verifyClearance,
} from '#app/domain/audit-chain/clearance-signature.ts'
import {
	type SignedPostCheck,
	signPostCheck,
	verifyPostCheck,
} from '#app/domain/audit-chain/post-check-signature.ts'
import {
	type SignedTable,
	type VerifyRow,
	rowVerifier,
	signText,
	signedRowText,
} from '#app/domain/audit-chain/signed-row.ts'
import { type KeyFileProblem, openKeyFile } from './key-file.server.ts'

/** The key that clearances are signed with. It lives outside the database: whoever writes rows cannot sign them. */
export type ClearanceKey = {
	readonly keyId: string
	/** What verifies, in PEM: for a thread of its own. */
	readonly publicKey: string
	readonly sign: (clearance: SignedClearance) => string
	readonly verify: (clearance: SignedClearance, signature: string) => boolean
	/** The checks of texts that were changed after a meeting are signed with it, too. */
	readonly signCheck: (check: SignedPostCheck) => string
	readonly verifyCheck: (check: SignedPostCheck, signature: string) => boolean
	/** Signs a row of one of the tables that are signed: what goes into its last two columns. */
	readonly signRow: (table: SignedTable, row: Row) => { readonly keyId: string; readonly signature: string }
	readonly verifyRow: VerifyRow
}

type Row = Parameters<typeof signedRowText>[1]

const KEY_PROBLEMS = {
	'too-open': 'may be read by others; set its mode to 0600.',
	'not-ed25519': 'does not hold an Ed25519 private key in PEM; restore it from its backup.',
	missing:
		'is not there. A new key would make every clearance so far unverifiable: restore the file, or correct CLEARANCE_KEY_FILE.',
	'another-key':
		'is another key than the one that signed the clearances of this database: none of them would hold. Restore the key that belongs to it, or correct CLEARANCE_KEY_FILE.',
} as const

type KeyProblem = keyof typeof KEY_PROBLEMS & (KeyFileProblem | 'another-key')

/** The key file is not one to start with: a start would promise more than the signatures keep. */
export class ClearanceKeyRefused extends Error {
	readonly file: string
	readonly problem: KeyProblem

	constructor(file: string, problem: KeyProblem) {
		super(`The key file ${file} ${KEY_PROBLEMS[problem]}`)
		this.name = 'ClearanceKeyRefused'
		this.file = file
		this.problem = problem
	}
}

/**
 * Opens the key. The key of the folder is made on first use (mode 0600, in a folder of mode 0700), where nothing was
 * signed before: `signers` are the ids of the keys that have signed what the database holds. A file that somebody named
 * has to be there.
 *
 * @throws ClearanceKeyRefused if others may read the file, if it holds something else than an Ed25519 key, if it is
 * missing where it was named or where clearances need it, or if others than it have signed
 */
export function openClearanceKey(
	folder: string,
	named: string | null = null,
	signers: readonly string[] = [],
): ClearanceKey {
	const file = named ?? join(folder, 'clearance-ed25519.pem')
	const privateKey = openKeyFile(file, {
		isMade: named === null && signers.length === 0,
		refusal: (problem) => new ClearanceKeyRefused(file, problem),
	})
	const publicKey = createPublicKey(privateKey)
	const keyId = createHash('sha256')
		.update(publicKey.export({ type: 'spki', format: 'der' }))
		.digest('hex')
		.slice(0, 16)
	if (signers.some((signer) => signer !== keyId)) throw new ClearanceKeyRefused(file, 'another-key')
	return {
		keyId,
		publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
		sign: (clearance) => signClearance(clearance, privateKey),
		verify: rememberVerdicts((clearance, signature) => verifyClearance(clearance, signature, publicKey)),
		signCheck: (check) => signPostCheck(check, privateKey),
		verifyCheck: (check, signature) => verifyPostCheck(check, signature, publicKey),
		signRow: (table, row) => ({
			keyId,
			signature: signText(signedRowText(table, { ...row, keyId }), privateKey),
		}),
		verifyRow: rowVerifier(publicKey),
	}
}

/** More clearances than all agendas of a year show; the oldest verdict is given up first. */
const MOST_VERDICTS = 1000

/**
 * Keeps what a check of a signature has found. It depends on nothing but the key, the signed fields and the signature:
 * under exactly these bytes the verdict is the same for ever, and a row that differs in one of them is checked anew.
 */
function rememberVerdicts(verify: ClearanceKey['verify']): ClearanceKey['verify'] {
	const verdicts = new Map<string, boolean>()
	return (clearance, signature) => {
		const bytes = canonicalJson({ clearance: { ...clearance }, signature })
		const present = verdicts.get(bytes)
		if (present !== undefined) return present
		const verdict = verify(clearance, signature)
		verdicts.set(bytes, verdict)
		const [oldest] = verdicts.keys()
		if (verdicts.size > MOST_VERDICTS && oldest !== undefined) verdicts.delete(oldest)
		return verdict
	}
}

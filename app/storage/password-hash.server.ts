import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB and two passes (OWASP's first choice for a server that signs in many people). */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What an unknown account is compared with, so that it takes as long as a known one. */
let decoy: Promise<string> | null = null

/** The argon2id hash of a password, salted anew each time. */
export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFKC'), OPTIONS)
}

/** Whether a password fits a hash. Without a hash the same work is done, and the answer is no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
	const decoyHash = await (decoy ??= hashPassword('no account has this password'))
	const isRight = await verify(passwordHash ?? decoyHash, password.normalize('NFKC'))
	return passwordHash !== null && isRight
}

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { jsonText } from '#app/domain/json-text.ts'
import { CODE_DIGITS, DRIFT_STEPS, SPARE_CODES, STEP_SECONDS } from '#app/domain/account/second-factor.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes in the letters that people type (RFC 4648 6), without filling. */
export function base32(bytes: Uint8Array): string {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
	return (bits.match(/.{1,5}/g) ?? [])
		.map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)])
		.join('')
}

/** The code of a step (RFC 4226 5.3: HMAC-SHA-1, cut dynamically). */
export function codeAt(secret: Uint8Array, step: number, digits = CODE_DIGITS): string {
	const counter = Buffer.alloc(8)
	counter.writeBigUInt64BE(BigInt(step))
	const mac = createHmac('sha1', secret).update(counter).digest()
	const offset = (mac.at(-1) ?? 0) & 0xf
	const number = mac.readUInt32BE(offset) & 0x7fff_ffff
	return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step that an instant lies in (RFC 6238 4.2). */
export function stepAt(instant: Date): number {
	return Math.floor(instant.getTime() / 1000 / STEP_SECONDS)
}

/**
 * The step whose code was typed: this one or one beside it, and later than the last that was used, so that no code counts
 * twice. Null where there is none. Every code is looked at, whichever fits.
 */
export function stepOfCode(secret: Uint8Array, typed: string, now: Date, lastStep: number): number | null {
	const present = stepAt(now)
	let found: number | null = null
	for (let step = present - DRIFT_STEPS; step <= present + DRIFT_STEPS; step += 1)
		if (isSame(codeAt(secret, step), typed) && step > lastStep) found ??= step
	return found
}

function isSame(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)]
	return a.length === b.length && timingSafeEqual(a, b)
}

/** What a telephone reads off the picture (Key URI format of the common apps). */
export function codeUri(secret: Uint8Array, house: string, loginName: string): string {
	const [issuer, account] = [encodeURIComponent(house), encodeURIComponent(loginName)]
	return `otpauth://totp/${issuer}:${account}?secret=${base32(secret)}&issuer=${issuer}`
}

/** Codes of 120 bits for a time without the telephone, each good once (ASVS 6.5.2: from 112 on a plain hash keeps them). */
export function newSpareCodes(): string[] {
	return Array.from({ length: SPARE_CODES }, () => (base32(randomBytes(15)).match(/.{4}/g) ?? []).join('-'))
}

/** The hashes of the spare codes that are left, as the account's row keeps them. */
export const SPARE_CODE_HASHES = jsonText<readonly string[]>()

/** Under what a spare code is kept: it has too many bits to be guessed from its hash. */
export function spareCodeHash(accountId: string, typed: string): string {
	const letters = typed.toUpperCase().replaceAll(/[^A-Z2-7]/g, '')
	return createHash('sha256').update(`${accountId}\n${letters}`).digest('hex')
}

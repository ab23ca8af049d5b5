import { isGuarded } from './own-hand.ts'
import { type PlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { Role } from '#app/domain/permission/role.ts'

/** 动态口令 (RFC 6238): six digits, a new one every 30 seconds. */
export const CODE_DIGITS = 6
export const STEP_SECONDS = 30

/** A telephone may be off by one step before and behind (RFC 6238 5.2). */
export const DRIFT_STEPS = 1

/** For so long a code that was given holds for acts that count because of who did them. */
export const CODE_HOLDS_MINUTES = 10

/** Within so many minutes after the password the code has to be given, or the password is asked for again. */
export const CODE_WAITS_MINUTES = 10

/** A browser that was signed in from within so many days is asked for no code at sign-in; for a signature it is. */
export const DEVICE_DAYS = 30

/** How many single codes stand in for a telephone that is lost. */
export const SPARE_CODES = 10

/** An act that counts because of who does it asks for a fresh code. */
export type CodeNeeded = { readonly code: 'code-needed' }

/** A code that is not the one of now, or was used before. */
export type WrongCode = { readonly code: 'wrong-code' }

/** Whether these roles have to have a second factor: whoever signs, checks or confirms (GB/T 22239-2019 8.1.4.1). */
export function needsSecondFactor(roles: readonly Role[]): boolean {
	return isGuarded(roles)
}

/** Whether everybody who needs a second factor must have one by now; `from` is the day that the house has set. */
export function isObligatory(from: PlainDate | null, now: Date): boolean {
	return from !== null && plainDateIn(now) >= from
}

/** Whether a code that was given at that instant still holds. */
export function isCodeFresh(givenAt: Date | null, now: Date): boolean {
	return givenAt !== null && now.getTime() - givenAt.getTime() < CODE_HOLDS_MINUTES * 60_000
}

/** Whether a sign-in still waits for its code: asked for, not given. */
export function waitsForCode(session: {
	readonly codeAskedAt: Date | null
	readonly codeGivenAt: Date | null
}): boolean {
	return session.codeAskedAt !== null && session.codeGivenAt === null
}

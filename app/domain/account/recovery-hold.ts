/** For so many hours after an account was recovered its holder does nothing that counts because they did it. */
export const HOLD_HOURS = 24

/** An act that has to wait, because the account was recovered a short time ago; `until` is the instant when it may be done. */
export type HeldAfterRecovery = { readonly code: 'held-after-recovery'; readonly until: string }

/** What of a recovery its hold is read from. */
export type RecoveryRow = { readonly usedAt: Date | null; readonly liftedAt: Date | null }

/** When the hold of a recovery ends; null where it has not begun, was lifted, or is over. */
export function holdEnd({ usedAt, liftedAt }: RecoveryRow, now: Date): Date | null {
	if (usedAt === null || liftedAt !== null) return null
	const end = new Date(usedAt.getTime() + HOLD_HOURS * 3_600_000)
	return end.getTime() > now.getTime() ? end : null
}

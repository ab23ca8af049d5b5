/** A session ends after half an hour without a request, and after twelve hours in any case. */
export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 12 * 3_600_000

/** How many browsers an account may be signed in from at once; one more signs out the oldest. */
export const MOST_SESSIONS = 5

/** Whether a session counts: live, left idle too long, or over. */
export type SessionStanding = 'live' | 'idle' | 'over'

/** The standing of a session at an instant (GB/T 22239-2019 8.1.4.1: 登录连接超时自动退出). */
export function sessionStanding(
	session: { readonly createdAt: Date; readonly lastSeenAt: Date; readonly endedAt: Date | null },
	now: Date,
): SessionStanding {
	if (session.endedAt !== null || now.getTime() - session.createdAt.getTime() >= ABSOLUTE_MS) return 'over'
	return now.getTime() - session.lastSeenAt.getTime() >= IDLE_MS ? 'idle' : 'live'
}

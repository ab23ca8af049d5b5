import { expect, test } from 'vitest'
import { sessionStanding } from '#app/domain/account/session-limits.ts'

const begun = new Date('2026-11-23T00:00:00Z')
const after = (ms: number) => new Date(begun.getTime() + ms)

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
	['a session in use is live', 11 * HOUR, 11 * HOUR + MINUTE, null, 'live'],
	['a moment before half an hour without a request it is live', 0, 30 * MINUTE - 1, null, 'live'],
	['half an hour without a request ends it', 0, 30 * MINUTE, null, 'idle'],
	['a moment before twelve hours it is live', 12 * HOUR - MINUTE, 12 * HOUR - 1, null, 'live'],
	['twelve hours end it however much it was used', 12 * HOUR - 1, 12 * HOUR, null, 'over'],
	['signing out ends it', 0, 1000, begun, 'over'],
] as const)('%s', (_rule, seenAfter, nowAfter, endedAt, standing) => {
	expect(sessionStanding({ createdAt: begun, lastSeenAt: after(seenAfter), endedAt }, after(nowAfter))).toBe(
		standing,
	)
})

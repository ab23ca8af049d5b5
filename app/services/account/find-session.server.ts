import { actorOf, loadSession } from '#app/db/load-actor.server.ts'
import { isCodeFresh, waitsForCode } from '#app/domain/account/second-factor.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { sessionStanding } from '#app/domain/account/session-limits.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { refuseUnwritten } from '#app/services/command/refuse-unwritten.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** `last_seen_at` is written at most this often: a write for every page would cost more than the page. */
const SEEN_EVERY_MS = 60_000

/** A session as the edge sees it: whose it is, who acts by it, and whether it still counts. */
export type FoundSession = {
	readonly id: string
	readonly account: { readonly jurisdictionId: string; readonly id: string; readonly loginName: string }
	readonly actor: Actor
	readonly isLive: boolean
	/** Whether the account has a second factor, and whether the last code still holds for a signature. */
	readonly hasSecondFactor: boolean
	readonly isCodeFresh: boolean
	/** Where the actor is at home, in words: the organ of the first post, and the district. */
	readonly home: { readonly organ: string; readonly district: string }
}

/**
 * The session behind a token, and whether it is live: not ended, within its idle and absolute limits, its account
 * and person not disabled. Disabling an account therefore takes effect with the next request.
 */
export async function findSession(shell: Shell, sessionId: string): Promise<FoundSession | null> {
	const now = shell.now()
	const record = await loadSession(shell.db, sessionId, plainDateIn(now))
	if (!record) return null
	const isEnabled = record.account.disabledAt === null && record.account.person.disabledAt === null
	const isLive = isEnabled && !waitsForCode(record) && sessionStanding(record, now) === 'live'
	if (isLive && now.getTime() - record.lastSeenAt.getTime() > SEEN_EVERY_MS)
		await noteSeen(shell, sessionId, now)
	const { jurisdictionId, id, loginName } = record.account
	const { jurisdiction, person } = record.account
	return {
		id: record.id,
		account: { jurisdictionId, id, loginName },
		actor: actorOf(record),
		isLive,
		hasSecondFactor: record.account.secondFactors.length > 0,
		isCodeFresh: isCodeFresh(record.codeGivenAt, now),
		home: { organ: person.posts[0]?.organ.name ?? '', district: jurisdiction.name },
	}
}

/** A database that cannot be written keeps nobody from reading; whoever then acts is told so by the command. */
async function noteSeen(shell: Shell, id: string, lastSeenAt: Date): Promise<void> {
	try {
		await shell.db.session.update({ where: { id }, data: { lastSeenAt } })
	} catch (error) {
		refuseUnwritten(shell, error)
	}
}

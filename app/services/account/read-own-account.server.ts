import { sessionStanding } from '#app/domain/account/session-limits.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type PostLine, postLine } from '#app/services/organisation/read-people.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A place where the person is signed in. */
export type OwnSession = {
	readonly address: string
	readonly userAgent: string
	readonly createdAt: string
	readonly lastSeenAt: string
	readonly isHere: boolean
}

export type OwnAccount = {
	readonly loginName: string
	readonly staffCode: string
	readonly passwordSetAt: string | null
	readonly posts: readonly PostLine[]
	readonly sessions: readonly OwnSession[]
}

/** The actor's own account: posts, and the sessions that are live. Two queries. */
export async function readOwnAccount(shell: Shell, actor: Actor, sessionId: string): Promise<OwnAccount> {
	const { jurisdictionId, accountId } = actor
	const account = await shell.db.account.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: accountId } },
		include: {
			person: {
				include: {
					posts: {
						where: { state: 'active' },
						orderBy: { id: 'asc' },
						include: { organ: { select: { name: true } }, unit: { select: { name: true } } },
					},
				},
			},
		},
	})
	const sessions = await shell.db.session.findMany({
		where: { jurisdictionId, accountId, endedAt: null },
		orderBy: { createdAt: 'desc' },
	})
	return {
		loginName: account.loginName,
		staffCode: account.person.staffCode,
		passwordSetAt: account.passwordSetAt?.toISOString() ?? null,
		posts: account.person.posts.map(postLine),
		sessions: sessions
			.filter((session) => sessionStanding(session, shell.now()) === 'live')
			.map(({ id, address, userAgent, createdAt, lastSeenAt }) => ({
				address,
				userAgent,
				createdAt: createdAt.toISOString(),
				lastSeenAt: lastSeenAt.toISOString(),
				isHere: id === sessionId,
			})),
	}
}

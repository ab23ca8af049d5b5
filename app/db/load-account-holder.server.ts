import { holdEnd } from '#app/domain/account/recovery-hold.ts'
import { isCodeFresh } from '#app/domain/account/second-factor.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { roleOf } from './code-columns.server.ts'
import { findTree } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

/** Who holds an account: the person, and the roles and organs of the posts that count or wait to be confirmed. */
export type AccountHolder = {
	readonly accountId: string
	readonly personId: string
	readonly name: string
	readonly roles: readonly Role[]
	readonly organIds: readonly string[]
}

const COUNTING: { in: string[] } = { in: ['requested', 'active'] }

const HOLDER = { person: { include: { posts: { where: { state: COUNTING } } } } } as const

/** The holder of an account that is in use; null where there is none. */
export async function loadAccountHolder(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	accountId: string,
): Promise<AccountHolder | null> {
	const account = await findTree(tx, 'account', {
		where: { jurisdictionId, id: accountId, disabledAt: null, person: { disabledAt: null } },
		include: HOLDER,
	})
	if (!account) return null
	const { name, posts } = account.person
	return {
		accountId,
		personId: account.personId,
		name,
		roles: [...new Set(posts.map((post) => roleOf(post.role)))],
		organIds: [...new Set(posts.filter((post) => post.state === 'active').map((post) => post.organId))],
	}
}

/** Until when the holder of an account does nothing that counts because they did it; null where nothing holds them. */
export async function loadHold(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	accountId: string,
	now: Date,
): Promise<Date | null> {
	const newest = await findTree(tx, 'accountRecovery', {
		where: { jurisdictionId, accountId, usedAt: { not: null }, liftedAt: null },
		orderBy: { usedAt: 'desc' },
		take: 1,
	})
	return newest ? holdEnd(newest, now) : null
}

/** Whether an account has a second factor whose last code, given in this session, does not hold any more. */
export async function isCodeDue(
	tx: Pick<Tx, '$queryRaw'>,
	{ jurisdictionId, accountId, sessionId }: Pick<Actor, 'jurisdictionId' | 'accountId' | 'sessionId'>,
	now: Date,
): Promise<boolean> {
	const factor = await findTree(tx, 'secondFactor', { where: { jurisdictionId, accountId } })
	if (!factor) return false
	const session =
		sessionId === undefined
			? null
			: await findTree(tx, 'session', { where: { id: sessionId, jurisdictionId, accountId } })
	return !isCodeFresh(session?.codeGivenAt ?? null, now)
}

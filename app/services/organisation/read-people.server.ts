import { roleOf } from '#app/db/code-columns.server.ts'
import { loadAccountHolder } from '#app/db/load-account-holder.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { isGuarded } from '#app/domain/account/own-hand.ts'
import { isPermitted, permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { readOpenWork } from './manage-account.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** How an account stands: in use, waiting for its first password, or disabled. */
export type AccountState = 'active' | 'no-password' | 'disabled'

/** A post as a list shows it. */
export type PostLine = {
	readonly id: string
	readonly role: Role
	readonly place: string
	readonly since: string
}

/** A person with their account, as the administrators see them. */
export type PersonLine = {
	readonly personId: string
	readonly name: string
	readonly staffCode: string
	readonly loginName: string
	readonly state: AccountState
	readonly lastSeenAt: string | null
	readonly posts: readonly PostLine[]
}

export type PeopleQuery = {
	readonly search: string
	readonly organId: string | null
	readonly after: string | null
}

export type PeoplePage = {
	readonly people: readonly PersonLine[]
	readonly next: string | null
	readonly organs: readonly { readonly id: string; readonly name: string }[]
	readonly mayEdit: boolean
}

const PAGE = 50

/** The people of the jurisdiction by staff code, with search; goes on after a staff code. Four queries. */
export async function readPeople(
	shell: Shell,
	actor: Actor,
	query: PeopleQuery,
	size: number = PAGE,
): Promise<Result<PeoplePage, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'account.read', { jurisdictionId })
	if (!post.ok) return post
	const { search, organId, after } = query
	const people = await shell.db.person.findMany({
		where: {
			jurisdictionId,
			...(search === '' ? {} : { OR: personMatches(search) }),
			...(organId ? { posts: { some: { organId, state: 'active' } } } : {}),
			...(after === null ? {} : { staffCode: { gt: after } }),
		},
		orderBy: { staffCode: 'asc' },
		take: size + 1,
		include: PERSON_PARTS,
	})
	const shown = people.slice(0, size)
	const seen = await lastSeen(shell.db, jurisdictionId, shown)
	const organs = await shell.db.organ.findMany({
		where: { jurisdictionId },
		orderBy: { name: 'asc' },
		select: { id: true, name: true },
	})
	return accept({
		people: shown.map((person) => personLine(person, seen)),
		next: people.length > size ? (shown.at(-1)?.staffCode ?? null) : null,
		organs,
		mayEdit: permit(actor, 'account.created', { jurisdictionId }).ok,
	})
}

/** Where a search word may be found on a person. */
export function personMatches(search: string) {
	return [
		{ name: { contains: search } },
		{ staffCode: { contains: search } },
		{ account: { loginName: { contains: search } } },
	]
}

const PERSON_PARTS = {
	account: true,
	posts: {
		where: { state: 'active' },
		orderBy: { id: 'asc' },
		include: { organ: { select: { name: true } }, unit: { select: { name: true } } },
	},
} as const

type PersonRecord = {
	readonly id: string
	readonly name: string
	readonly staffCode: string
	readonly disabledAt: Date | null
	readonly account: AccountRecord | null
	readonly posts: readonly PostRecord[]
}
type AccountRecord = {
	readonly id: string
	readonly loginName: string
	readonly passwordHash: string | null
	readonly disabledAt: Date | null
}

/** A post with the names of its organ and unit. */
export type PostRecord = {
	readonly id: string
	readonly role: string
	readonly confirmedAt: Date | null
	readonly requestedAt: Date
	readonly organ: { readonly name: string }
	readonly unit: { readonly name: string } | null
}

function personLine(person: PersonRecord, seen: ReadonlyMap<string, Date>): PersonLine {
	const { account } = person
	return {
		personId: person.id,
		name: person.name,
		staffCode: person.staffCode,
		loginName: account?.loginName ?? '',
		state: accountState(person),
		lastSeenAt: account ? (seen.get(account.id)?.toISOString() ?? null) : null,
		posts: person.posts.map(postLine),
	}
}

/** A post as a list shows it. */
export function postLine(post: PostRecord): PostLine {
	return {
		id: post.id,
		role: roleOf(post.role),
		place: post.unit ? `${post.organ.name} ${post.unit.name}` : post.organ.name,
		since: (post.confirmedAt ?? post.requestedAt).toISOString(),
	}
}

function accountState({ disabledAt, account }: PersonRecord): AccountState {
	if (!account || disabledAt !== null || account.disabledAt !== null) return 'disabled'
	return account.passwordHash === null ? 'no-password' : 'active'
}

async function lastSeen(
	tx: Pick<Tx, 'session'>,
	jurisdictionId: string,
	people: readonly PersonRecord[],
): Promise<ReadonlyMap<string, Date>> {
	const accountIds = people.flatMap((person) => (person.account ? [person.account.id] : []))
	const groups = await tx.session.groupBy({
		by: ['accountId'],
		where: { jurisdictionId, accountId: { in: accountIds } },
		_max: { lastSeenAt: true },
	})
	return new Map(
		groups.flatMap(({ accountId, _max }) => (_max.lastSeenAt ? [[accountId, _max.lastSeenAt]] : [])),
	)
}

/** A person's own page for administrators: the account, the posts, and the open work by number. */
export async function readPerson(shell: Shell, actor: Actor, personId: string) {
	const { jurisdictionId } = actor
	const post = permit(actor, 'account.read', { jurisdictionId })
	if (!post.ok) return post
	const person = await shell.db.person.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id: personId } },
		include: PERSON_PARTS,
	})
	if (!person?.account) return refuse<Refusal>({ code: 'not-found' })
	const mayEdit = permit(actor, 'account.disabled', { jurisdictionId }).ok
	const accountId = person.account.id
	const roles = (await loadAccountHolder(shell.db, jurisdictionId, accountId))?.roles ?? []
	const openRecoveries = await shell.db.accountRecovery.count({
		where: { jurisdictionId, accountId, decidedAt: null },
	})
	return accept({
		...personLine(person, await lastSeen(shell.db, jurisdictionId, [person])),
		accountId,
		isOwn: person.id === actor.personId,
		createdAt: person.account.createdAt.toISOString(),
		disabledAt: person.account.disabledAt?.toISOString() ?? null,
		openWork: mayEdit ? await readOpenWork(shell.db, jurisdictionId, personId) : [],
		mayEdit,
		// Who signs, checks or confirms: one administrator alone hands out no link.
		isGuarded: isGuarded(roles),
		mayRecover: isPermitted(actor, 'account.recovery-requested', { jurisdictionId, holderRoles: roles }),
		isRecoveryOpen: openRecoveries > 0,
	})
}

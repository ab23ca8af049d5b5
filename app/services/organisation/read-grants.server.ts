import { roleOf } from '#app/db/code-columns.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { isSecondAdministrator } from '#app/domain/account/second-administrator.ts'
import { isPermitted, permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { loadAdministratorPosts, MOST_CONFIRMED } from './confirm-grants.server.ts'
import { type PostLine, type PostRecord, personMatches, postLine } from './read-people.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A post of somebody: waiting for the second administrator, or counting. */
export type GrantLine = PostLine & {
	readonly personId: string
	readonly person: string
	readonly staffCode: string
	readonly requester: string
	readonly requestedAt: string
	readonly isWaiting: boolean
	/** Their own request or their own post: another administrator deals with it. */
	readonly isOwn: boolean
	/** Whether this administrator may confirm it: of another role than under which it was asked for. */
	readonly isForThem: boolean
}

/** A person whom the search found, to grant them something. */
export type FoundPerson = {
	readonly id: string
	readonly name: string
	readonly staffCode: string
	readonly roles: readonly Role[]
}

export type GrantsQuery = {
	readonly search: string
	readonly personId: string | null
	/** Where the grants that count go on. */
	readonly after: string | null
	/** Where the grants that wait go on. */
	readonly waitingAfter: string | null
}

export type GrantsPage = {
	readonly waiting: readonly GrantLine[]
	readonly nextWaiting: string | null
	readonly held: readonly GrantLine[]
	readonly next: string | null
	readonly mayRequest: boolean
	/** Of what was asked for one by one, each request has its answer. */
	readonly mayConfirmOne: boolean
	/** What a table asks for is confirmed together, or declined one by one. */
	readonly mayConfirmAll: boolean
	readonly found: readonly FoundPerson[]
	readonly chosen: FoundPerson | null
	/** Organs and their units; the value of a unit is "organ:unit". */
	readonly places: readonly { readonly value: string; readonly label: string }[]
}

const PAGE = 50
const FOUND = 20

/** The grants that wait, those that count by search, and for the security administrator what a request needs. */
export async function readGrants(
	shell: Shell,
	actor: Actor,
	query: GrantsQuery,
): Promise<Result<GrantsPage, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'account.read', { jurisdictionId })
	if (!post.ok) return post
	const mayRequest = isPermitted(actor, 'grant.requested', { jurisdictionId })
	const waiting = await grantPage(
		shell,
		actor,
		{ isWaiting: true, after: query.waitingAfter },
		MOST_CONFIRMED,
	)
	const held = await grantPage(
		shell,
		actor,
		{ isWaiting: false, search: query.search, after: query.after },
		PAGE,
	)
	return accept({
		waiting: waiting.grants,
		nextWaiting: waiting.next,
		held: held.grants,
		next: held.next,
		mayRequest,
		mayConfirmOne: isPermitted(actor, 'grant.confirmed', { jurisdictionId }),
		mayConfirmAll: isPermitted(actor, 'grants.confirmed', { jurisdictionId }),
		...(await readRequestForm(shell, jurisdictionId, mayRequest, query)),
	})
}

/** Which grants: those that wait, or those that count by search; and where they go on. */
export type GrantChoice =
	| { readonly isWaiting: true; readonly after: string | null }
	| { readonly isWaiting: false; readonly search: string; readonly after: string | null }

export type GrantPage = { readonly grants: readonly GrantLine[]; readonly next: string | null }

/** One of the two lists of grants, so many at once. */
export async function readGrantPage(
	shell: Shell,
	actor: Actor,
	choice: GrantChoice,
	size: number,
): Promise<Result<GrantPage, Refusal>> {
	const post = permit(actor, 'account.read', { jurisdictionId: actor.jurisdictionId })
	return post.ok ? accept(await grantPage(shell, actor, choice, size)) : post
}

async function grantPage(
	shell: Shell,
	{ jurisdictionId, personId, posts }: Actor,
	choice: GrantChoice,
	size: number,
): Promise<GrantPage> {
	const found = await readPosts(
		shell,
		jurisdictionId,
		{
			state: choice.isWaiting ? 'requested' : 'active',
			...(choice.isWaiting || choice.search === '' ? {} : { person: { OR: personMatches(choice.search) } }),
			...(choice.after === null ? {} : { id: { gt: choice.after } }),
		},
		size + 1,
	)
	const shown = found.slice(0, size)
	const requesters = await loadPersonNames(
		shell.db,
		jurisdictionId,
		shown.map((each) => each.requestedBy),
	)
	const own = posts.map((post) => post.role)
	const held = await loadAdministratorPosts(
		shell.db,
		jurisdictionId,
		choice.isWaiting ? shown.map((each) => each.requestedBy) : [],
	)
	const isSecond = ({ requestedBy, requestedAt }: GrantRecord) =>
		requestedBy !== personId && isSecondAdministrator(own, held.get(requestedBy ?? '') ?? [], requestedAt)
	const line = (record: GrantRecord): GrantLine => ({
		...postLine(record),
		personId: record.personId,
		person: record.person.name,
		staffCode: record.person.staffCode,
		requester: requesters.get(record.requestedBy ?? '') ?? '',
		requestedAt: record.requestedAt.toISOString(),
		isWaiting: choice.isWaiting,
		// A request is confirmed by somebody else than who made it; a grant that counts may be ended by either.
		isOwn: record.personId === personId || (choice.isWaiting && record.requestedBy === personId),
		isForThem: choice.isWaiting && record.personId !== personId && isSecond(record),
	})
	return { grants: shown.map(line), next: found.length > size ? (shown.at(-1)?.id ?? null) : null }
}

type GrantRecord = PostRecord & {
	readonly personId: string
	readonly requestedBy: string | null
	readonly person: { readonly name: string; readonly staffCode: string }
}

function readPosts(
	shell: Shell,
	jurisdictionId: string,
	where: object,
	take: number,
): Promise<GrantRecord[]> {
	return shell.db.post.findMany({
		where: { jurisdictionId, ...where },
		orderBy: { id: 'asc' },
		take,
		include: {
			person: { select: { name: true, staffCode: true } },
			organ: { select: { name: true } },
			unit: { select: { name: true } },
		},
	})
}

async function readRequestForm(
	shell: Shell,
	jurisdictionId: string,
	mayRequest: boolean,
	query: GrantsQuery,
) {
	if (!mayRequest) return { found: [], chosen: null, places: [] }
	const people = await shell.db.person.findMany({
		where: {
			jurisdictionId,
			disabledAt: null,
			...(query.personId ? { id: query.personId } : { OR: personMatches(query.search) }),
		},
		orderBy: { staffCode: 'asc' },
		take: FOUND,
		select: {
			id: true,
			name: true,
			staffCode: true,
			posts: { where: { state: 'active' }, select: { role: true } },
		},
	})
	const found = people.map(({ posts, ...person }) => ({
		...person,
		roles: posts.map((each) => roleOf(each.role)),
	}))
	const organs = await shell.db.organ.findMany({
		where: { jurisdictionId },
		orderBy: { name: 'asc' },
		select: { id: true, name: true, units: { orderBy: { name: 'asc' }, select: { id: true, name: true } } },
	})
	return {
		found: query.personId || query.search === '' ? [] : found,
		chosen: query.personId ? (found[0] ?? null) : null,
		places: organs.flatMap((organ) => [
			{ value: `${organ.id}:`, label: organ.name },
			...organ.units.map((unit) => ({
				value: `${organ.id}:${unit.id}`,
				label: `${organ.name} · ${unit.name}`,
			})),
		]),
	}
}

import { randomInt } from 'node:crypto'
import type { Tx } from '#app/db/open-database.server.ts'
import { isPermitted, permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { commandOnJurisdiction } from '#app/services/command/command-on-jurisdiction.server.ts'
import { linkExpiry, linkTokenHash, writePasswordLink } from './manage-account.server.ts'
import { type PostLine, postLine } from './read-people.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** So many slips come out of one press: what one can hand out, and print, at once. */
export const MOST_SLIPS = 200

/** Why somebody gets no slip from this administrator now; null where they do. */
export type SlipHindrance = 'posts-wait' | 'confirmed-by-another' | 'no-posts'

/** Somebody who has never set a password, and whether this administrator may hand them their first link. */
export type Unopened = {
	readonly accountId: string
	readonly name: string
	readonly staffCode: string
	readonly loginName: string
	readonly posts: readonly PostLine[]
	readonly hindrance: SlipHindrance | null
}

export type FirstLinksPage = {
	readonly people: readonly Unopened[]
	readonly isMore: boolean
	readonly mayEdit: boolean
}

/** Who has no password yet: a page's worth, and whether there are more. */
export async function readFirstLinks(shell: Shell, actor: Actor): Promise<Result<FirstLinksPage, Refusal>> {
	const post = permit(actor, 'account.first-links-issued', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	const people = await findUnopened(shell.db, actor)
	return accept({
		people: people.slice(0, MOST_SLIPS),
		isMore: people.length > MOST_SLIPS,
		mayEdit: isPermitted(actor, 'organisation.imported', { jurisdictionId: actor.jurisdictionId }),
	})
}

/**
 * Links with which people set their first password, for all whom this administrator may hand one: those whose posts they
 * confirmed and another asked for, so that nobody alone makes an account that signs, and opens it. Tokens are
 * made by the caller, as those of one link are, and only their hashes enter.
 *
 * @param hashes by account; the accounts as the page showed them
 */
export async function issueFirstLinks(
	shell: Shell,
	actor: Actor,
	key: string,
	hashes: ReadonlyMap<string, string>,
): Promise<Result<Done<{ links: Readonly<Record<string, string>> }>, Refusal>> {
	const body = { accountIds: [...hashes.keys()] }
	return commandOnJurisdiction(shell, actor, { key, body }, 'account.first-links-issued', async (work) => {
		const { tx, jurisdictionId, at } = work
		const people = await findUnopened(tx, actor)
		const open = new Set(people.filter((each) => each.hindrance === null).map((each) => each.accountId))
		if (hashes.size === 0 || ![...hashes.keys()].every((id) => open.has(id)))
			return refuse({ code: 'unfitting', field: 'accounts', problem: 'changed' })
		for (const [accountId, tokenSha256] of hashes)
			await writePasswordLink(tx, jurisdictionId, accountId, tokenSha256, at, 'first')
		work.note({ links: [...hashes].map(([account, link]) => ({ account, link })) })
		return accept({ links: Object.fromEntries(hashes) })
	})
}

async function findUnopened(tx: Pick<Tx, 'person'>, actor: Actor): Promise<Unopened[]> {
	const { jurisdictionId } = actor
	const people = await tx.person.findMany({
		where: {
			jurisdictionId,
			disabledAt: null,
			account: { is: { passwordHash: null, passwordSetAt: null, disabledAt: null } },
		},
		orderBy: { staffCode: 'asc' },
		take: MOST_SLIPS + 1,
		include: {
			account: { select: { id: true, loginName: true } },
			posts: {
				where: { state: { in: ['requested', 'active'] } },
				orderBy: { id: 'asc' },
				include: { organ: { select: { name: true } }, unit: { select: { name: true } } },
			},
		},
	})
	return people.flatMap(({ name, staffCode, account, posts }) =>
		account
			? [
					{
						accountId: account.id,
						name,
						staffCode,
						loginName: account.loginName,
						posts: posts.filter((post) => post.state === 'active').map(postLine),
						hindrance: hindranceOf(actor, posts),
					},
				]
			: [],
	)
}

type Judged = { readonly state: string; readonly confirmedBy: string | null }

function hindranceOf({ personId }: Actor, posts: readonly Judged[]): SlipHindrance | null {
	if (posts.length === 0) return 'no-posts'
	if (posts.some((post) => post.state === 'requested')) return 'posts-wait'
	return posts.every((post) => post.confirmedBy === personId) ? null : 'confirmed-by-another'
}

/** Without what is read for something else: no 0 and o, no 1, i and l. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 5
const GROUP = 4

/** A token that is typed off a sheet of paper, of some 99 bits, and its hash. */
export function newTypedToken(): { token: string; tokenSha256: string } {
	const letters = Array.from({ length: GROUPS * GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')
	const token = letters.replaceAll(/.{4}(?=.)/g, '$&-')
	return { token, tokenSha256: linkTokenHash(token) }
}

/** Until when the links of a sheet are good that is made now. */
export function slipsGoodUntil(shell: Shell): string {
	return linkExpiry(shell.now()).toISOString()
}

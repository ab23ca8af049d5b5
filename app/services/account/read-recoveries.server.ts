import { loadAccountHolder } from '#app/db/load-account-holder.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { HOLD_HOURS, holdEnd } from '#app/domain/account/recovery-hold.ts'
import { isPermitted, permit } from '#app/domain/permission/permit.ts'
import type { Actor, Subject } from '#app/domain/permission/relation.ts'
import { type Role, ADMINISTRATOR_ROLES, HEAD_ROLES } from '#app/domain/permission/role.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** How a recovery stands: asked for, answered, its link used and its holder held, or over. */
export type RecoveryStanding = 'waiting' | 'declined' | 'confirmed' | 'held' | 'lifted' | 'over'

/** A recovery as the page shows it. */
export type RecoveryLine = {
	readonly id: string
	readonly person: string
	readonly roles: readonly Role[]
	readonly reason: string
	readonly standing: RecoveryStanding
	readonly requestedBy: string
	readonly requestedAt: string
	readonly decidedBy: string | null
	readonly decidedAt: string | null
	readonly heldUntil: string | null
	readonly mayDecide: boolean
	readonly mayLift: boolean
}

/** A recovery that waits for the actor. */
export type RecoveryTask = { readonly id: string; readonly person: string; readonly task: 'confirm' | 'lift' }

const PAGE = 50

/** The last recoveries: an administrator sees those of the district, the head of an organ those of its people. */
export async function readRecoveries(
	shell: Shell,
	actor: Actor,
): Promise<Result<readonly RecoveryLine[], Refusal>> {
	const post = permit(actor, 'recovery.read', { jurisdictionId: actor.jurisdictionId })
	return post.ok ? accept(await recoveryLines(shell, actor, {})) : post
}

/** What of it waits for the actor: to confirm, or to lift. One query, where anything could. */
export async function readRecoveryTasks(shell: Shell, actor: Actor): Promise<readonly RecoveryTask[]> {
	if (!hasRole(actor, [...ADMINISTRATOR_ROLES, ...HEAD_ROLES])) return []
	const since = new Date(shell.now().getTime() - HOLD_HOURS * 3_600_000)
	const open = { OR: [{ decidedAt: null }, { usedAt: { gt: since }, liftedAt: null }] }
	const lines = await recoveryLines(shell, actor, open)
	return lines.flatMap(({ id, person, mayDecide, mayLift }): RecoveryTask[] =>
		mayDecide ? [{ id, person, task: 'confirm' }] : mayLift ? [{ id, person, task: 'lift' }] : [],
	)
}

async function recoveryLines(shell: Shell, actor: Actor, where: object): Promise<RecoveryLine[]> {
	const { jurisdictionId } = actor
	const rows = await shell.db.accountRecovery.findMany({
		where: { jurisdictionId, ...where },
		orderBy: { id: 'desc' },
		take: PAGE,
	})
	const names = await loadPersonNames(
		shell.db,
		jurisdictionId,
		rows.flatMap((row) => [row.requestedBy, row.decidedBy]),
	)
	const lines = rows.map(async (row): Promise<RecoveryLine[]> => {
		const holder = await loadAccountHolder(shell.db, jurisdictionId, row.accountId)
		if (!holder) return []
		const subject = { jurisdictionId, holderOrganIds: holder.organIds, holderRoles: holder.roles }
		if (!maySee(actor, subject)) return []
		const end = holdEnd(row, shell.now())
		const isOwn = holder.personId === actor.personId
		const isAsker = row.requestedBy === actor.personId
		const mayDecide = row.decidedAt === null && !isOwn && !isAsker
		return [
			{
				id: row.id,
				person: holder.name,
				roles: holder.roles,
				reason: row.reason,
				standing: standingOf(row, end),
				requestedBy: names.get(row.requestedBy) ?? '',
				requestedAt: row.requestedAt.toISOString(),
				decidedBy: row.decidedBy ? (names.get(row.decidedBy) ?? '') : null,
				decidedAt: row.decidedAt?.toISOString() ?? null,
				heldUntil: end?.toISOString() ?? null,
				mayDecide: mayDecide && isPermitted(actor, 'account.recovery-confirmed', subject),
				mayLift: end !== null && !isOwn && isPermitted(actor, 'account.hold-lifted', subject),
			},
		]
	})
	return (await Promise.all(lines)).flat()
}

type Row = {
	readonly decidedAt: Date | null
	readonly linkSha256: string | null
	readonly usedAt: Date | null
	readonly liftedAt: Date | null
}

function standingOf({ decidedAt, linkSha256, usedAt, liftedAt }: Row, end: Date | null): RecoveryStanding {
	if (decidedAt === null) return 'waiting'
	if (linkSha256 === null) return 'declined'
	if (usedAt === null) return 'confirmed'
	if (liftedAt !== null) return 'lifted'
	return end === null ? 'over' : 'held'
}

function maySee(actor: Actor, subject: Subject): boolean {
	return hasRole(actor, ADMINISTRATOR_ROLES) || isPermitted(actor, 'account.hold-lifted', subject)
}

function hasRole(actor: Actor, roles: readonly Role[]): boolean {
	return actor.posts.some((post) => roles.includes(post.role))
}

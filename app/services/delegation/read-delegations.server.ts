import { roleOf } from '#app/db/code-columns.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import {
	type DelegationStanding,
	delegationStanding,
	isDelegable,
	isOpen,
	mayConfirm,
} from '#app/domain/permission/delegation.ts'
import { type Actor, isOneWith } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { mayWithdraw } from './delegate-post.server.ts'

/** A delegation as the page shows it. */
export type DelegationLine = {
	readonly id: string
	readonly role: Role
	readonly organ: string
	readonly delegator: string
	readonly substitute: string
	readonly startsOn: string
	readonly endsOn: string
	readonly words: string
	readonly standing: DelegationStanding
	readonly decidedBy: string | null
	readonly decidedAt: string | null
	readonly withdrawnBy: string | null
	readonly withdrawnAt: string | null
	readonly mayDecide: boolean
	readonly mayWithdraw: boolean
}

/** Somebody who may stand in for an own post: the value of the choice, and its words. */
export type SubstituteChoice = {
	readonly value: string
	readonly role: Role
	readonly name: string
	readonly unit: string | null
}

export type DelegationsPage = {
	readonly lines: readonly DelegationLine[]
	readonly choices: readonly SubstituteChoice[]
	/** Roles that could be delegated if somebody else held them too. */
	readonly alone: readonly Role[]
	readonly today: string
}

/** A delegation that waits for the actor's answer, or that runs in their name today. */
export type DelegationTask = {
	readonly id: string
	readonly task: 'confirm' | 'standing-in'
	readonly role: Role
	readonly delegator: string
	readonly substitute: string
	readonly endsOn: string
}

const PAGE = 50

/** The newest delegations that the actor is a party of or may answer for, and whom they may name for their own posts. */
export async function readDelegations(shell: Shell, actor: Actor): Promise<DelegationsPage> {
	const lines = await delegationLines(shell, actor, {})
	const own = actor.posts.filter(({ role, standsFor }) => isDelegable(role) && !standsFor)
	const holders = await shell.db.post.findMany({
		where: {
			jurisdictionId: actor.jurisdictionId,
			OR: own.map(({ role, organId }) => ({ role, organId })),
			personId: { not: actor.personId },
			state: 'active',
			person: { disabledAt: null },
		},
		include: { person: { select: { name: true } }, unit: { select: { name: true } } },
		orderBy: { id: 'asc' },
	})
	const choices = own.flatMap(({ id, role, organId }) =>
		holders
			.filter((each) => each.role === role && each.organId === organId)
			.map((each) => ({
				value: `${id}:${each.personId}`,
				role,
				name: each.person.name,
				unit: each.unit?.name ?? null,
			})),
	)
	return {
		lines,
		choices: choices.filter(({ value }, at) => choices.findIndex((each) => each.value === value) === at),
		alone: own.flatMap(({ id, role }) => (choices.some(({ value }) => value.startsWith(id)) ? [] : [role])),
		today: plainDateIn(shell.now()),
	}
}

/** What of it stands on the actor's work list: to confirm, or that they stand in for somebody. One query. */
export async function readDelegationTasks(shell: Shell, actor: Actor): Promise<readonly DelegationTask[]> {
	const open = { withdrawnAt: null, endsOn: { gte: plainDateIn(shell.now()) } }
	const lines = await delegationLines(shell, actor, open)
	const standsInBy = new Set(actor.posts.flatMap(({ standsFor }) => standsFor?.delegationId ?? []))
	return lines.flatMap(({ mayDecide, ...line }): DelegationTask[] => {
		if (mayDecide) return [{ ...line, task: 'confirm' }]
		return standsInBy.has(line.id) ? [{ ...line, task: 'standing-in' }] : []
	})
}

async function delegationLines(shell: Shell, actor: Actor, where: object): Promise<DelegationLine[]> {
	const { jurisdictionId, personId } = actor
	const today = plainDateIn(shell.now())
	const organIds = actor.posts.map(({ organId }) => organId)
	const isLeader = actor.posts.some(({ role }) => role === 'leader')
	const rows = await shell.db.delegation.findMany({
		where: {
			jurisdictionId,
			...where,
			...(isLeader
				? {}
				: {
						OR: [
							{ delegatorId: personId },
							{ substituteId: personId },
							{ post: { organId: { in: organIds } } },
						],
					}),
		},
		orderBy: { id: 'desc' },
		take: PAGE,
		include: {
			post: { select: { role: true, organId: true, organ: { select: { name: true } } } },
			delegator: { select: { name: true } },
			substitute: { select: { name: true } },
		},
	})
	const others = rows.flatMap(({ decidedBy, withdrawnBy }) => [decidedBy ?? [], withdrawnBy ?? []].flat())
	const people =
		others.length === 0
			? []
			: await shell.db.person.findMany({ where: { jurisdictionId, id: { in: others } } })
	const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null
	return rows.flatMap((row): DelegationLine[] => {
		const made = { ...row, role: roleOf(row.post.role), organId: row.post.organId }
		const isParty = [made.delegatorId, made.substituteId].some((id) => isOneWith(actor, id))
		if (!isParty && !mayConfirm(actor, made)) return []
		const standing = delegationStanding(made, today)
		return [
			{
				...{ id: made.id, role: made.role, organ: row.post.organ.name, words: made.words, standing },
				...{ delegator: row.delegator.name, substitute: row.substitute.name },
				...{ startsOn: made.startsOn, endsOn: made.endsOn },
				decidedBy: nameOf(made.decidedBy),
				decidedAt: made.decidedAt?.toISOString() ?? null,
				withdrawnBy: nameOf(made.withdrawnBy),
				withdrawnAt: made.withdrawnAt?.toISOString() ?? null,
				mayDecide: standing === 'waiting' && mayConfirm(actor, made),
				mayWithdraw: isOpen(standing) && mayWithdraw(actor, made),
			},
		]
	})
}

import { type AccountHolder, loadAccountHolder } from '#app/db/load-account-holder.server.ts'
import { loadHolders } from '#app/db/load-holders.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { isGuarded } from '#app/domain/account/own-hand.ts'
import { holdEnd } from '#app/domain/account/recovery-hold.ts'
import type { Actor, Subject } from '#app/domain/permission/relation.ts'
import { ADMINISTRATOR_ROLES, HEAD_ROLES } from '#app/domain/permission/role.ts'
import type { Misfit } from '#app/domain/problem.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { commandOnJurisdiction } from '#app/services/command/command-on-jurisdiction.server.ts'
import { judgePassword } from '#app/services/command/confirm-signature.server.ts'
import { writePasswordLink } from '#app/services/organisation/manage-account.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { isOwnPassword } from './sign-in.server.ts'

type Answer<Value> = Promise<Result<Done<Value>, Refusal>>

/**
 * Asks for a new password for somebody who signs, checks or confirms. Nothing changes yet: a second administrator has to
 * confirm, and the person and the head of the organ are told at once.
 */
export async function requestRecovery(
	shell: Shell,
	actor: Actor,
	key: string,
	{ accountId, reason }: { readonly accountId: string; readonly reason: string },
): Answer<{ recoveryId: string }> {
	const subject = (tx: Tx) => subjectOfAccount(tx, actor.jurisdictionId, accountId)
	const order = { key, body: { accountId, reason }, subject }
	return commandOnJurisdiction(shell, actor, order, 'account.recovery-requested', async (work) => {
		const { tx, jurisdictionId } = work
		const holder = await loadAccountHolder(tx, jurisdictionId, accountId)
		if (!holder) return misfit('accountId', 'unknown-account')
		if (holder.personId === actor.personId) return misfit('accountId', 'own-request')
		if (!isGuarded(holder.roles)) return misfit('accountId', 'needs-no-second-administrator')
		const open = await tx.accountRecovery.count({ where: { jurisdictionId, accountId, decidedAt: null } })
		if (open > 0) return misfit('accountId', 'recovery-waits')
		const recoveryId = shell.newId()
		await tx.accountRecovery.create({
			data: {
				jurisdictionId,
				id: recoveryId,
				accountId,
				reason,
				requestedBy: actor.personId,
				requestedAt: work.at,
			},
		})
		work.note({ recovery: recoveryId, account: accountId, person: holder.personId, reason })
		work.tell(await toldOfRecovery(tx, jurisdictionId, holder))
		return accept({ recoveryId })
	})
}

/**
 * Confirms a recovery: a second administrator, neither who asked nor the person concerned. The link goes to whoever
 * confirms, never to whoever asked; every session of the account ends, and links from before are spent.
 */
export async function confirmRecovery(
	shell: Shell,
	actor: Actor,
	key: string,
	{ recoveryId, tokenSha256 }: { readonly recoveryId: string; readonly tokenSha256: string },
): Answer<{ tokenSha256: string; name: string }> {
	const subject = (tx: Tx) => subjectOfRecovery(tx, actor.jurisdictionId, recoveryId)
	const order = { key, body: { recoveryId }, subject }
	return commandOnJurisdiction(shell, actor, order, 'account.recovery-confirmed', async (work) => {
		const { tx, jurisdictionId, at } = work
		const open = await openRecovery(tx, actor, recoveryId)
		if (!open.ok) return open
		const { recovery, holder } = open.value
		const { accountId } = recovery
		await writePasswordLink(tx, jurisdictionId, accountId, tokenSha256, at, 'recovery')
		await tx.accountRecovery.update({
			where: { jurisdictionId_id: { jurisdictionId, id: recoveryId } },
			data: { decidedBy: actor.personId, decidedAt: at, linkSha256: tokenSha256 },
		})
		await tx.session.updateMany({
			where: { jurisdictionId, accountId, endedAt: null },
			data: { endedAt: at },
		})
		work.note({
			recovery: recoveryId,
			account: accountId,
			person: holder.personId,
			requestedBy: recovery.requestedBy,
			link: tokenSha256,
		})
		work.tell(await toldOfRecovery(tx, jurisdictionId, holder))
		return accept({ tokenSha256, name: holder.name })
	})
}

/** Says no to a recovery; nothing changes for the person, who is told. */
export async function declineRecovery(
	shell: Shell,
	actor: Actor,
	key: string,
	recoveryId: string,
): Answer<{ recoveryId: string }> {
	const subject = (tx: Tx) => subjectOfRecovery(tx, actor.jurisdictionId, recoveryId)
	const order = { key, body: { recoveryId }, subject }
	return commandOnJurisdiction(shell, actor, order, 'account.recovery-declined', async (work) => {
		const { tx, jurisdictionId } = work
		const open = await openRecovery(tx, actor, recoveryId)
		if (!open.ok) return open
		const { recovery, holder } = open.value
		await tx.accountRecovery.update({
			where: { jurisdictionId_id: { jurisdictionId, id: recoveryId } },
			data: { decidedBy: actor.personId, decidedAt: work.at },
		})
		work.note({ recovery: recoveryId, account: recovery.accountId, person: holder.personId })
		work.tell(await toldOfRecovery(tx, jurisdictionId, holder))
		return accept({ recoveryId })
	})
}

/** Lifts the hold after a recovery: the head of the person's organ, who has seen them in person, by their own password. */
export async function liftHold(
	shell: Shell,
	actor: Actor,
	key: string,
	{ recoveryId, password }: { readonly recoveryId: string; readonly password: string },
): Answer<{ recoveryId: string }> {
	const isOwn = await isOwnPassword(shell, actor, password)
	const subject = (tx: Tx) => subjectOfRecovery(tx, actor.jurisdictionId, recoveryId)
	const order = { key, body: { recoveryId }, subject }
	return commandOnJurisdiction(shell, actor, order, 'account.hold-lifted', async (work) => {
		const { tx, jurisdictionId, at } = work
		const recovery = await tx.accountRecovery.findFirst({ where: { jurisdictionId, id: recoveryId } })
		if (!recovery) return refuse<Refusal>({ code: 'not-found' })
		const holder = await loadAccountHolder(tx, jurisdictionId, recovery.accountId)
		if (!holder || holdEnd(recovery, at) === null) return misfit('recoveryId', 'no-hold')
		if (holder.personId === actor.personId) return misfit('recoveryId', 'own-request')
		const signed = await judgePassword(work, isOwn)
		if (!signed.ok) return signed
		await tx.accountRecovery.update({
			where: { jurisdictionId_id: { jurisdictionId, id: recoveryId } },
			data: { liftedBy: actor.personId, liftedAt: at },
		})
		work.note({ recovery: recoveryId, account: recovery.accountId, person: holder.personId })
		work.tell(await toldOfRecovery(tx, jurisdictionId, holder))
		return accept({ recoveryId })
	})
}

/** The person, whoever leads their organ, and the three administrators: nobody of them learns of it from the trail first. */
export async function toldOfRecovery(
	tx: Pick<Tx, 'post'>,
	jurisdictionId: string,
	holder: Pick<AccountHolder, 'personId' | 'organIds'>,
) {
	const heads: string[] = []
	for (const organId of holder.organIds)
		heads.push(...(await loadHolders(tx, jurisdictionId, HEAD_ROLES, organId)))
	const administrators = await loadHolders(tx, jurisdictionId, ADMINISTRATOR_ROLES)
	return {
		personIds: [holder.personId, ...heads, ...administrators],
		matterId: null,
		aboutId: holder.personId,
	}
}

async function openRecovery(tx: Tx, actor: Actor, recoveryId: string) {
	const { jurisdictionId } = actor
	const recovery = await tx.accountRecovery.findFirst({ where: { jurisdictionId, id: recoveryId } })
	if (!recovery) return refuse<Refusal>({ code: 'not-found' })
	const holder = await loadAccountHolder(tx, jurisdictionId, recovery.accountId)
	if (recovery.decidedAt !== null || !holder) return misfit('recoveryId', 'recovery-decided')
	if (recovery.requestedBy === actor.personId || holder.personId === actor.personId)
		return misfit('recoveryId', 'own-request')
	return accept({ recovery, holder })
}

async function subjectOfRecovery(tx: Tx, jurisdictionId: string, recoveryId: string) {
	const recovery = await tx.accountRecovery.findFirst({ where: { jurisdictionId, id: recoveryId } })
	return recovery ? subjectOfAccount(tx, jurisdictionId, recovery.accountId) : {}
}

/** The ties of an account that permission asks for. */
async function subjectOfAccount(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	accountId: string,
): Promise<Omit<Subject, 'jurisdictionId'>> {
	const holder = await loadAccountHolder(tx, jurisdictionId, accountId)
	return holder ? { holderOrganIds: holder.organIds, holderRoles: holder.roles } : {}
}

function misfit(field: string, problem: Misfit): Result<never, Refusal> {
	return refuse({ code: 'unfitting', field, problem })
}

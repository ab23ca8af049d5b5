import { loadHolders } from '#app/db/load-holders.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { jsonText } from '#app/domain/json-text.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Problem } from '#app/domain/problem.ts'
import { type EntryBody, changedNumbers } from '#app/domain/reference/number-fields.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type JurisdictionWork,
	commandOnJurisdiction,
} from '#app/services/command/command-on-jurisdiction.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { newestVersion } from './propose-reference.server.ts'

type Decided = Promise<Result<Done<{ proposalId: string }>, Refusal>>

/**
 * Confirms a proposal (security administrator): the new version is there, and holds from its day. Never by whoever
 * proposed it, not after its day, and not where another version has come since.
 */
export async function confirmReference(shell: Shell, actor: Actor, key: string, proposalId: string): Decided {
	const order = { key, body: { proposalId } }
	return commandOnJurisdiction(shell, actor, order, 'reference.confirmed', async (work) => {
		const found = await openProposal(work, proposalId)
		if (!found.ok) return found
		const { kind, code, effectiveFrom, replaces, body, source, mark, lastChecked, proposedBy } = found.value
		if (effectiveFrom < plainDateIn(work.at)) return unfitting('outdated')
		const base = await newestVersion(work.tx, kind, code)
		if ((base?.effectiveFrom ?? null) !== replaces) return unfitting('outdated')
		await writeDecision(work, found.value, true, '')
		await work.tx.referenceEntry.create({
			data: { kind, code, effectiveFrom, body, source, mark, lastChecked, proposalId },
		})
		const numbers = changedNumbers(kind, code, base ? read(base.body) : {}, read(body))
		work.note({ proposal: proposalId, kind, code, from: effectiveFrom, mark, source, numbers, proposedBy })
		work.tell({ personIds: [...(await others(work)), proposedBy], matterId: null })
		return accept({ proposalId })
	})
}

/** Declines a proposal with a reason (security administrator): nothing changes, and it may be proposed anew. */
export async function declineReference(
	shell: Shell,
	actor: Actor,
	key: string,
	{ proposalId, reason }: { readonly proposalId: string; readonly reason: string },
): Decided {
	const order = { key, body: { proposalId, reason } }
	return commandOnJurisdiction(shell, actor, order, 'reference.declined', async (work) => {
		const found = await openProposal(work, proposalId)
		if (!found.ok) return found
		const { kind, code, effectiveFrom, mark, source, proposedBy } = found.value
		await writeDecision(work, found.value, false, reason)
		const about = { proposal: proposalId, kind, code, from: effectiveFrom, mark, source, numbers: [] }
		work.note({ ...about, proposedBy, reason })
		work.tell({ personIds: [...(await others(work)), proposedBy], matterId: null })
		return accept({ proposalId })
	})
}

type Work = Pick<JurisdictionWork<'reference.confirmed'>, 'tx' | 'jurisdictionId' | 'actor' | 'at'>

/** A proposal that waits, and that is not the actor's own. */
async function openProposal({ tx, jurisdictionId, actor }: Work, proposalId: string) {
	const found = await tx.referenceProposal.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id: proposalId } },
		include: { decision: true },
	})
	if (!found || found.decision) return unfitting('recovery-decided')
	return found.proposedBy === actor.personId ? unfitting('own-request') : accept(found)
}

async function writeDecision(
	{ tx, jurisdictionId, actor, at }: Work,
	{ id, proposedBy, effectiveFrom }: { id: string; proposedBy: string; effectiveFrom: string },
	isConfirmed: boolean,
	reason: string,
): Promise<void> {
	await tx.referenceDecision.create({
		data: {
			jurisdictionId,
			proposalId: id,
			proposedBy,
			effectiveFrom,
			isConfirmed,
			reason,
			decidedBy: actor.personId,
			decidedOn: plainDateIn(at),
			decidedAt: at,
		},
	})
}

function others({ tx, jurisdictionId }: Work): Promise<string[]> {
	return loadHolders(tx, jurisdictionId, ['audit-administrator', 'review-lead'])
}

function unfitting(problem: Problem): Result<never, Refusal> {
	return refuse({ code: 'unfitting', field: 'proposalId', problem })
}

function read(body: string): EntryBody {
	return jsonText<EntryBody>().read(body)
}

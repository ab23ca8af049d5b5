import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { startDeadline, stopClock } from '#app/services/command/deadlines.server.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import { supplementNotice } from '#app/documents/papers/notice-papers.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** One thing that is missing, and why it is needed. */
export type SupplementItemGiven = { readonly what: string; readonly reason: string }

/** How often a matter may be sent back for papers: one list each time, never piece by piece. */
export const SUPPLEMENT_ROUNDS = 2

const ITEMS_LIMIT = 50

/**
 * [2] Asks for supplements in one list, each item with its reason: before acceptance the registrar, in review the
 * reviewer. The clock that ran stands still from today, and the supplement's own begins.
 */
export async function requestSupplement(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: readonly SupplementItemGiven[],
): Promise<Result<Done<{ number: number }>, Refusal>> {
	const body = { items: given.map(({ what, reason }) => ({ what, reason })) }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'supplement.requested' }, async (work) => {
		const { matter } = work
		if (!mayAskForSupplement(matter, actor))
			return refuse({ code: 'not-permitted', act: 'supplement.requested' })
		if (matter.supplements.length >= SUPPLEMENT_ROUNDS)
			return refuse({ code: 'unfitting', field: 'items', problem: 'no-round-left' })
		const items = readItems(given)
		if (!items.ok) return items
		const number = await writeList(work, items.value)
		await stopClock(work, 'supplement', null)
		await startDeadline(work, 'supplement', periodsFor(tracksOf(matter), work.reference.periods).supplement)
		work.change({ supplementFrom: matter.state })
		await sealMatterPaper(work, {
			kind: 'supplement-notice',
			aboutId: matter.id,
			issuer: 'review-organ',
			write: supplementNotice,
		})
		work.note({ number, items: items.value.map(({ what }) => what) })
		return accept({ number })
	})
}

/** Before acceptance the registrar asks, in review the assigned reviewer. */
export function mayAskForSupplement(
	matter: { state: string; reviewerId: string | null },
	actor: Actor,
): boolean {
	if (matter.state === 'reviewing') return matter.reviewerId === actor.personId
	return actor.posts.some((post) => post.role === 'registrar')
}

function readItems(given: readonly SupplementItemGiven[]): Result<SupplementItemGiven[], Refusal> {
	const asked = given
		.map((item, index) => ({ ...item, index }))
		.filter(({ what, reason }) => what.trim() !== '' || reason.trim() !== '')
	if (asked.length === 0) return refuse({ code: 'unfitting', field: 'what-0', problem: 'missing' })
	if (asked.length > ITEMS_LIMIT) return refuse({ code: 'unfitting', field: 'items', problem: 'too-many' })
	const items: SupplementItemGiven[] = []
	for (const item of asked) {
		const what = readWords(`what-${item.index}`, item.what)
		if (!what.ok) return what
		const reason = readWords(`reason-${item.index}`, item.reason)
		if (!reason.ok) return reason
		items.push({ what: what.value, reason: reason.value })
	}
	return accept(items)
}

async function writeList(work: MatterWork, items: readonly SupplementItemGiven[]): Promise<number> {
	const { jurisdictionId, id: matterId, supplements } = work.matter
	const supplementId = work.shell.newId()
	const number = supplements.length + 1
	await work.tx.supplement.create({
		data: {
			jurisdictionId,
			id: supplementId,
			matterId,
			number,
			requestedBy: work.actor.personId,
			requestedAt: work.at,
		},
	})
	await work.tx.supplementItem.createMany({
		data: items.map((item, index) => ({ ...item, jurisdictionId, supplementId, position: index + 1 })),
	})
	return number
}

import { loadMatter } from '#app/db/load-matter.server.ts'
import { loadTold } from '#app/db/load-told.server.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { declaredCounsel } from '#app/domain/matter-record/review-standing.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { belongsToState } from '#app/domain/review-workflow/transition-matter.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ hasInterest: boolean }>, Refusal>>

/** What counsel say: that they have no interest, or that they have one, and which. */
export type InterestGiven = { readonly hasInterest: boolean; readonly words: string }

/**
 * [9] Counsel say whether they have an interest in the matter (利害关系) before they see its papers. One who has none may
 * read and write; one who has any leaves at once, with every sight of the matter, and the lead names a successor.
 */
export async function declareInterest(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: InterestGiven,
): Answer {
	const body = { ...given }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'counsel.declared' }, async (work) => {
		const { matter } = work
		const own = assignmentOf(matter, actor)
		if (!own) return refuse({ code: 'not-permitted', act: 'counsel.declared' })
		if (!given.hasInterest && matter.interests.some(({ assignmentId }) => assignmentId === own.id))
			return refuse({ code: 'unfitting', field: 'intent', problem: 'already-signed' })
		const words = given.hasInterest ? readWords('words', given.words) : accept(null)
		if (!words.ok) return words
		const declaration = await writeDeclaration(work, own.id, given.hasInterest, words.value)
		if (given.hasInterest) await endSight(work, own.id)
		work.note({ declaration, hasInterest: given.hasInterest, words: words.value })
		return accept({ hasInterest: given.hasInterest })
	})
}

function assignmentOf({ assignments }: Pick<MatterRecord, 'assignments'>, { personId }: Actor) {
	return assignments.find((each) => each.role === 'counsel' && each.personId === personId)
}

async function writeDeclaration(
	work: MatterWork,
	assignmentId: string,
	hasInterest: boolean,
	words: string | null,
): Promise<string> {
	const id = work.shell.newId()
	await work.tx.interestDeclaration.create({
		data: {
			jurisdictionId: work.matter.jurisdictionId,
			id,
			matterId: work.matter.id,
			assignmentId,
			personId: work.actor.personId,
			hasInterest,
			words,
			postId: work.post.id,
			declaredAt: work.at,
		},
	})
	return id
}

/** Their assignment ends, lines about the matter leave their desk, and the lead is told to name somebody else. */
async function endSight(work: MatterWork, assignmentId: string): Promise<void> {
	const { jurisdictionId, id: matterId } = work.matter
	const { personId } = work.actor
	await work.tx.assignment.update({
		where: { jurisdictionId_id: { jurisdictionId, id: assignmentId } },
		data: { endedAt: work.at },
	})
	await work.tx.notice.updateMany({
		where: { jurisdictionId, personId, matterId, readAt: null },
		data: { readAt: work.at },
	})
	const leads = await loadTold(work.tx, work.matter, ['review-leads'])
	work.tell({ personIds: leads, matterId, aboutId: personId })
}

/** All that counsel see of a matter before they have said that they have no interest in it. */
export type InterestPage = {
	readonly matterId: string
	readonly revision: number
	readonly title: string
	readonly organ: string
	readonly unit: string
	readonly hasDeclared: boolean
	readonly mayDeclare: boolean
}

/** Reads the page on which counsel say whether they have an interest: for whoever is assigned as counsel. */
export async function readInterestPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<InterestPage, Refusal>> {
	const matter = await loadMatter(shell.db, actor.jurisdictionId, matterId)
	if (!matter) return refuse({ code: 'not-found' })
	const subject = subjectOf(matter)
	if (!permit(actor, 'counsel.declared', subject).ok)
		return permit(actor, 'matter.read', subject).ok
			? refuse({ code: 'not-permitted', act: 'counsel.declared' })
			: refuse({ code: 'not-found' })
	return accept({
		matterId,
		revision: matter.revision,
		title: matter.title,
		organ: matter.organ.name,
		unit: matter.unit.name,
		hasDeclared: declaredCounsel(matter).includes(actor.personId),
		mayDeclare: belongsToState(matter.state, 'counsel.declared'),
	})
}

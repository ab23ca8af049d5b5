import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { roleOf } from '#app/db/code-columns.server.ts'
import { loadHands } from '#app/db/load-hands.server.ts'
import {
	type Assignable,
	type Candidate,
	judgeCounsel,
	judgeReviewer,
} from '#app/domain/permission/candidate.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** [8] Assigns the reviewer, or another one in the middle of a review or re-check; the former one's assignment ends. */
export async function assignReviewer(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	personId: string,
): Promise<Result<Done<{ personId: string }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { personId } },
		{ act: 'reviewer.assigned' },
		async (work) => {
			const { matter } = work
			if (matter.state !== 'accepted' && matter.reviewerId === personId)
				return refuse({ code: 'unfitting', field: 'personId', problem: 'already-assigned' })
			const eligible = judgeReviewer(await loadCandidate(work, personId), await assignableOf(work))
			if (!eligible.ok) return eligible
			await work.tx.assignment.updateMany({
				where: {
					jurisdictionId: matter.jurisdictionId,
					matterId: matter.id,
					role: 'reviewer',
					endedAt: null,
				},
				data: { endedAt: work.at },
			})
			await writeAssignment(work, 'reviewer', personId)
			work.change({ reviewerId: personId })
			work.note({ person: personId, before: matter.reviewerId })
			work.tell({ personIds: [personId], matterId: matter.id })
			return accept({ personId })
		},
	)
}

/** Assigns counsel (法律顾问、公职律师) to a matter: there may be several. They see this matter and no other. */
export async function assignCounsel(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	personId: string,
): Promise<Result<Done<{ personId: string }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { personId } },
		{ act: 'counsel.assigned' },
		async (work) => {
			const { matter } = work
			if (matter.assignments.some((each) => each.role === 'counsel' && each.personId === personId))
				return refuse({ code: 'unfitting', field: 'personId', problem: 'already-assigned' })
			const eligible = judgeCounsel(await loadCandidate(work, personId), await assignableOf(work))
			if (!eligible.ok) return eligible
			await writeAssignment(work, 'counsel', personId)
			work.note({ person: personId })
			work.tell({ personIds: [personId], matterId: matter.id })
			return accept({ personId })
		},
	)
}

async function loadCandidate({ tx, matter }: MatterWork, personId: string): Promise<Candidate> {
	const posts = await tx.post.findMany({
		where: { jurisdictionId: matter.jurisdictionId, personId, state: 'active' },
		select: { id: true, role: true, organId: true, unitId: true },
	})
	return { personId, posts: posts.map((post) => ({ ...post, role: roleOf(post.role) })) }
}

async function assignableOf({ tx, matter }: MatterWork): Promise<Assignable> {
	const hands = await loadHands(tx, matter)
	return { ...subjectOf(matter), hands }
}

async function writeAssignment(
	work: MatterWork,
	role: 'reviewer' | 'counsel',
	personId: string,
): Promise<void> {
	await work.tx.assignment.create({
		data: {
			jurisdictionId: work.matter.jurisdictionId,
			id: work.shell.newId(),
			matterId: work.matter.id,
			role,
			personId,
			assignedBy: work.actor.personId,
			assignedAt: work.at,
		},
	})
}

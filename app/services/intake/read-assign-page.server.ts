import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { roleOf } from '#app/db/code-columns.server.ts'
import { loadHands } from '#app/db/load-hands.server.ts'
import {
	type Assignable,
	type NotEligible,
	judgeCounsel,
	judgeReviewer,
} from '#app/domain/permission/candidate.ts'
import { awaitedCounsel } from '#app/domain/matter-record/review-standing.ts'
import { FINAL_STATES } from '#app/domain/matter/matter-state.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { type ReviewDesk, type ReviewHeading, openReviewDesk } from './open-review-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Somebody who could be assigned, with how much they have on their desk and why they cannot be chosen. */
export type CandidateRow = {
	readonly personId: string
	readonly name: string
	readonly place: string
	readonly role: Role
	readonly openMatters: number
	readonly isAssigned: boolean
	/** Counsel who are assigned and have not written in this round. */
	readonly isAwaited: boolean
	readonly whyNot: NotEligible | null
}

/** The page on which the lead assigns the reviewer and counsel. */
export type AssignPage = {
	readonly heading: ReviewHeading
	readonly reviewers: readonly CandidateRow[]
	readonly counsel: readonly CandidateRow[]
}

const FINISHED = [...FINAL_STATES, 'returned']

/** Reads the assignment page: candidates with their open matters. A constant number of queries. */
export async function readAssignPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<AssignPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, ['reviewer.assigned'])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter, heading } = desk
	const people = await loadPeople(shell, matter.jurisdictionId)
	const busy = await loadOpenMatters(shell, matter.jurisdictionId)
	const assignable = await assignableOf(shell, desk)
	const awaited = awaitedCounsel(matter)
	const rows = (roles: readonly Role[], judge: typeof judgeReviewer | typeof judgeCounsel): CandidateRow[] =>
		people.flatMap((person) => {
			const post = person.posts.find(
				(each) => roles.includes(each.role) && isNear(each, roles, matter.reviewOrganId),
			)
			if (!post) return []
			const judged = judge(person, assignable)
			return {
				personId: person.personId,
				name: person.name,
				place: post.place,
				role: post.role,
				openMatters: busy.get(person.personId) ?? 0,
				isAssigned: matter.assignments.some(
					(each) =>
						each.personId === person.personId &&
						roles.includes(each.role === 'reviewer' ? 'reviewer' : 'counsel'),
				),
				isAwaited: awaited.includes(person.personId) && !roles.includes('reviewer'),
				whyNot: judged.ok ? null : judged.reason,
			}
		})
	return accept({
		heading,
		reviewers: rows(['reviewer'], judgeReviewer),
		counsel: rows(['counsel', 'public-lawyer'], judgeCounsel),
	})
}

/** Reviewers of other review bodies are not shown at all; counsel come from anywhere. */
function isNear(post: Post, roles: readonly Role[], reviewOrganId: string | null): boolean {
	return !roles.includes('reviewer') || post.organId === reviewOrganId
}

async function loadPeople(shell: Shell, jurisdictionId: string) {
	const people = await shell.db.person.findMany({
		where: {
			jurisdictionId,
			disabledAt: null,
			posts: { some: { role: { in: ['reviewer', 'counsel', 'public-lawyer'] }, state: 'active' } },
		},
		include: {
			posts: { where: { state: 'active' }, include: { organ: true, unit: true }, orderBy: { id: 'asc' } },
		},
		orderBy: { id: 'asc' },
	})
	return people.map((person) => ({
		personId: person.id,
		name: person.name,
		posts: person.posts.map(({ id, role, organId, unitId, organ, unit }) => ({
			id,
			role: roleOf(role),
			organId,
			unitId,
			place: unit ? `${organ.name} ${unit.name}` : organ.name,
		})),
	}))
}

/** How many matters that are not over each person is assigned to. */
async function loadOpenMatters(shell: Shell, jurisdictionId: string): Promise<ReadonlyMap<string, number>> {
	const counts = await shell.db.assignment.groupBy({
		by: ['personId'],
		where: { jurisdictionId, endedAt: null, matter: { state: { notIn: FINISHED } } },
		_count: { _all: true },
	})
	return new Map(counts.map((count) => [count.personId, count._count._all]))
}

async function assignableOf(shell: Shell, { matter }: ReviewDesk): Promise<Assignable> {
	const hands = await loadHands(shell.db, matter)
	return { ...subjectOf(matter), hands }
}

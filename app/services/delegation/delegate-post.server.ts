import { roleOf } from '#app/db/code-columns.server.ts'
import { loadHolders } from '#app/db/load-holders.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { type PlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import {
	type Delegation,
	confirmersOf,
	delegationStanding,
	isOpen,
	judgeDelegation,
	mayConfirm,
} from '#app/domain/permission/delegation.ts'
import { type Actor, isOneWith } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { commandOnJurisdiction } from '#app/services/command/command-on-jurisdiction.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What is asked for: of which own post, who stands in, on which days (both included), and why. */
export type DelegationForm = {
	/** The ids of the post and of the substitute, a colon between. */
	readonly substitute: string
	readonly startsOn: PlainDate
	readonly endsOn: PlainDate
	readonly words: string
}

type Answer = Promise<Result<Done<{ delegationId: string }>, Refusal>>

/**
 * Names a substitute (委托, AB 岗) for an own post: somebody who holds the same role in the same organ. It makes no right
 * that neither of the two has, and counts once a third person has confirmed it; until then nobody stands in.
 */
export async function requestDelegation(
	shell: Shell,
	actor: Actor,
	key: string,
	form: DelegationForm,
): Answer {
	return commandOnJurisdiction(
		shell,
		actor,
		{ key, body: { ...form } },
		'delegation.requested',
		async ({ tx, at, jurisdictionId, ...work }) => {
			const [postId = '', substituteId = ''] = form.substitute.split(':')
			const post = actor.posts.find(({ id, standsFor }) => id === postId && !standsFor)
			if (!post) return refuse({ code: 'unfitting', field: 'substitute', problem: 'not-in-role' })
			const words = readWords('words', form.words)
			if (!words.ok) return words
			const { startsOn, endsOn } = form
			const asked = { id: shell.newId(), delegatorId: actor.personId, post, substituteId, startsOn, endsOn }
			const fitting = await judge(tx, jurisdictionId, asked, plainDateIn(at))
			if (!fitting.ok) return fitting
			await tx.delegation.create({
				data: {
					...{ jurisdictionId, id: asked.id, postId, delegatorId: actor.personId, substituteId },
					...{ startsOn, endsOn, words: words.value, requestedAt: at },
				},
			})
			const { role, organId } = post
			work.note({
				...{ delegation: asked.id, post: postId, role, delegator: actor.personId },
				...{ substitute: substituteId, from: startsOn, to: endsOn, words: words.value },
			})
			const parties = [actor.personId, substituteId]
			const confirmers = await loadConfirmers(tx, jurisdictionId, { role, organId })
			work.tell({ personIds: confirmers.filter((each) => !parties.includes(each)), matterId: null })
			work.tell({ personIds: [substituteId], matterId: null })
			return accept({ delegationId: asked.id })
		},
	)
}

/** Confirms a delegation or declines it: the lead, for the lead the organ's head; never one of the two, and once. */
export async function decideDelegation(
	shell: Shell,
	actor: Actor,
	key: string,
	{ delegationId, isConfirmed }: { readonly delegationId: string; readonly isConfirmed: boolean },
): Answer {
	const act = isConfirmed ? 'delegation.confirmed' : 'delegation.declined'
	return commandOnJurisdiction(shell, actor, { key, body: { delegationId } }, act, async (work) => {
		const { tx, at, jurisdictionId } = work
		const today = plainDateIn(at)
		const made = await findDelegation(tx, jurisdictionId, delegationId)
		if (!made || delegationStanding(made, today) !== 'waiting')
			return refuse({ code: 'unfitting', field: 'delegationId', problem: 'already-decided' })
		if (isOneWith(actor, made.delegatorId) || isOneWith(actor, made.substituteId))
			return refuse({ code: 'unfitting', field: 'delegationId', problem: 'own-request' })
		if (!mayConfirm(actor, made)) return refuse({ code: 'not-permitted', act })
		if (isConfirmed) {
			const fitting = await judge(tx, jurisdictionId, { ...made, post: made, ...begunBy(made, today) }, today)
			if (!fitting.ok) return { ...fitting, reason: { ...fitting.reason, field: 'delegationId' } }
		}
		await tx.delegation.update({
			where: { jurisdictionId_id: { jurisdictionId, id: delegationId } },
			data: { isConfirmed, decidedBy: actor.personId, decidedAt: at },
		})
		work.note(detailOf(made))
		work.tell({ personIds: [made.delegatorId, made.substituteId], matterId: null })
		return accept({ delegationId })
	})
}

/** Ends a delegation at once, or takes back what nobody has confirmed: either of the two, or whoever may confirm it. */
export async function withdrawDelegation(
	shell: Shell,
	actor: Actor,
	key: string,
	delegationId: string,
): Answer {
	return commandOnJurisdiction(
		shell,
		actor,
		{ key, body: { delegationId } },
		'delegation.withdrawn',
		async (work) => {
			const { tx, at, jurisdictionId } = work
			const made = await findDelegation(tx, jurisdictionId, delegationId)
			if (!made || !isOpen(delegationStanding(made, plainDateIn(at))))
				return refuse({ code: 'unfitting', field: 'delegationId', problem: 'already-ended' })
			if (!mayWithdraw(actor, made)) return refuse({ code: 'not-permitted', act: 'delegation.withdrawn' })
			await tx.delegation.update({
				where: { jurisdictionId_id: { jurisdictionId, id: delegationId } },
				data: { withdrawnBy: actor.personId, withdrawnAt: at },
			})
			work.note(detailOf(made))
			const confirmer = made.decidedBy ? [made.decidedBy] : []
			work.tell({ personIds: [made.delegatorId, made.substituteId, ...confirmer], matterId: null })
			return accept({ delegationId })
		},
	)
}

/** Whether somebody may take a delegation back. */
export function mayWithdraw(actor: Actor, made: Delegation): boolean {
	return [made.delegatorId, made.substituteId].includes(actor.personId) || mayConfirm(actor, made)
}

type MadeDelegation = Delegation & { readonly postId: string; readonly decidedBy: string | null }

async function findDelegation(tx: Tx, jurisdictionId: string, id: string): Promise<MadeDelegation | null> {
	const row = await tx.delegation.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id } },
		include: { post: { select: { role: true, organId: true } } },
	})
	return row && { ...row, role: roleOf(row.post.role), organId: row.post.organId }
}

/** What was asked for some days ago begins today at the earliest: nobody stood in before it was confirmed. */
function begunBy({ startsOn }: Delegation, today: PlainDate) {
	return { startsOn: startsOn < today ? today : startsOn }
}

function detailOf({ id, postId, role, delegatorId, substituteId, startsOn, endsOn }: MadeDelegation) {
	return {
		...{ delegation: id, post: postId, role, delegator: delegatorId },
		...{ substitute: substituteId, from: startsOn, to: endsOn },
	}
}

/** What is asked for, judged beside the substitute's posts of today and the delegations of the same role that overlap it. */
async function judge(
	tx: Tx,
	jurisdictionId: string,
	asked: Omit<Parameters<typeof judgeDelegation>[0], 'substitutePosts'>,
	today: PlainDate,
) {
	const { role, organId } = asked.post
	const same = { role, organId }
	const posts = await tx.post.findMany({
		where: {
			...{ jurisdictionId, personId: asked.substituteId, state: 'active', ...same },
			person: { disabledAt: null },
		},
	})
	const overlapping = await tx.delegation.findMany({
		where: {
			jurisdictionId,
			post: same,
			startsOn: { lte: asked.endsOn },
			endsOn: { gte: asked.startsOn },
			withdrawnAt: null,
		},
	})
	const others = overlapping.map((row) => ({ ...row, ...same }))
	const substitutePosts = posts.map((post) => ({ role: roleOf(post.role), organId: post.organId }))
	return judgeDelegation({ ...asked, substitutePosts }, others, today)
}

/** Whoever may confirm a delegation of this role in this organ. */
async function loadConfirmers(
	tx: Tx,
	jurisdictionId: string,
	{ role, organId }: Pick<Delegation, 'role' | 'organId'>,
): Promise<readonly string[]> {
	const { inOrgan, anywhere } = confirmersOf(role)
	return [
		...(await loadHolders(tx, jurisdictionId, inOrgan, organId)),
		...(await loadHolders(tx, jurisdictionId, anywhere)),
	]
}

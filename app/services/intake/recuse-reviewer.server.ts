import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { type Actor, isOneWith } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { type ReviewHeading, openReviewDesk } from './open-review-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** [9] The assigned reviewer declares a ground and asks to step back (回避). Until the lead decides, nothing is signed. */
export async function requestRecusal(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	const body = { ground: typed }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'recusal.requested' }, async (work) => {
		const ground = readWords('words', typed)
		if (!ground.ok) return ground
		const { jurisdictionId, id: matterId } = work.matter
		const id = shell.newId()
		await work.tx.recusalRequest.create({
			data: {
				jurisdictionId,
				id,
				matterId,
				personId: actor.personId,
				ground: ground.value,
				postId: work.post.id,
				requestedAt: work.at,
			},
		})
		work.note({ recusal: id, words: ground.value })
		return accept({ matterId })
	})
}

/** What the lead answers. */
export type RecusalAnswer = { readonly isGranted: boolean; readonly words: string }

/**
 * [9] The lead decides, with a reason. Granted, the assignment ends and with it the reviewer's sight of the matter; the
 * period runs on, and somebody else must be assigned. Declined, the reviewer goes on. Nobody decides on their own request.
 */
export async function decideRecusal(shell: Shell, actor: Actor, order: Order, given: RecusalAnswer): Answer {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'recusal.decided' },
		async (work) => {
			const { jurisdictionId, id: matterId, recusals, reviewerId } = work.matter
			const open = recusals.find((recusal) => recusal.decision === null)
			if (!open) throw new Error('the workflow asks for an open request')
			if (isOneWith(actor, open.personId)) return refuse({ code: 'not-permitted', act: 'recusal.decided' })
			const reason = readWords('words', given.words)
			if (!reason.ok) return reason
			await work.tx.recusalDecision.create({
				data: {
					jurisdictionId,
					requestId: open.id,
					isGranted: given.isGranted,
					reason: reason.value,
					decidedBy: actor.personId,
					postId: work.post.id,
					decidedAt: work.at,
				},
			})
			if (given.isGranted) {
				const assigned = {
					jurisdictionId,
					matterId,
					role: 'reviewer',
					personId: open.personId,
					endedAt: null,
				}
				await work.tx.assignment.updateMany({ where: assigned, data: { endedAt: work.at } })
				if (reviewerId === open.personId) work.change({ reviewerId: null })
			}
			work.note({
				recusal: open.id,
				person: open.personId,
				isGranted: given.isGranted,
				words: reason.value,
			})
			work.tell({ personIds: [open.personId], matterId: given.isGranted ? null : matterId })
			return accept({ matterId })
		},
	)
}

/** A request, and what was decided on it. */
export type RecusalLine = {
	readonly id: string
	readonly person: string
	readonly requestedAt: string
	readonly ground: string
	readonly answer: {
		readonly isGranted: boolean
		readonly by: string
		readonly at: string
		readonly reason: string
	} | null
}

/** What one counsel said of their interest, and when; null words for none. */
export type InterestLine = {
	readonly id: string
	readonly person: string
	readonly declaredAt: string
	readonly words: string | null
}

export type RecusalPage = {
	readonly heading: ReviewHeading
	readonly lines: readonly RecusalLine[]
	/** What counsel said of their interest. */
	readonly interests: readonly InterestLine[]
	readonly mayAsk: boolean
	readonly mayDecide: boolean
}

/** Reads the page of recusals: for the reviewer who asks, the lead who decides, and whoever reads the review's papers. */
export async function readRecusalPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<RecusalPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [
		'recusal.requested',
		'recusal.decided',
		'review-notes.read',
	])
	if (!opened.ok) return opened
	const { heading, matter, facts } = opened.value
	const isOpen = (act: 'recusal.requested' | 'recusal.decided') =>
		heading.open.includes(act) && unmetRequirements(act, facts).length === 0
	return accept({
		heading,
		lines: await readLines(shell, matter),
		interests: await readInterests(shell, matter),
		mayAsk: isOpen('recusal.requested'),
		mayDecide: isOpen('recusal.decided'),
	})
}

async function readLines(shell: Shell, { jurisdictionId, id }: MatterRecord): Promise<RecusalLine[]> {
	const requests = await shell.db.recusalRequest.findMany({
		where: { jurisdictionId, matterId: id },
		orderBy: { id: 'asc' },
		include: { decision: true },
	})
	const persons = requests.flatMap(({ personId, decision }) => [personId, decision?.decidedBy ?? null])
	const names = await loadPersonNames(shell.db, jurisdictionId, persons)
	return requests.map((request) => ({
		id: request.id,
		person: names.get(request.personId) ?? '',
		requestedAt: request.requestedAt.toISOString(),
		ground: request.ground,
		answer: request.decision && {
			isGranted: request.decision.isGranted,
			by: names.get(request.decision.decidedBy) ?? '',
			at: request.decision.decidedAt.toISOString(),
			reason: request.decision.reason,
		},
	}))
}

async function readInterests(
	shell: Shell,
	{ jurisdictionId, interests }: MatterRecord,
): Promise<InterestLine[]> {
	const persons = interests.map(({ personId }) => personId)
	const names = await loadPersonNames(shell.db, jurisdictionId, persons)
	return interests.map(({ id, personId, declaredAt, words }) => ({
		id,
		person: names.get(personId) ?? '',
		declaredAt: declaredAt.toISOString(),
		words,
	}))
}

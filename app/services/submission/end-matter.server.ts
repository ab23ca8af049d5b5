import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { type Ending, ENDINGS } from '#app/domain/matter/matter-request.ts'
import { FINAL_STATES } from '#app/domain/matter/matter-state.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { endLiveClearance } from '#app/services/clearance/end-clearance.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines } from '#app/services/command/deadlines.server.ts'
import {
	type RequestAnswer,
	answerOf,
	answerRequest,
	askOnMatter,
	askedOf,
} from '#app/services/intake/ask-on-matter.server.ts'
import { type ReviewHeading, openReviewDesk } from '#app/services/intake/open-review-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { leavePool } from './leave-pool.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** How the head wants it to end; a merger names the matter that it becomes part of. */
export type EndingAsked = {
	readonly ending: Ending
	readonly into: string | null
	readonly words: string
}

/** [26] The drafting head asks to terminate a matter (终止) or to merge it into another one of the organ (并案). */
export async function requestEnding(shell: Shell, actor: Actor, order: Order, given: EndingAsked): Answer {
	const body = { ...given }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'ending.requested' }, async (work) => {
		const { ending, into } = given
		const words = readWords('words', given.words)
		if (!words.ok) return words
		const target = ending === 'merger' ? await openTarget(work, into) : accept(null)
		if (!target.ok) return target
		const asked = target.value === null ? {} : { otherMatterId: target.value }
		const request = await askOnMatter(work, { kind: ending, cause: ending, words: words.value, ...asked })
		work.note({ request, ending, into: target.value, words: words.value })
		return accept({ matterId: work.matter.id })
	})
}

/** [26] The lead agrees: the matter ends, its clearance falls, and nothing of its record is taken away. */
export async function terminateMatter(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	const body = { words: typed }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'matter.terminated' }, async (work) => {
		const ended = await grantEnding(work, 'termination', typed)
		if (!ended.ok) return ended
		work.note({ request: ended.value.request, words: ended.value.words })
		return accept({ matterId: work.matter.id })
	})
}

/** [26] The lead agrees that it becomes part of the other matter, which must be open still. */
export async function mergeMatter(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	const body = { words: typed }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'matter.merged' }, async (work) => {
		const target = await openTarget(work, askedOf(work, 'merger').otherMatterId)
		if (!target.ok) return target
		const ended = await grantEnding(work, 'merger', typed)
		if (!ended.ok) return ended
		work.note({ ...ended.value, into: target.value })
		return accept({ matterId: work.matter.id })
	})
}

/** The lead does not agree: the matter goes on as it was. */
export async function declineEnding(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	const body = { words: typed }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'ending.declined' }, async (work) => {
		const kind = ENDINGS.find((each) => work.facts.openRequests.includes(each))
		if (!kind) throw new Error('the workflow asks for an open request')
		const reason = readWords('words', typed)
		if (!reason.ok) return reason
		const asked = askedOf(work, kind)
		await answerRequest(work, asked, { isGranted: false, reason: reason.value })
		work.note({ request: asked.id, words: reason.value })
		work.tell({ personIds: [asked.requestedBy], matterId: work.matter.id })
		return accept({ matterId: work.matter.id })
	})
}

async function grantEnding(
	work: MatterWork & { readonly tell: (named: { personIds: string[]; matterId: string }) => void },
	kind: Ending,
	typed: string,
): Promise<Result<{ request: string; words: string }, Refusal>> {
	const reason = readWords('words', typed)
	if (!reason.ok) return reason
	const asked = askedOf(work, kind)
	await answerRequest(work, asked, { isGranted: true, reason: reason.value })
	await endLiveClearance(work, 'clearance.voided', 'matter-ended')
	await leavePool(work, 'matter-ended')
	await endDeadlines(work)
	work.change({ awaitingHead: false, awaitingSignature: false, supplementFrom: null })
	work.tell({ personIds: [asked.requestedBy], matterId: work.matter.id })
	return accept({ request: asked.id, words: reason.value })
}

/** Another matter of the same organ that goes on. */
async function openTarget(work: MatterWork, into: string | null): Promise<Result<string, Refusal>> {
	const { jurisdictionId, organId, id } = work.matter
	if (into === null || into === id) return refuse({ code: 'unfitting', field: 'into', problem: 'missing' })
	const target = await work.tx.matter.findFirst({
		where: { jurisdictionId, id: into, organId, state: { notIn: [...FINAL_STATES] } },
		select: { id: true },
	})
	return target ? accept(target.id) : refuse({ code: 'unfitting', field: 'into', problem: 'unknown' })
}

/** A request to end the matter, and what was decided on it. */
export type EndingLine = {
	readonly id: string
	readonly kind: Ending
	readonly words: string
	readonly into: string
	readonly by: string
	readonly at: string
	readonly answer: RequestAnswer | null
}

export type EndingPage = {
	readonly heading: ReviewHeading
	readonly lines: readonly EndingLine[]
	/** The matters that it may be merged into. */
	readonly others: readonly { readonly id: string; readonly title: string }[]
	readonly mayAsk: boolean
	/** What waits for the decision of whoever reads the page. */
	readonly mayDecide: Ending | null
}

const MOST_OTHERS = 200

/** Reads the page on which a matter is asked to end: for the drafting head, the lead, and whoever reads the review's papers. */
export async function readEndingPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<EndingPage, Refusal>> {
	const acts = ['ending.requested', 'matter.terminated', 'review-notes.read'] as const
	const opened = await openReviewDesk(shell, actor, matterId, acts)
	if (!opened.ok) return opened
	const { heading, matter, facts } = opened.value
	const isOpen = (act: 'ending.requested' | 'ending.declined') =>
		heading.open.includes(act) && unmetRequirements(act, facts).length === 0
	const mayAsk = isOpen('ending.requested')
	return accept({
		heading,
		lines: await readLines(shell, matter),
		others: mayAsk ? await readOthers(shell, matter) : [],
		mayAsk,
		mayDecide: isOpen('ending.declined')
			? (ENDINGS.find((each) => facts.openRequests.includes(each)) ?? null)
			: null,
	})
}

async function readOthers(shell: Shell, { jurisdictionId, organId, id }: MatterRecord) {
	return shell.db.matter.findMany({
		where: { jurisdictionId, organId, id: { not: id }, state: { notIn: [...FINAL_STATES] } },
		orderBy: { id: 'desc' },
		take: MOST_OTHERS,
		select: { id: true, title: true },
	})
}

async function readLines(shell: Shell, { jurisdictionId, requests }: MatterRecord): Promise<EndingLine[]> {
	const ids = requests.flatMap(({ otherMatterId }) => otherMatterId ?? [])
	const others = await shell.db.matter.findMany({
		where: { jurisdictionId, id: { in: ids } },
		select: { id: true, title: true },
	})
	const titles = new Map(others.map(({ id, title }) => [id, title]))
	const persons = requests.flatMap(({ requestedBy, decision }) => [requestedBy, decision?.decidedBy ?? null])
	const names = await loadPersonNames(shell.db, jurisdictionId, persons)
	return requests.flatMap(({ id, kind: asked, words, otherMatterId, requestedBy, requestedAt, decision }) => {
		const kind = ENDINGS.find((each) => each === asked)
		if (!kind) return []
		const into = titles.get(otherMatterId ?? '') ?? ''
		const line = { id, kind, words, into, by: names.get(requestedBy) ?? '' }
		return { ...line, at: requestedAt.toISOString(), answer: answerOf(decision, names) }
	})
}

import { loadHolders } from '#app/db/load-holders.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { Reference } from '#app/db/load-reference.server.ts'
import { type PlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { endOfPeriod } from '#app/domain/calendar/working-calendar.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import {
	type RequestAnswer,
	answerOf,
	answerRequest,
	askOnMatter,
	askedOf,
} from '#app/services/intake/ask-on-matter.server.ts'
import { type ReviewHeading, openReviewDesk } from '#app/services/intake/open-review-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** What the drafting head objects to, and on which law. */
export type ObjectionGiven = { readonly basis: string; readonly words: string }

/**
 * [20] The drafting head objects to what the review body decided (异议), in time and with a legal basis. The opinion
 * stands meanwhile, and nothing is cleared by it.
 */
export async function fileObjection(shell: Shell, actor: Actor, order: Order, given: ObjectionGiven): Answer {
	const body = { ...given }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'objection.filed' }, async (work) => {
		const basis = readWords('basis', given.basis)
		if (!basis.ok) return basis
		const words = readWords('words', given.words)
		if (!words.ok) return words
		if (work.today > lastDayToObject(work.matter, work.reference))
			return refuse({ code: 'unfitting', field: 'basis', problem: 'too-late-to-object' })
		const request = await askOnMatter(work, { kind: 'objection', cause: basis.value, words: words.value })
		work.note({ request, basis: basis.value, words: words.value })
		return accept({ matterId: work.matter.id })
	})
}

/** What the signing officer answers. */
export type ObjectionAnswer = { readonly isGranted: boolean; readonly words: string }

/**
 * [20] The signing officer answers. Granted, the opinion is revoked or corrected by an act of its own; until then it
 * stands. Not granted, it stands, and the leaders are told, who may coordinate: only a new signed opinion clears.
 */
export async function answerObjection(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: ObjectionAnswer,
): Answer {
	const body = { ...given }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'objection.answered' }, async (work) => {
		const asked = askedOf(work, 'objection')
		const reason = readWords('words', given.words)
		if (!reason.ok) return reason
		await answerRequest(work, asked, { isGranted: given.isGranted, reason: reason.value })
		work.note({ request: asked.id, isGranted: given.isGranted, words: reason.value })
		const leaders = given.isGranted ? [] : await loadHolders(work.tx, work.matter.jurisdictionId, ['leader'])
		work.tell({ personIds: [asked.requestedBy, ...leaders], matterId: work.matter.id })
		return accept({ matterId: work.matter.id })
	})
}

/** An opinion is objected to from its signature on, an exclusion or a return from the day it was decided. */
function lastDayToObject(matter: MatterRecord, { calendar, limits }: Reference): PlainDate {
	const isOfOpinion = matter.state === 'revising' || matter.state === 'not-passed'
	const from = isOfOpinion ? (opinionInForce(matter)?.signedAt ?? matter.stateSince) : matter.stateSince
	return endOfPeriod(plainDateIn(from), limits.objection, calendar).day
}

/** An objection, and how it was answered. */
export type ObjectionLine = {
	readonly id: string
	readonly basis: string
	readonly words: string
	readonly by: string
	readonly at: string
	/** The day by which it is to be answered. */
	readonly answerBy: string
	readonly answer: RequestAnswer | null
}

export type ObjectionPage = {
	readonly heading: ReviewHeading
	readonly days: number
	readonly lines: readonly ObjectionLine[]
	/** The last day to object, for whoever may; null for others. */
	readonly until: string | null
	readonly isTooLate: boolean
	readonly mayAnswer: boolean
}

/** Reads the page of objections: for the drafting head, the signing officer, and whoever reads the review's papers. */
export async function readObjectionPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<ObjectionPage, Refusal>> {
	const acts = ['objection.filed', 'objection.answered', 'review-notes.read'] as const
	const opened = await openReviewDesk(shell, actor, matterId, acts)
	if (!opened.ok) return opened
	const { heading, matter, facts, reference } = opened.value
	const isOpen = (act: 'objection.filed' | 'objection.answered') =>
		heading.open.includes(act) && unmetRequirements(act, facts).length === 0
	const until = isOpen('objection.filed') ? lastDayToObject(matter, reference) : null
	return accept({
		heading,
		days: reference.limits.objection,
		lines: await readLines(shell, matter, reference),
		until,
		isTooLate: until !== null && plainDateIn(shell.now()) > until,
		mayAnswer: isOpen('objection.answered'),
	})
}

async function readLines(
	shell: Shell,
	{ jurisdictionId, requests }: MatterRecord,
	{ calendar, limits }: Reference,
): Promise<ObjectionLine[]> {
	const objections = requests.filter(({ kind }) => kind === 'objection')
	const persons = objections.flatMap(({ requestedBy, decision }) => [
		requestedBy,
		decision?.decidedBy ?? null,
	])
	const names = await loadPersonNames(shell.db, jurisdictionId, persons)
	return objections.map(({ id, cause, words, requestedBy, requestedAt, decision }) => ({
		id,
		basis: cause,
		words,
		by: names.get(requestedBy) ?? '',
		at: requestedAt.toISOString(),
		answerBy: endOfPeriod(plainDateIn(requestedAt), limits.objection, calendar).day,
		answer: answerOf(decision, names),
	}))
}

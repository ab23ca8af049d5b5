import { randomBytes } from 'node:crypto'
import {
	CONTACT_LIMIT,
	SHORTER_REASON_LIMIT,
	daysAsFacts,
	daysOf,
	judgePeriod,
	openConsultation,
	type PeriodGiven,
} from '#app/domain/consultation/consultation.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { writeStepAnswer } from '#app/services/materials/write-step-answer.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** What the drafter opens a consultation with. `isCleared` is their word that the text may be made public. */
export type ConsultationGiven = PeriodGiven & {
	readonly introduction: string
	readonly contact: string
}

/** Sixteen random bytes: the address of a text that is not announced is not found by trying. */
const CODE_BYTES = 16

/**
 * Opens a public consultation (公开征求意见) on the current version, as the drafter has confirmed its reading. Its days
 * become the answer to the step (H7) at once, without a paper: it is not held before its adoption table is there.
 */
export async function startConsultation(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: ConsultationGiven,
): Answer {
	const body = { ...given }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'consultation.opened' }, async (work) => {
		const { tx, matter, at } = work
		const version = matter.currentVersion
		if (!version) throw new Error('there is a version, or the machine had refused')
		const said = readGiven(given)
		if (!said.ok) return said
		const period = judgePeriod({ ...given, shorterReason: said.value.shorterReason }, work.today)
		if (!period.ok) return period
		const { jurisdictionId, id: matterId } = matter
		const { id: versionId, contentSha256 } = version
		const { introduction, contact } = said.value
		const id = shell.newId()
		await tx.consultation.create({
			data: {
				...{ jurisdictionId, id, matterId, versionId, contentSha256, introduction, contact, ...period.value },
				code: randomBytes(CODE_BYTES).toString('hex'),
				...{ openedBy: actor.personId, postId: work.post.id, openedAt: at },
			},
		})
		const facts = { ...daysAsFacts(period.value), hasAdoptionReport: false }
		await writeStepAnswer(work, 'public-consultation', 'done', { facts, reason: null }, null)
		work.change({ awaitingHead: false })
		work.note({
			...{ consultation: id, version: version.versionNo, contentSha256, days: daysOf(period.value) },
			...{ from: given.from, to: given.to, shorterReason: period.value.shorterReason },
		})
		return accept({ matterId })
	})
}

function readGiven(given: ConsultationGiven) {
	const introduction = readWords('introduction', given.introduction)
	if (!introduction.ok) return introduction
	const long = (field: string) => refuse({ code: 'unfitting' as const, field, problem: 'too-long' as const })
	const shorterReason = given.shorterReason.trim()
	if (shorterReason.length > SHORTER_REASON_LIMIT) return long('shorterReason')
	const contact = given.contact.trim()
	if (contact.length > CONTACT_LIMIT) return long('contact')
	return accept({ introduction: introduction.value, shorterReason, contact })
}

/** Takes a consultation back: the public page says so and why, and what was received stays on record. */
export async function cancelConsultation(shell: Shell, actor: Actor, order: Order, words: string): Answer {
	const body = { words }
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body },
		{ act: 'consultation.cancelled' },
		async (work) => {
			const { matter, tx } = work
			const reason = readWords('words', words)
			if (!reason.ok) return reason
			const open = openConsultation(matter)
			if (!open) throw new Error('a consultation is open, or the machine had refused')
			await tx.consultationEnd.create({
				data: {
					...{ jurisdictionId: matter.jurisdictionId, consultationId: open.id, matterId: matter.id },
					...{ cause: 'cancelled', words: reason.value },
					...{ endedBy: actor.personId, postId: work.post.id, endedAt: work.at },
				},
			})
			work.change({ awaitingHead: false })
			work.note({ consultation: open.id, words: reason.value })
			return accept({ matterId: matter.id })
		},
	)
}

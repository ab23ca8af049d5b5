import { emergencyPaper } from '#app/documents/papers/emergency-paper.ts'
import { newestOrder, openRequestForOrder } from '#app/domain/matter/emergency-order.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { judgePassword } from '#app/services/command/confirm-signature.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { presentText, writeStep } from './order-step.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** What a leader signs with: the password, and the hash of the text that the page showed. */
export type SignedOrder = { readonly password: string; readonly contentSha256: string }

/**
 * 应急签发: the leader who was asked orders exactly the text that their page showed into effect, before its review. It clears
 * nothing and opens no agenda; the review after it (补审) and the filing are owed from this day on, each with its day.
 */
export async function signOrder(shell: Shell, actor: Actor, order: Order, given: SignedOrder): Answer {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	const signing = { ...order, body: { contentSha256: given.contentSha256 } }
	return commandOnMatter(shell, actor, signing, { act: 'emergency.ordered' }, async (work) => {
		const asked = openRequestForOrder(work.matter.emergency)
		if (asked?.leaderId !== actor.personId) return refuse({ code: 'not-permitted', act: 'emergency.ordered' })
		if (given.contentSha256 !== presentText(work).contentSha256)
			return refuse({ code: 'stale-page', changes: [] })
		const signed = await judgePassword(work, isOwn)
		if (!signed.ok) return signed
		const { words, ground } = asked
		const written = await writeStep(work, { step: 'signed', ...ownHand(work), words, ground })
		const { afterReview, orderFiling } = work.reference.limits
		const reviewBy = await startDeadline(work, 'after-review', afterReview)
		const fileBy = await startDeadline(work, 'order-filing', orderFiling)
		keepEarliest(work, reviewBy < fileBy ? reviewBy : fileBy)
		work.note({ ...written, words, ground, reviewBy, fileBy })
		await sealOrder(work, written.order)
		return accept({ matterId: work.matter.id })
	})
}

/** The leader declines, with the reason. */
export async function declineOrder(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	const declining = { ...order, body: { words: typed } }
	return commandOnMatter(shell, actor, declining, { act: 'emergency.declined' }, async (work) => {
		if (openRequestForOrder(work.matter.emergency)?.leaderId !== actor.personId)
			return refuse({ code: 'not-permitted', act: 'emergency.declined' })
		const words = readWords('words', typed)
		if (!words.ok) return words
		const written = await writeStep(work, { step: 'declined', ...ownHand(work), words: words.value })
		work.note({ ...written, words: words.value })
		return accept({ matterId: work.matter.id })
	})
}

/**
 * What 补审 asked to be revised was revised and has passed: the leader who signed the order puts that text in the place of
 * the first. It is filed anew.
 */
export async function amendOrder(shell: Shell, actor: Actor, order: Order, given: SignedOrder): Answer {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	const signing = { ...order, body: { contentSha256: given.contentSha256 } }
	return commandOnMatter(shell, actor, signing, { act: 'emergency.amended' }, async (work) => {
		const former = newestOrder(work.matter.emergency)
		if (former?.leaderId !== actor.personId)
			return refuse({ code: 'not-permitted', act: 'emergency.amended' })
		if (given.contentSha256 !== presentText(work).contentSha256)
			return refuse({ code: 'stale-page', changes: [] })
		const signed = await judgePassword(work, isOwn)
		if (!signed.ok) return signed
		const { words, ground } = former
		const written = await writeStep(work, { step: 'signed', ...ownHand(work), words, ground })
		await endDeadlines(work, 'order-filing')
		const fileBy = await startDeadline(work, 'order-filing', work.reference.limits.orderFiling)
		work.note({ ...written, words, ground, former: former.id, fileBy })
		await sealOrder(work, written.order)
		return accept({ matterId: work.matter.id })
	})
}

/** The day by which something is due, where no period that ran before is due earlier. */
function keepEarliest({ matter, change }: MatterWork, day: string): void {
	if (matter.dueOn === null || day < matter.dueOn) change({ dueOn: day })
	else change({ dueOn: matter.dueOn, dueProvisional: matter.dueProvisional })
}

function ownHand({ actor }: MatterWork) {
	return { leaderId: actor.personId, leaderName: actor.name }
}

async function sealOrder(work: MatterWork, order: string): Promise<void> {
	await sealMatterPaper(work, {
		kind: 'emergency-order',
		aboutId: order,
		issuer: 'drafting-organ',
		write: (source) => emergencyPaper(source, order),
	})
}

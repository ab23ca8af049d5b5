import { dayProblem } from '#app/domain/calendar/plain-date.ts'
import { RECEIPT_LIMIT, newestOrder } from '#app/domain/matter/emergency-order.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'
import { endLiveClearance } from '#app/services/clearance/end-clearance.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { judgePassword } from '#app/services/command/confirm-signature.server.ts'
import { endDeadlines } from '#app/services/command/deadlines.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { writeStep } from './order-step.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** 撤销: the leader who signed the order ends its effect. What was done under it, and what the review said, stays on record. */
export async function revokeOrder(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: { readonly words: string; readonly password: string },
): Answer {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	const revoking = { ...order, body: { words: given.words } }
	return commandOnMatter(shell, actor, revoking, { act: 'emergency.revoked' }, async (work) => {
		const { id, leaderId, leaderName, ...about } = orderOf(work)
		if (leaderId !== actor.personId) return refuse({ code: 'not-permitted', act: 'emergency.revoked' })
		const words = readWords('words', given.words)
		if (!words.ok) return words
		const signed = await judgePassword(work, isOwn)
		if (!signed.ok) return signed
		await writeStep(work, { step: 'revoked', leaderId, leaderName, words: words.value }, about)
		await endDeadlines(work, 'after-review')
		work.note({ order: id, contentSha256: about.contentSha256, leader: leaderId, words: words.value })
		return accept({ matterId: work.matter.id })
	})
}

/** When the people's congress received an order, and under which number (突发事件应对法 art. 25). */
export type OrderFiled = { readonly receivedOn: string; readonly receipt: string }

/** 备案: says that the order was filed, by the day and the number of the receipt. */
export async function fileOrder(shell: Shell, actor: Actor, order: Order, given: OrderFiled): Answer {
	const filing = { ...order, body: { ...given } }
	return commandOnMatter(shell, actor, filing, { act: 'emergency.filed' }, async (work) => {
		const { id, leaderId, leaderName, ...about } = orderOf(work)
		const problem = dayProblem(given.receivedOn) ?? (given.receivedOn > work.today ? 'in-the-future' : null)
		if (problem) return refuse({ code: 'unfitting', field: 'receivedOn', problem })
		const receipt = readWords('receipt', given.receipt, RECEIPT_LIMIT)
		if (!receipt.ok) return receipt
		const said = { words: '', ground: receipt.value, doneOn: given.receivedOn }
		await writeStep(work, { step: 'filed', leaderId, leaderName, ...said }, about)
		await endDeadlines(work, 'order-filing')
		const { contentSha256 } = about
		const detail = { receivedOn: given.receivedOn, receipt: receipt.value }
		work.note({ order: id, contentSha256, leader: leaderId, ...detail })
		return accept({ matterId: work.matter.id })
	})
}

/** 办结: the text of the order passed the review after it and is filed; it goes before no meeting. */
export async function concludeOrder(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	const concluding = { ...order, body: { words: typed } }
	return commandOnMatter(shell, actor, concluding, { act: 'emergency.concluded' }, async (work) => {
		const { id, leaderId, leaderName, ...about } = orderOf(work)
		const words = readWords('words', typed)
		if (!words.ok) return words
		await writeStep(work, { step: 'concluded', leaderId, leaderName, words: words.value }, about)
		await endLiveClearance(work, 'clearance.consumed', 'order-concluded')
		await endDeadlines(work)
		work.note({ order: id, contentSha256: about.contentSha256, leader: leaderId, words: words.value })
		return accept({ matterId: work.matter.id })
	})
}

/** The order that the workflow says is there. */
function orderOf({ matter }: MatterWork) {
	const order = newestOrder(matter.emergency)
	if (!order) throw new Error('the workflow asks for an order')
	const { id, leaderId, leaderName, versionId, contentSha256, title } = order
	return { id, leaderId, leaderName, versionId, contentSha256, title }
}

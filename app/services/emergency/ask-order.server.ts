import { loadHolders } from '#app/db/load-holders.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { ORDER_GROUND_LIMIT } from '#app/domain/matter/emergency-order.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
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
import { writeStep } from './order-step.server.ts'

/** Whom the head asks for an order, what the emergency is, and the article that it rests on. */
export type OrderAsked = { readonly leaderId: string; readonly words: string; readonly ground: string }

/** Asks one leader for an emergency order on the present text: they sign in the system, and nobody signs for them. */
export async function askOrder(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: OrderAsked,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const asking = { ...order, body: { ...given } }
	return commandOnMatter(shell, actor, asking, { act: 'emergency.asked' }, async (work) => {
		const leaderName = await findLeader(work, given.leaderId)
		if (!leaderName.ok) return leaderName
		const words = readWords('words', given.words)
		if (!words.ok) return words
		const ground = readWords('ground', given.ground, ORDER_GROUND_LIMIT)
		if (!ground.ok) return ground
		const said = { words: words.value, ground: ground.value }
		const { leaderId } = given
		const written = await writeStep(work, {
			...{ step: 'asked', leaderId, leaderName: leaderName.value, ...said },
		})
		work.note({ ...written, ...said })
		work.tell({ personIds: [leaderId], matterId: work.matter.id })
		return accept({ matterId: work.matter.id })
	})
}

async function findLeader(work: MatterWork, leaderId: string): Promise<Result<string, Refusal>> {
	const { jurisdictionId } = work.matter
	const leaders = await loadHolders(work.tx, jurisdictionId, ['leader'])
	const name = (await loadPersonNames(work.tx, jurisdictionId, [leaderId])).get(leaderId)
	if (name === undefined || !leaders.includes(leaderId))
		return refuse({ code: 'unfitting', field: 'leaderId', problem: 'unknown' })
	return accept(name)
}

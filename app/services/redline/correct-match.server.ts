import { labelsOf } from '#app/domain/redline/match-corrections.ts'
import type { MatchCorrection } from '#app/domain/redline/redline.ts'
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
import { type Pair, type PairGiven, openPair } from './open-pair.server.ts'
import { NEW_KEYS } from './compare-versions.server.ts'

/**
 * Takes the reviewer's word on which old clause became which new ones, against what the comparison had found. It counts
 * from then on in every comparison of this pair of contents, and clears nothing.
 */
export async function correctMatch(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: PairGiven & MatchCorrection,
): Promise<Result<Done<null>, Refusal>> {
	const body = { from: given.from, to: given.to, old: given.old, new: [...given.new] }
	const pair = await openPair(shell, actor, order.matterId, given)
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'match.corrected' }, async (work) => {
		if (!pair) return refuse({ code: 'unfitting', field: 'to', problem: 'unknown' })
		if (given.old === '' && given.new.length === 0)
			return refuse({ code: 'unfitting', field: 'old', problem: 'missing' })
		const labels = labelsOf(pair.compared.redline, given)
		if (!labels) return refuse({ code: 'unfitting', field: 'old', problem: 'unknown' })
		await write(work, pair, given, null)
		work.note({ from: given.from, to: given.to, old: labels.old, new: [...labels.new] })
		return accept(null)
	})
}

/** Takes a correction back: what the comparison finds by itself counts again. */
export async function withdrawCorrection(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: PairGiven & { readonly correctionId: string },
): Promise<Result<Done<null>, Refusal>> {
	const pair = await openPair(shell, actor, order.matterId, given)
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { withdraws: given.correctionId } },
		{ act: 'match.corrected' },
		async (work) => {
			const correction = pair?.compared.corrections.find((row) => row.id === given.correctionId)
			if (!pair || !correction)
				return refuse({ code: 'unfitting', field: 'correctionId', problem: 'unknown' })
			await write(work, pair, correction, correction.id)
			const labels = labelsOf(pair.compared.redline, correction)
			work.note({
				from: given.from,
				to: given.to,
				old: labels?.old ?? correction.old,
				new: [...(labels?.new ?? correction.new)],
				isWithdrawn: true,
			})
			return accept(null)
		},
	)
}

async function write(
	work: MatterWork,
	{ older, newer }: Pair,
	correction: MatchCorrection,
	withdrawsId: string | null,
): Promise<void> {
	await work.tx.matchCorrection.create({
		data: {
			jurisdictionId: work.matter.jurisdictionId,
			id: work.shell.newId(),
			matterId: work.matter.id,
			oldVersionId: older.id,
			oldContentSha256: older.contentSha256,
			newVersionId: newer.id,
			newContentSha256: newer.contentSha256,
			oldKey: correction.old,
			newKeys: NEW_KEYS.write(correction.new),
			withdrawsId,
			correctedBy: work.actor.personId,
			postId: work.post.id,
			correctedAt: work.at,
		},
	})
}

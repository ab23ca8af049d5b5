import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor, postCheckDays } from '#app/domain/materials/checklist.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Hands in the text as it was changed after a meeting, with how each thing that the meeting said was taken up. It is
 * bound to the outcome and to the text that lay before the meeting; the period of its check begins.
 */
export async function submitMeetingText(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	typed: string,
): Promise<Result<Done<{ revisionId: string }>, Refusal>> {
	const body = { words: typed }
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body },
		{ act: 'meeting-text.submitted' },
		async (work) => {
			const words = readWords('words', typed)
			if (!words.ok) return words
			const revision = await writeRevision(work, words.value)
			await endDeadlines(work)
			const periods = periodsFor(tracksOf(work.matter), work.reference.periods)
			await startDeadline(work, 'post-check', postCheckDays(periods))
			work.change({ awaitingSignature: false })
			work.note({
				revision: revision.id,
				item: revision.agendaItemId,
				version: work.matter.currentVersion?.versionNo ?? 0,
				passed: revision.passedSha256,
				contentSha256: revision.contentSha256,
				words: words.value,
			})
			return accept({ revisionId: revision.id })
		},
	)
}

/** The item under which a meeting has passed the matter in principle: the newest, where several meetings had it. */
export function passedInPrinciple(matter: MatterRecord): MatterRecord['agendaItems'][number] | null {
	return matter.agendaItems.findLast((item) => item.outcome?.outcome === 'passed-in-principle') ?? null
}

async function writeRevision(work: MatterWork, words: string) {
	const { jurisdictionId, id: matterId, currentVersion: version } = work.matter
	const item = passedInPrinciple(work.matter)
	if (!version || !item) throw new Error(`matter ${matterId} is to be amended after no meeting`)
	const { clearance } = await work.tx.agendaOutcome.findUniqueOrThrow({
		where: { jurisdictionId_agendaItemId: { jurisdictionId, agendaItemId: item.id } },
		select: { clearance: { select: { id: true, versionId: true, contentSha256: true } } },
	})
	if (!clearance) throw new Error(`item ${item.id} was passed without a clearance`)
	const row = {
		jurisdictionId,
		id: work.shell.newId(),
		matterId,
		agendaItemId: item.id,
		clearanceId: clearance.id,
		passedVersionId: clearance.versionId,
		passedSha256: clearance.contentSha256,
		versionId: version.id,
		contentSha256: version.contentSha256,
		words,
		submittedBy: work.actor.personId,
		postId: work.post.id,
		submittedAt: work.at,
	}
	await work.tx.meetingRevision.create({ data: row })
	return row
}

import { paperKindOf } from '#app/db/code-columns.server.ts'
import type { PaperKind } from '#app/domain/paper/paper.ts'
import type { PaperStanding } from '#app/domain/paper/paper-standing.ts'
import { foldCode, foldNumber } from '#app/domain/paper/typed-number.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { readSealed } from './read-sealed.server.ts'
import { standingsOf } from './standing-of-papers.server.ts'

/** What anybody may learn of a paper whose number and verification code they hold: nothing of what it says. */
export type VerifiedPaper = {
	readonly kind: PaperKind
	readonly number: string
	readonly organ: string
	readonly sealedAt: string
	readonly standing: PaperStanding
	/** Whether its sealed content is the one that the trail holds. */
	readonly isSound: boolean
}

/**
 * Looks up a sealed paper by number and verification code; both must be those of one paper. Who holds only one of them
 * learns nothing, not even that there is such a paper. A database that is behind what was laid down outside cannot know
 * whether a paper was revoked or sealed since: it says nothing of its own papers, nor that there is no such paper.
 */
export async function verifyPaper(
	shell: Shell,
	typed: { readonly number: string; readonly code: string },
): Promise<VerifiedPaper | 'database-behind' | null> {
	const { behind } = shell.checkpoints
	const row = await shell.db.sealedPaper.findUnique({
		where: { code: foldCode(typed.code) },
		include: { organ: { select: { name: true } } },
	})
	if (!row?.number || foldNumber(row.number) !== foldNumber(typed.number))
		return behind.size > 0 ? 'database-behind' : null
	if (behind.has(row.jurisdictionId)) return 'database-behind'
	const { jurisdictionId, id, aboutId, matterId, meetingId } = row
	const kind = paperKindOf(row.kind)
	const query = meetingId === null ? { matterId: matterId ?? '', aboutId } : { meetingId }
	const [sealed, standings] = [
		await readSealed(shell, jurisdictionId, query),
		await standingsOf(shell, jurisdictionId, [{ id, kind, aboutId, matterId, meetingId }]),
	]
	return {
		kind,
		number: row.number,
		organ: row.organ.name,
		sealedAt: row.sealedAt.toISOString(),
		standing: standings.get(id) ?? 'in-force',
		isSound: sealed.some((paper) => paper.id === id && paper.isSound),
	}
}

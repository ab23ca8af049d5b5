import { clearanceStateOf } from '#app/db/code-columns.server.ts'
import type { PaperKind } from '#app/domain/paper/paper.ts'
import { type PaperStanding, type StandingFacts, paperStanding } from '#app/domain/paper/paper-standing.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A sealed paper by what it is about. */
export type AboutPaper = {
	readonly id: string
	readonly kind: PaperKind
	readonly aboutId: string
	readonly matterId: string | null
	readonly meetingId: string | null
}

/** How each of these papers of one district stands now, by its id. */
export async function standingsOf(
	shell: Shell,
	jurisdictionId: string,
	papers: readonly AboutPaper[],
): Promise<ReadonlyMap<string, PaperStanding>> {
	const facts = await loadFacts(shell, jurisdictionId, papers)
	return new Map(papers.map((paper) => [paper.id, paperStanding(paper.kind, facts(paper))]))
}

async function loadFacts(
	{ db, now }: Shell,
	jurisdictionId: string,
	papers: readonly AboutPaper[],
): Promise<(paper: AboutPaper) => StandingFacts> {
	const about = [...new Set(papers.map(({ aboutId }) => aboutId))]
	const matterIds = papers.flatMap(({ matterId }) => matterId ?? [])
	const meetingIds = papers.flatMap(({ meetingId }) => meetingId ?? [])
	const rechecks = await db.recheck.findMany({
		where: { jurisdictionId, id: { in: about } },
		select: { id: true, opinionId: true },
	})
	const opinionIds = [...about, ...rechecks.map(({ opinionId }) => opinionId)]
	const [revoked, ended, withdrawn, cancelled, same] = [
		await db.opinionRevocation.findMany({ where: { jurisdictionId, opinionId: { in: opinionIds } } }),
		await endedClearances({ db, now }, jurisdictionId, about),
		await db.matter.findMany({ where: { jurisdictionId, id: { in: matterIds }, state: 'withdrawn' } }),
		await db.meeting.findMany({ where: { jurisdictionId, id: { in: meetingIds }, state: 'cancelled' } }),
		await db.sealedPaper.findMany({
			where: { jurisdictionId, aboutId: { in: about } },
			select: { id: true, kind: true, aboutId: true },
		}),
	]
	const opinionOf = new Map(rechecks.map(({ id, opinionId }) => [id, opinionId]))
	return ({ id, kind, aboutId, matterId, meetingId }) => ({
		isRevoked: revoked.some(({ opinionId }) => opinionId === (opinionOf.get(aboutId) ?? aboutId)),
		ended: ended.get(aboutId) ?? null,
		isWithdrawn: withdrawn.some((matter) => matter.id === matterId),
		isCancelled: cancelled.some((meeting) => meeting.id === meetingId),
		hasLater: same.some((other) => other.kind === kind && other.aboutId === aboutId && other.id > id),
	})
}

/** How clearances ended; one that is past its last day has ended, whether or not a sweep has noted it yet. */
async function endedClearances(
	{ db, now }: Pick<Shell, 'db' | 'now'>,
	jurisdictionId: string,
	ids: readonly string[],
): Promise<ReadonlyMap<string, StandingFacts['ended']>> {
	const rows = await db.clearance.findMany({
		where: { jurisdictionId, id: { in: [...ids] } },
		select: { id: true, expiresAt: true, standing: { select: { state: true } } },
	})
	return new Map(
		rows.map(({ id, expiresAt, standing }) => {
			const found = clearanceStateOf(standing?.state ?? 'valid')
			if (found !== 'valid') return [id, found]
			return [id, expiresAt !== null && expiresAt <= now() ? 'expired' : null]
		}),
	)
}

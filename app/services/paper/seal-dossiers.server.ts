import { loadMatters } from '#app/db/load-matter.server.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import { dossierPaper } from '#app/documents/papers/dossier-paper.ts'
import type { MeetingWork } from '#app/services/command/command-on-meeting.server.ts'
import { sealPaper } from './seal-paper.server.ts'

/** Outcomes after which a matter comes before no meeting again. */
const FINAL: readonly Outcome[] = ['passed', 'passed-in-principle', 'not-passed']

/** Seals 卷宗目录 of each matter that the meeting has decided, as its file stands when the record is closed. */
export async function sealDossiers(work: MeetingWork): Promise<void> {
	const { meeting, tx, at } = work
	const { jurisdictionId } = meeting
	const decided = meeting.items.filter(({ outcome }) => outcome !== null && FINAL.includes(outcome.outcome))
	const matters = await loadMatters(
		tx,
		jurisdictionId,
		decided.flatMap(({ matterId }) => matterId ?? []),
	)
	for (const matter of matters) {
		const where = { jurisdictionId, matterId: matter.id }
		const [versions, papers] = [
			await tx.draftVersion.findMany({
				where,
				orderBy: { versionNo: 'asc' },
				select: { id: true, versionNo: true, contentSha256: true, uploadedAt: true },
			}),
			await tx.sealedPaper.findMany({
				where,
				orderBy: { id: 'asc' },
				select: { id: true, title: true, number: true, contentSha256: true, sealedAt: true },
			}),
		]
		const facts = {
			matter,
			versions,
			materials: matter.materials,
			papers,
			meetingId: meeting.id,
			closedAt: at,
		}
		work.seal(
			await sealPaper(work, {
				kind: 'dossier-contents',
				organ: { id: matter.organId, shortName: matter.organ.shortName },
				matterId: matter.id,
				meetingId: meeting.id,
				aboutId: matter.id,
				nodes: dossierPaper(facts),
			}),
		)
	}
}

import { loadMatter } from '#app/db/load-matter.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { PaperKind, PaperNode } from '#app/domain/paper/paper.ts'
import type { PaperSource } from '#app/documents/papers/paper-source.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'
import type { SealedNote } from '#app/domain/act/trail-entry.ts'
import { sealPaper } from './seal-paper.server.ts'

/** A paper of a matter to be sealed; `write` gives its nodes from the record as the act has left it. */
export type MatterPaper = {
	readonly kind: PaperKind
	readonly aboutId: string
	readonly issuer: 'review-organ' | 'drafting-organ'
	readonly number?: string
	readonly write: (source: PaperSource) => readonly PaperNode[] | Promise<readonly PaperNode[]>
}

/**
 * Seals a paper of a matter at the end of an act: its rows are written, and are read again here, so that the paper says
 * what the database holds. Its hash stands in the act's entry of the matter's trail.
 */
export async function sealMatterPaper(work: MatterWork, paper: MatterPaper): Promise<SealedNote> {
	const { matter: before, tx } = work
	const matter = await loadMatter(tx, before.jurisdictionId, before.id)
	if (!matter) throw new Error(`matter ${before.id} is gone`)
	const source = await paperSourceOf(work, matter)
	const isReview =
		paper.issuer === 'review-organ' && matter.reviewOrganId !== null && matter.reviewOrgan !== null
	const sealed = await sealPaper(work, {
		kind: paper.kind,
		organ: isReview
			? { id: matter.reviewOrganId ?? '', shortName: matter.reviewOrgan?.shortName ?? '' }
			: { id: matter.organId, shortName: matter.organ.shortName },
		matterId: matter.id,
		meetingId: null,
		aboutId: paper.aboutId,
		...(paper.number === undefined ? {} : { number: paper.number }),
		nodes: await paper.write(source),
	})
	work.seal(sealed)
	return sealed
}

async function paperSourceOf(work: MatterWork, matter: MatterRecord): Promise<PaperSource> {
	const { checklist, points, reasons } = work.reference
	const names = await loadPersonNames(work.tx, matter.jurisdictionId, [
		work.actor.personId,
		matter.drafterId,
		matter.headId,
		matter.reviewerId,
		...matter.opinions.flatMap(({ reviewerId, checkerId, signerId }) => [reviewerId, checkerId, signerId]),
		...matter.counselOpinions.map(({ personId }) => personId),
		...matter.rechecks.flatMap(({ reviewerId, decidedBy }) => [reviewerId, decidedBy]),
		...matter.clearances.map(({ signedBy }) => signedBy),
	])
	return { matter, at: work.at, nameOf: (id) => names.get(id) ?? '', checklist, points, reasons }
}

import { conclusionOf } from '#app/db/code-columns.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { ActedFor } from '#app/documents/papers/delegated-words.ts'
import type { OpinionPaperFacts } from '#app/documents/papers/opinion-paper.ts'
import { newestBy, tracksOf, type MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { currentDraft, draftBodyOf, hasSteppedBack } from '#app/domain/matter-record/review-standing.ts'
import { newestOrder } from '#app/domain/matter/emergency-order.ts'
import { pointsFor } from '#app/domain/materials/checklist.ts'
import { STEPS } from '#app/domain/materials/step.ts'
import type { OpinionBody } from '#app/domain/opinion/opinion-body.ts'
import { inTextOrder } from '#app/domain/opinion/text-order.ts'
import type { Reference } from '#app/db/load-reference.server.ts'

/** What the paper is read from: the matter's record, the lists of the law, and where its names and findings are read. */
export type PaperDesk = {
	readonly matter: MatterRecord
	readonly reference: Reference
	readonly tx: Pick<Tx, '$queryRaw' | 'opinion'>
}

type Names = (personId: string | null) => { readonly id: string; readonly name: string }

/** The paper as it would be signed now, from the working paper of the present round. */
export async function composeDraftPaper(desk: PaperDesk): Promise<OpinionPaperFacts | null> {
	const { matter } = desk
	const body = draftBodyOf(matter)
	const version = matter.currentVersion
	if (!body || !version) return null
	const checkedBy = currentDraft(matter)?.checkedBy ?? null
	const named = await loadNames(desk, [matter.reviewerId, checkedBy])
	const checkedFor = checkedForIn(matter, matter.round, named)
	return {
		...frameOf(matter),
		order: orderOn(matter, version.contentSha256, null),
		...findingsOf(desk, body),
		row: { table: 'opinion_draft', key: `${matter.id}:${matter.round}` },
		number: null,
		round: matter.round,
		version,
		materials: materialsOf(desk, null),
		counsel: counselOf(matter, { round: matter.round, versionId: version.id }, named),
		released: releasedIn(matter, matter.round, named),
		conclusion: body.conclusion,
		summary: body.summary,
		risk: body.risk ?? null,
		reviewer: named(matter.reviewerId),
		checker: checkedBy === null ? null : named(checkedBy),
		checkedFor,
		signer: null,
		isTwoPerson: false,
		signedAt: null,
	}
}

/** The paper of a signed opinion, from its immutable rows; null when the matter has no opinion with this id. */
export async function composeSignedPaper(
	desk: PaperDesk,
	opinionId: string,
): Promise<OpinionPaperFacts | null> {
	const { matter } = desk
	const opinion = matter.opinions.find((each) => each.id === opinionId)
	if (!opinion) return null
	const { points, steps, reliedOn } = await desk.tx.opinion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId: matter.jurisdictionId, id: opinion.id } },
		select: { points: true, steps: true, reliedOn: true },
	})
	const named = await loadNames(desk, [opinion.reviewerId, opinion.checkerId, opinion.signerId])
	const items = opinion.items.map((item) => ({ ...item, suggestion: item.suggestion ?? '' }))
	// The rows' codes are those of the body that they were written from.
	const body = { items, points, steps } as Pick<OpinionBody, 'items' | 'points' | 'steps'>
	const { versionId, contentSha256 } = opinion
	return {
		...frameOf(matter),
		order: orderOn(matter, contentSha256, opinion.signedAt),
		...findingsOf(desk, body),
		row: { table: 'opinion', key: opinion.id },
		number: opinion.number,
		round: opinion.round,
		version: { id: versionId, versionNo: opinion.version.versionNo, contentSha256 },
		materials: materialsOf(
			desk,
			reliedOn.map((each) => each.materialId),
		),
		counsel: counselOf(matter, opinion, named),
		released: releasedIn(matter, opinion.round, named),
		conclusion: conclusionOf(opinion.conclusion),
		summary: opinion.summary,
		risk: opinion.risk,
		reviewer: named(opinion.reviewerId),
		checker: named(opinion.checkerId),
		checkedFor: checkedForIn(matter, opinion.round, named),
		signer: named(opinion.signerId),
		isTwoPerson: opinion.isTwoPerson,
		signedAt: opinion.signedAt,
	}
}

async function loadNames({ tx, matter }: PaperDesk, ids: readonly (string | null)[]): Promise<Names> {
	const counsel = matter.counselOpinions.map(({ personId }) => personId)
	const delegators = matter.delegatedActs.map(({ delegatorId }) => delegatorId)
	const released = matter.counselReleases.map(({ personId }) => personId)
	const all = [...ids, ...counsel, ...delegators, ...released]
	const names = await loadPersonNames(tx, matter.jurisdictionId, all)
	return (personId) => ({ id: personId ?? '', name: names.get(personId ?? '') ?? '' })
}

/** In whose place the opinion of a round was checked: the act at the very instant of the check. */
function checkedForIn(matter: MatterRecord, round: number, named: Names): ActedFor | null {
	const draft = matter.opinionDrafts.find((each) => each.round === round)
	const checkedAt = draft?.checkedAt?.getTime()
	const act = matter.delegatedActs.find(
		({ substituteId, actedAt }) => substituteId === draft?.checkedBy && actedAt.getTime() === checkedAt,
	)
	if (!act) return null
	const { delegationId, delegatorId, delegation } = act
	return { delegationId, ...delegation, delegator: named(delegatorId) }
}

function frameOf(matter: MatterRecord) {
	return {
		matterId: matter.id,
		tracks: tracksOf(matter),
		issuer: matter.issuer,
		reviewOrgan: { id: matter.reviewOrganId ?? '', name: matter.reviewOrgan?.name ?? '' },
		draftingOrgan: { id: matter.organId, name: matter.organ.name },
		title: matter.title,
		submittedAt: matter.submittedAt,
	}
}

/** The order that put exactly this text into effect before an opinion on it was signed. */
function orderOn(
	{ emergency }: MatterRecord,
	contentSha256: string,
	before: Date | null,
): OpinionPaperFacts['order'] {
	const order = newestOrder(
		emergency.filter(({ recordedAt }) => before === null || recordedAt.getTime() <= before.getTime()),
	)
	if (order?.contentSha256 !== contentSha256) return null
	return { id: order.id, leaderName: order.leaderName, signedAt: order.recordedAt }
}

/** Points and steps in the order of the law's lists; an answer that no list knows any more comes last by its code. */
function findingsOf(
	{ matter, reference }: PaperDesk,
	body: Pick<OpinionBody, 'items' | 'points' | 'steps'>,
): Pick<OpinionPaperFacts, 'items' | 'points' | 'steps'> {
	const known = pointsFor(tracksOf(matter), reference.points)
	const order = (code: string) => known.findIndex((point) => point.code === code) + 1 || known.length + 1
	return {
		items: inTextOrder(body.items),
		points: [...body.points]
			.sort((a, b) => order(a.point) - order(b.point))
			.map(({ point, answer, note }) => ({
				code: point,
				name: known.find((each) => each.code === point)?.name.zh ?? point,
				answer,
				note,
			})),
		steps: STEPS.flatMap((step): OpinionPaperFacts['steps'][number][] => {
			const answers = matter.stepAnswers.filter((answer) => answer.step === step)
			const judged = answers.find((answer) => body.steps.some((each) => each.stepAnswerId === answer.id))
			const said = judged ?? answers.at(-1)
			if (!said) return []
			const word = body.steps.find((each) => each.stepAnswerId === said.id)
			const { id, answer, reason, facts } = said
			return [{ id, step, answer, reason, facts, verdict: word?.verdict ?? null, note: word?.note ?? '' }]
		}),
	}
}

/** The papers by name: those that a signed opinion names, or the ones that stand now. */
function materialsOf({ matter, reference }: PaperDesk, ids: readonly string[] | null) {
	const materials = ids
		? matter.materials.filter((material) => ids.includes(material.id))
		: newestBy(matter.materials, (material) => material.item)
	return materials
		.filter((material) => material.kind === 'file')
		.map(({ id, item }) => ({
			id,
			name: reference.checklist.find(({ code }) => code === item)?.name.zh ?? item,
		}))
}

function counselOf(
	matter: MatterRecord,
	{ round, versionId }: { readonly round: number; readonly versionId: string },
	named: Names,
) {
	return matter.counselOpinions
		.filter((opinion) => opinion.round === round)
		.map(({ id, personId, conclusion, signedAt, disposition, ...on }) => ({
			id,
			person: named(personId),
			conclusion,
			signedAt,
			disposition: disposition?.text ?? null,
			steppedBack: hasSteppedBack(matter, personId),
			isOnEarlierText: on.versionId !== versionId,
		}))
}

function releasedIn(matter: MatterRecord, round: number, named: Names): OpinionPaperFacts['released'] {
	return matter.counselReleases
		.filter((release) => release.round === round)
		.map(({ id, personId, reason }) => ({ id, person: named(personId), reason }))
}

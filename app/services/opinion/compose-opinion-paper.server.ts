import { conclusionOf } from '#app/db/code-columns.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { newestBy } from '#app/domain/matter-record/matter-record.ts'
import { currentDraft, draftBodyOf } from '#app/domain/matter-record/review-standing.ts'
import { pointsFor } from '#app/domain/materials/checklist.ts'
import { type Step, STEPS } from '#app/domain/materials/step.ts'
import { isNormative } from '#app/domain/matter/track.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { ItemBody, OpinionBody, PointBody, StepBody } from '#app/domain/opinion/opinion-body.ts'
import { inTextOrder } from '#app/domain/opinion/text-order.ts'
import type { ReviewDesk, ReviewHeading } from '#app/services/intake/open-review-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Everything that the printed opinion says, in the making or signed. */
export type OpinionPaperFacts = {
	readonly reviewOrgan: string
	readonly draftingOrgan: string
	readonly isNormative: boolean
	readonly number: string | null
	readonly title: string
	readonly round: number
	readonly submittedAt: string | null
	readonly versionNo: number
	readonly contentSha256: string
	readonly materials: readonly string[]
	readonly points: readonly {
		readonly name: string
		readonly answer: PointBody['answer']
		readonly note: string
	}[]
	readonly steps: readonly {
		readonly step: Step
		readonly answer: string
		readonly reason: string | null
		readonly verdict: StepBody['verdict'] | null
		readonly note: string
	}[]
	readonly items: readonly Omit<ItemBody, 'id' | 'anchor' | 'points'>[]
	readonly counsel: readonly {
		readonly name: string
		readonly conclusion: Conclusion
		readonly disposition: string | null
	}[]
	readonly conclusion: Conclusion | null
	readonly summary: string
	readonly reviewer: string
	readonly checker: string | null
	readonly signer: string | null
	readonly isTwoPerson: boolean
	readonly signedAt: string | null
	readonly revokedReason: string | null
}

/** What the paper is read from; a meeting prints it too, without being a review desk. */
type PaperDesk = Pick<ReviewDesk, 'matter' | 'reference'> & {
	readonly heading: Pick<ReviewHeading, 'tracks'>
}

/** The paper as it would be signed now, from the working paper of the present round. */
export async function composeDraftPaper(shell: Shell, desk: PaperDesk): Promise<OpinionPaperFacts | null> {
	const { matter } = desk
	const body = draftBodyOf(matter)
	const version = matter.currentVersion
	if (!body || !version) return null
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [
		matter.reviewerId,
		currentDraft(matter)?.checkedBy ?? null,
		...matter.counselOpinions.map((opinion) => opinion.personId),
	])
	return {
		...frameOf(desk),
		...findingsOf(desk, body),
		number: null,
		round: matter.round,
		versionNo: version.versionNo,
		contentSha256: version.contentSha256,
		materials: materialNames(desk, null),
		counsel: counselOf(desk, matter.round, names),
		conclusion: body.conclusion,
		summary: body.summary,
		reviewer: names.get(matter.reviewerId ?? '') ?? '',
		checker: names.get(currentDraft(matter)?.checkedBy ?? '') ?? null,
		signer: null,
		isTwoPerson: false,
		signedAt: null,
		revokedReason: null,
	}
}

/** The paper of a signed opinion, from its immutable rows; null when the matter has no opinion with this id. */
export async function composeSignedPaper(
	shell: Shell,
	desk: PaperDesk,
	opinionId: string,
): Promise<OpinionPaperFacts | null> {
	const { matter } = desk
	const opinion = matter.opinions.find((each) => each.id === opinionId)
	if (!opinion) return null
	const { points, steps, reliedOn } = await shell.db.opinion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId: matter.jurisdictionId, id: opinion.id } },
		select: { points: true, steps: true, reliedOn: true },
	})
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [
		opinion.reviewerId,
		opinion.checkerId,
		opinion.signerId,
		...matter.counselOpinions.map((each) => each.personId),
	])
	const items = opinion.items.map((item) => ({ ...item, suggestion: item.suggestion ?? '' }))
	const body = { items, points, steps } as unknown as Pick<OpinionBody, 'items' | 'points' | 'steps'>
	return {
		...frameOf(desk),
		...findingsOf(desk, body),
		number: opinion.number,
		round: opinion.round,
		versionNo: opinion.version.versionNo,
		contentSha256: opinion.contentSha256,
		materials: materialNames(
			desk,
			reliedOn.map((each) => each.materialId),
		),
		counsel: counselOf(desk, opinion.round, names),
		conclusion: conclusionOf(opinion.conclusion),
		summary: opinion.summary,
		reviewer: names.get(opinion.reviewerId) ?? '',
		checker: names.get(opinion.checkerId) ?? '',
		signer: names.get(opinion.signerId) ?? '',
		isTwoPerson: opinion.isTwoPerson,
		signedAt: opinion.signedAt.toISOString(),
		revokedReason: opinion.revocation?.reason ?? null,
	}
}

function frameOf({ matter, heading }: PaperDesk) {
	return {
		reviewOrgan: matter.reviewOrgan?.name ?? '',
		draftingOrgan: matter.organ.name,
		isNormative: isNormative(heading.tracks),
		title: matter.title,
		submittedAt: matter.submittedAt?.toISOString() ?? null,
	}
}

/** Points and steps in the order of the law's lists; an answer that no list knows any more comes last by its code. */
function findingsOf(
	{ matter, reference, heading }: PaperDesk,
	body: Pick<OpinionBody, 'items' | 'points' | 'steps'>,
) {
	const known = pointsFor(heading.tracks, reference.points)
	const order = (code: string) => known.findIndex((point) => point.code === code) + 1 || known.length + 1
	return {
		items: inTextOrder(body.items).map(({ kind, place, quote, problem, ground, suggestion }) => ({
			kind,
			place,
			quote,
			problem,
			ground,
			suggestion,
		})),
		points: [...body.points]
			.sort((a, b) => order(a.point) - order(b.point))
			.map(({ point, answer, note }) => ({
				name: known.find((each) => each.code === point)?.name.zh ?? point,
				answer,
				note,
			})),
		steps: STEPS.flatMap((step) => {
			const answers = matter.stepAnswers.filter((answer) => answer.step === step)
			const judged = answers.find((answer) => body.steps.some((each) => each.stepAnswerId === answer.id))
			const said = judged ?? answers.at(-1)
			if (!said) return []
			const word = body.steps.find((each) => each.stepAnswerId === said.id)
			return {
				step,
				answer: said.answer,
				reason: said.reason,
				verdict: word?.verdict ?? null,
				note: word?.note ?? '',
			}
		}),
	}
}

/** The papers by name: those that a signed opinion names, or the ones that stand now. */
function materialNames({ matter, reference }: PaperDesk, ids: readonly string[] | null): string[] {
	const materials = ids
		? matter.materials.filter((material) => ids.includes(material.id))
		: newestBy(matter.materials, (material) => material.item)
	return materials
		.filter((material) => material.kind === 'file')
		.map(
			(material) => reference.checklist.find((item) => item.code === material.item)?.name.zh ?? material.item,
		)
}

function counselOf({ matter }: PaperDesk, round: number, names: ReadonlyMap<string, string>) {
	return matter.counselOpinions
		.filter((opinion) => opinion.round === round)
		.map((opinion) => ({
			name: names.get(opinion.personId) ?? '',
			conclusion: conclusionOf(opinion.conclusion),
			disposition: opinion.disposition?.text ?? null,
		}))
}

import { formatOf } from '#app/domain/audit-chain/signed-row.ts'
import { newestBy, type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { draftBodyOf } from '#app/domain/matter-record/review-standing.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import { type Conclusion, CLEARANCE_BY, passes } from '#app/domain/opinion/conclusion.ts'
import type { OpinionBody } from '#app/domain/opinion/opinion-body.ts'
import { inTextOrder } from '#app/domain/opinion/text-order.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { MatterEvent } from '#app/domain/review-workflow/matter-events.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { confirmSignature } from '#app/services/command/confirm-signature.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { issueClearance } from '#app/services/clearance/issue-clearance.server.ts'
import { nextDocumentNumber } from '#app/services/command/next-number.server.ts'
import { type FrozenOpinion, frozenOpinion } from './send-opinion.server.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import { opinionPaper } from '#app/documents/papers/opinion-paper.ts'
import { composeSignedPaper } from './compose-opinion-paper.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'

/** What a signature gave: the opinion's number, its conclusion, and the clearance that 合法 and 明示法律风险 bring. */
export type SignedOpinion = {
	readonly opinionId: string
	readonly number: string
	readonly conclusion: Conclusion
	readonly clearanceNumber: string | null
}

/**
 * [14, 16–19] Signs the checked opinion on exactly the version that it was written on. 合法 issues the clearance,
 * 应当予以修改 gives the matter back for revision, 不合法 ends in 审查不通过; 明示法律风险 clears with the risk that the
 * meeting must hear.
 */
export async function signOpinion(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	{ password }: { readonly password: string },
): Promise<Result<Done<SignedOpinion>, Refusal>> {
	const isOwn = await isOwnPassword(shell, actor, password)
	const act = { act: 'opinion.signed', event: signingEvent } as const
	return commandOnMatter(shell, actor, { ...order, body: {} }, act, async (work) => {
		const signed = await confirmSignature(work, isOwn)
		if (!signed.ok) return signed
		const frozen = frozenOpinion(work.matter)
		if (!frozen.ok) return frozen
		const { conclusion } = frozen.value.body
		if (!conclusion) return refuse({ code: 'unfitting', field: 'conclusion', problem: 'missing' })
		const opinion = await writeOpinion(work, frozen.value, conclusion)
		work.change({ signerId: actor.personId, changedAfterClearance: false })
		await sealMatterPaper(work, {
			kind: 'opinion',
			aboutId: opinion.id,
			issuer: 'review-organ',
			number: opinion.number,
			write: ({ matter }) => writePaper(work, matter, opinion.id),
		})
		work.note({
			opinion: opinion.id,
			number: opinion.number,
			conclusion,
			contentSha256: opinion.contentSha256,
			signed: formatOf('opinion'),
		})
		const clearanceNumber = await followConclusion(work, opinion.id, conclusion)
		return accept({ opinionId: opinion.id, number: opinion.number, conclusion, clearanceNumber })
	})
}

async function writePaper(work: MatterWork, matter: MatterRecord, opinionId: string) {
	const { reference, tx } = work
	const facts = await composeSignedPaper({ matter, reference, tx }, opinionId)
	if (!facts) throw new Error(`matter ${matter.id} has no opinion ${opinionId}`)
	return opinionPaper(facts)
}

/** The event says what the working paper concludes; where that says nothing, the machine refuses. */
function signingEvent(matter: MatterRecord): MatterEvent {
	return { type: 'opinion.signed', conclusion: draftBodyOf(matter)?.conclusion ?? null }
}

async function writeOpinion(
	work: MatterWork,
	{ body, sha256, checkedBy }: FrozenOpinion,
	conclusion: Conclusion,
) {
	const { matter, actor } = work
	const version = matter.currentVersion
	if (!version || !matter.reviewerId || !checkedBy)
		throw new Error(`matter ${matter.id} cannot be signed like this`)
	const year = Number(work.today.slice(0, 4))
	const organCode = `${matter.reviewOrgan?.shortName ?? ''}审`
	const opinion = {
		jurisdictionId: matter.jurisdictionId,
		id: work.shell.newId(),
		matterId: matter.id,
		round: matter.round,
		versionId: version.id,
		contentSha256: version.contentSha256,
		number: await nextDocumentNumber(work.tx, matter.jurisdictionId, organCode, year),
		conclusion,
		summary: body.summary,
		bodySha256: sha256,
		reviewerId: matter.reviewerId,
		checkerId: checkedBy,
		signerId: actor.personId,
		signerPostId: work.post.id,
		isTwoPerson: checkedBy === actor.personId,
		signedAt: work.at,
	}
	await work.tx.opinion.create({
		data: { ...opinion, ...work.shell.clearanceKey.signRow('opinion', opinion) },
	})
	await writeFindings(work, opinion.id, body)
	await writeReliedOn(work, opinion.id)
	return opinion
}

/** The items get ids of their own: a body that was taken up again in a later round must not collide with this one. */
async function writeFindings(work: MatterWork, opinionId: string, body: OpinionBody): Promise<void> {
	const { jurisdictionId, stepAnswers } = work.matter
	const answered = newestBy(stepAnswers, (answer) => answer.step).map((answer) => answer.id)
	const items = inTextOrder(body.items).map((item) => ({ ...item, id: work.shell.newId() }))
	await work.tx.opinionItem.createMany({
		data: items.map(({ points: _points, suggestion, ...item }, index) => ({
			...item,
			jurisdictionId,
			opinionId,
			position: index + 1,
			suggestion: suggestion === '' ? null : suggestion,
		})),
	})
	await work.tx.opinionPoint.createMany({
		data: body.points.map((point) => ({ ...point, jurisdictionId, opinionId })),
	})
	const answers = new Set(body.points.map(({ point }) => point))
	await work.tx.opinionItemPoint.createMany({
		data: items.flatMap(({ id, points }) =>
			points
				.filter((point) => answers.has(point))
				.map((point) => ({ jurisdictionId, opinionId, opinionItemId: id, point })),
		),
	})
	if (body.conclusion === 'risk-flagged' && body.risk) {
		const { isUnprohibited: _stated, ...risk } = body.risk
		await work.tx.opinionRisk.create({ data: { ...risk, jurisdictionId, opinionId } })
	}
	await work.tx.opinionStep.createMany({
		data: body.steps
			.filter((step) => answered.includes(step.stepAnswerId))
			.map((step) => ({ ...step, jurisdictionId, opinionId })),
	})
}

/** What the opinion relied on, by hash: replacing a paper afterwards shows at the gate. */
async function writeReliedOn(work: MatterWork, opinionId: string): Promise<void> {
	const { jurisdictionId, materials } = work.matter
	await work.tx.opinionMaterial.createMany({
		data: newestBy(materials, (material) => material.item).map(({ id, item, sha256 }) => ({
			jurisdictionId,
			opinionId,
			item,
			materialId: id,
			sha256,
		})),
	})
}

async function followConclusion(
	work: MatterWork,
	opinionId: string,
	conclusion: Conclusion,
): Promise<string | null> {
	await endDeadlines(work)
	// An order may have put this text into effect before its review: this is the review that it left owed (补审).
	await endDeadlines(work, 'after-review')
	if (conclusion === 'amend')
		await startDeadline(work, 'revise', periodsFor(tracksOf(work.matter), work.reference.periods).revise)
	if (!passes(conclusion)) return null
	return (await issueClearance(work, { kind: CLEARANCE_BY[conclusion], opinionId, explanation: null })).number
}

import { CLEARANCE_BY, passes } from '#app/domain/opinion/conclusion.ts'
import { formatOf } from '#app/domain/audit-chain/signed-row.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
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
import { confirmSignature } from '#app/services/command/confirm-signature.server.ts'
import { endSittingWith } from '#app/services/redline/end-sitting.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { issueClearance } from '#app/services/clearance/issue-clearance.server.ts'
import { checkSeparation } from '#app/services/command/check-separation.server.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import { recheckPaper } from '#app/documents/papers/recheck-paper.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { recheckBodySha256 } from '#app/domain/opinion/recheck-body.ts'
import { judgeTextChanges } from '#app/domain/opinion/recheck.ts'
import { judgeText, stillJudged } from './judge-text.server.ts'
import { recheckSubjectOf } from './propose-recheck.server.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'

type Order = Omit<MatterOrder, 'body'>

/**
 * [22, 24 (a), 27 (b)] Signs the re-check: the revised text is cleared. Where an item is retained, the signing officer
 * accepts the drafter's reasons in words, and those words are printed with the agenda item.
 */
export async function signRecheck(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: { readonly explanation: string; readonly password: string },
): Promise<Result<Done<{ number: string }>, Refusal>> {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	const body = { explanation: given.explanation }
	const text = await judgeText(shell, actor, order.matterId, null)
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'recheck.signed' }, async (work) => {
		const signed = await confirmSignature(work, isOwn)
		if (!signed.ok) return signed
		const waiting = waitingRecheck(work.matter)
		if (!waiting.ok) return waiting
		const judged = await stillJudged(work, waiting.value.kind, text)
		if (!judged.ok) return judged
		const fits = judgeTextChanges(
			waiting.value.kind,
			recheckSubjectOf(work.matter),
			{ note: '', items: [], steps: [] },
			judged.value,
		)
		if (!fits.ok) return fits
		const explanation = readExplanation(work.matter, waiting.value.id, given.explanation)
		if (!explanation.ok) return explanation
		await sign(work, waiting.value.id, explanation.value)
		await endDeadlines(work)
		work.change({ awaitingSignature: false, changedAfterClearance: false, signerId: actor.personId })
		work.note({
			recheck: waiting.value.id,
			kind: waiting.value.kind,
			explanation: explanation.value,
			signed: formatOf('recheck'),
		})
		await sealMatterPaper(work, {
			kind: 'recheck-opinion',
			aboutId: waiting.value.id,
			issuer: 'review-organ',
			write: (source) => recheckPaper(source, waiting.value.id),
		})
		await endSittingWith(work)
		const { opinionId } = waiting.value
		// What is flagged stays flagged: a re-check takes no risk away.
		const conclusion = work.matter.opinions.find(({ id }) => id === opinionId)?.conclusion ?? null
		const cleared = await issueClearance(work, {
			kind: passes(conclusion) ? CLEARANCE_BY[conclusion] : 'reviewed',
			opinionId,
			explanation: explanation.value,
		})
		return accept({ number: cleared.number })
	})
}

/** [24 (b)] Refuses the re-check in words: the text goes back to the drafter, not cleared. */
export async function refuseRecheck(
	shell: Shell,
	actor: Actor,
	order: Order,
	typedWords: string,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const body = { words: typedWords }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'recheck.refused' }, async (work) => {
		const apart = await checkSeparation(work, 'signing-officer')
		if (!apart.ok) return apart
		const waiting = waitingRecheck(work.matter)
		if (!waiting.ok) return waiting
		const words = readWords('words', typedWords)
		if (!words.ok) return words
		await decide(work, waiting.value.id, { decision: 'refused', decisionText: words.value })
		await endDeadlines(work)
		await startDeadline(work, 'revise', periodsFor(tracksOf(work.matter), work.reference.periods).revise)
		work.change({ awaitingSignature: false })
		work.note({ recheck: waiting.value.id, words: words.value })
		await endSittingWith(work)
		return accept({ matterId: work.matter.id })
	})
}

/** The items of the waiting re-check that stay as they are, the difference kept. */
export function retainedItems(matter: MatterRecord, recheckId: string) {
	const items = opinionInForce(matter)?.items ?? []
	return items.filter((item) =>
		item.recheckItems.some((each) => each.recheckId === recheckId && each.verdict === 'retained'),
	)
}

/** The proposal that waits for its signature; it must be on the text that is there. */
export function waitingRecheck(matter: MatterRecord): Result<MatterRecord['rechecks'][number], Refusal> {
	const last = matter.rechecks.at(-1)
	const isWaiting =
		last?.result === 'proposed' &&
		last.decision === null &&
		last.contentSha256 === matter.currentVersion?.contentSha256
	return last && isWaiting
		? accept(last)
		: refuse({ code: 'unfitting', field: 'recheck', problem: 'none-waiting' })
}

function readExplanation(
	matter: MatterRecord,
	recheckId: string,
	typed: string,
): Result<string | null, Refusal> {
	if (retainedItems(matter, recheckId).length > 0) return readWords('explanation', typed)
	return accept(null)
}

/** The answer to a proposal; one that was signed has its hash and signature. */
type Decided = {
	readonly decision: 'signed' | 'refused'
	readonly decisionText: string | null
	readonly bodySha256?: string
	readonly keyId?: string
	readonly signature?: string
}

async function decide(work: MatterWork, recheckId: string, decided: Decided): Promise<void> {
	await work.tx.recheck.update({
		where: { jurisdictionId_id: { jurisdictionId: work.matter.jurisdictionId, id: recheckId } },
		data: { ...decided, ...decidedBy(work) },
	})
}

function decidedBy({ actor, post, at }: MatterWork) {
	return { decidedBy: actor.personId, decidedPostId: post.id, decidedAt: at }
}

/** Signs the re-check with the key of the clearances, its verdicts by their hash. */
async function sign(work: MatterWork, recheckId: string, decisionText: string | null): Promise<void> {
	const { tx, matter, shell } = work
	const key = { jurisdictionId: matter.jurisdictionId, recheckId }
	const recheck = await tx.recheck.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId: key.jurisdictionId, id: recheckId } },
	})
	const bodySha256 = recheckBodySha256(
		await tx.recheckItem.findMany({ where: key }),
		await tx.recheckStep.findMany({ where: key }),
	)
	const decided = { decision: 'signed', decisionText, bodySha256 } as const
	const row = { ...recheck, ...decided, ...decidedBy(work) }
	await decide(work, recheckId, { ...decided, ...shell.clearanceKey.signRow('recheck', row) })
}

import { recheckKindOf } from '#app/db/code-columns.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { loadHands } from '#app/db/load-hands.server.ts'
import type { BesideChange } from '#app/domain/document/compare-beside.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import type { RecheckKind } from '#app/domain/opinion/recheck-kind.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type NotSeparate, judgeSeparation } from '#app/domain/permission/separation.ts'
import type { ChangeBeyond } from '#app/domain/redline-reading/beyond-items.ts'
import type { ReadingChoice } from '#app/domain/redline-reading/reading.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { compareVersionsById, inPatience } from '#app/services/redline/compare-versions.server.ts'
import { retainedItems, waitingRecheck } from './decide-recheck.server.ts'
import { genuineClearances } from '#app/services/clearance/genuine-clearances.server.ts'
import {
	type ReviewDesk,
	type ReviewHeading,
	openReviewDesk,
} from '#app/services/intake/open-review-desk.server.ts'
import { changesOf, pairOf } from './judge-text.server.ts'
import { recheckKindsOf, recheckSubjectOf } from './propose-recheck.server.ts'
import { besideVersions } from '#app/services/redline/beside-versions.server.ts'
import { readLedger } from '#app/services/redline/read-ledger.server.ts'
import { type Comparison, readComparison } from '#app/services/redline/read-comparison.server.ts'
import {
	type StepAnswerRow,
	type VersionRow,
	stepRowsOf,
	versionRowOf,
} from '#app/services/intake/read-intake-page.server.ts'
import { type OpinionRow, opinionRow } from '#app/services/opinion/read-opinions-page.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The page on which the reviewer re-checks a revised text, the comparison beside. */
export type RecheckPage = {
	readonly heading: ReviewHeading
	readonly version: VersionRow | null
	readonly opinion: OpinionRow | null
	readonly kinds: readonly RecheckKind[]
	/** The step answers that nobody has confirmed yet. */
	readonly steps: readonly StepAnswerRow[]
	/** What changed since the version that the opinion was on; null while a large pair is being compared. */
	readonly comparison: Comparison | null
	/** What was changed beyond the items; null while the pair is being compared. */
	readonly beyond: readonly ChangeBeyond[] | null
	/** Headers, footers and images that differ. */
	readonly besideText: readonly BesideChange[]
	readonly newVersionNo: number | null
	readonly isWaiting: boolean
}

/** The page on which the signing officer decides on a re-check, or clears the same bytes again. */
export type RecheckSigningPage = {
	readonly heading: ReviewHeading
	readonly version: VersionRow | null
	readonly opinion: OpinionRow | null
	readonly recheck: {
		readonly id: string
		readonly kind: RecheckKind
		readonly note: string
		readonly reviewer: string
	} | null
	readonly retained: readonly string[]
	readonly clash: NotSeparate | null
	readonly unmet: readonly Requirement[]
	/** What is missing for clearing the same bytes again, where the text was changed after clearance. */
	readonly reissueUnmet: readonly Requirement[]
	readonly formerClearance: string | null
	/** What was changed beyond the items, of the re-check that waits; null while the pair is being compared. */
	readonly beyond: readonly ChangeBeyond[] | null
	/** How many changes the text has since it was last reviewed, and how many of them whoever reads the page has seen. */
	readonly ledger: SigningLedger | null
}

/** A pair of versions with the counts of one reader's ledger. */
export type SigningLedger = {
	readonly from: number
	readonly to: number
	readonly changes: number
	readonly seen: number
}

/** Reads the re-check page; the reviewer works on it, the rest of the review body reads. */
export async function readRecheckPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
	choice: ReadingChoice,
): Promise<Result<RecheckPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, ['recheck.proposed', 'review-notes.read'])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter } = desk
	const open = recheckSubjectOf(matter).openStepIds
	const opinion = await inForce(shell, desk)
	const newVersionNo = matter.currentVersion?.versionNo ?? null
	const beside = await besideVersions(shell, matter, opinion?.versionNo ?? null, newVersionNo)
	return accept({
		heading: desk.heading,
		version: versionRowOf(desk),
		opinion,
		kinds: recheckKindsOf(matter),
		steps: stepRowsOf(desk).filter((step) => open.includes(step.id)),
		comparison: opinion && (await comparisonOf(shell, actor, desk, { opinion, beside }, choice)),
		besideText: beside,
		beyond: await beyondOf(shell, desk),
		newVersionNo,
		isWaiting: matter.awaitingSignature,
	})
}

/** Reads the page on which a re-check is signed or refused. */
export async function readRecheckSigningPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<RecheckSigningPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, ['recheck.signed', 'review-notes.read'])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter, facts } = desk
	const waiting = waitingRecheck(matter)
	const recheck = waiting.ok ? waiting.value : null
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [recheck?.reviewerId ?? null])
	const judged = judgeSeparation(
		actor.personId,
		'signing-officer',
		await loadHands(shell.db, matter),
		actor.oneWith,
	)
	return accept({
		heading: desk.heading,
		version: versionRowOf(desk),
		opinion: await inForce(shell, desk),
		recheck: recheck && {
			id: recheck.id,
			kind: recheckKindOf(recheck.kind),
			note: recheck.note,
			reviewer: names.get(recheck.reviewerId) ?? '',
		},
		retained: recheck ? retainedItems(matter, recheck.id).map((item) => item.place) : [],
		clash: judged.ok ? null : judged.reason,
		unmet: unmetRequirements('recheck.signed', facts),
		reissueUnmet: unmetRequirements('clearance.reissued', facts),
		beyond: recheck ? await beyondOf(shell, desk, recheck.kind) : [],
		ledger: recheck && (await ledgerOf(shell, actor, desk, recheck.kind)),
		formerClearance: genuineClearances(shell, matter).at(-1)?.number ?? null,
	})
}

async function inForce(shell: Shell, { matter, seesNotes }: ReviewDesk): Promise<OpinionRow | null> {
	const opinion = opinionInForce(matter)
	if (!opinion) return null
	return opinionRow(
		matter,
		opinion,
		await loadPersonNames(shell.db, matter.jurisdictionId, [opinion.signerId]),
		seesNotes,
	)
}

/** What was changed beyond the items. Of several kinds the one that leaves room for items is shown; the command asks anew. */
async function beyondOf(
	shell: Shell,
	{ matter }: ReviewDesk,
	kind: RecheckKind = recheckKindsOf(matter).at(-1) ?? 'revision',
): Promise<readonly ChangeBeyond[] | null> {
	const pair = matter.state === 'recheck' ? pairOf(matter, kind) : null
	if (!pair) return []
	const compared = await inPatience(compareVersionsById(shell, matter, pair.fromId, pair.toId))
	return compared && changesOf(compared, pair.asked).beyond
}

async function comparisonOf(
	shell: Shell,
	actor: Actor,
	{ matter }: ReviewDesk,
	{ opinion, beside }: { readonly opinion: OpinionRow; readonly beside: readonly BesideChange[] },
	choice: ReadingChoice,
): Promise<Comparison | null> {
	const work = compareVersionsById(shell, matter, opinion.versionId, matter.currentVersionId)
	const compared = await inPatience(work)
	const items = opinion.items.map(({ id, anchor }) => ({ id, anchor, side: 'old' as const }))
	if (!compared) return null
	const ledger = await readLedger(shell, actor, matter, compared.redline, items, beside)
	return readComparison(shell, matter.jurisdictionId, compared, items, { choice, correct: null, ledger })
}

async function ledgerOf(
	shell: Shell,
	actor: Actor,
	{ matter }: ReviewDesk,
	kind: RecheckKind,
): Promise<SigningLedger | null> {
	const pair = matter.state === 'recheck' ? pairOf(matter, kind) : null
	if (!pair) return null
	const versions = await shell.db.draftVersion.findMany({
		where: { jurisdictionId: matter.jurisdictionId, id: { in: [pair.fromId, pair.toId] } },
		select: { id: true, versionNo: true },
	})
	const numberOf = (id: string) => versions.find((version) => version.id === id)?.versionNo ?? 0
	const compared = await inPatience(compareVersionsById(shell, matter, pair.fromId, pair.toId))
	const beside = await besideVersions(shell, matter, numberOf(pair.fromId), numberOf(pair.toId))
	const ledger = compared && (await readLedger(shell, actor, matter, compared.redline, [], beside))
	if (!ledger) return null
	const { changes, seenIds } = ledger
	return {
		from: numberOf(pair.fromId),
		to: numberOf(pair.toId),
		changes: changes.length,
		seen: changes.filter(({ id }) => seenIds.has(id)).length,
	}
}

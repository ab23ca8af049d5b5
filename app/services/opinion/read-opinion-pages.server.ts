import { loadPersonNames } from '#app/db/load-names.server.ts'
import { loadHands } from '#app/db/load-hands.server.ts'
import {
	currentDraft,
	draftBodyOf,
	hasSteppedBack,
	undisposedHolds,
} from '#app/domain/matter-record/review-standing.ts'
import { type ReviewPoint, pointsFor } from '#app/domain/materials/checklist.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { Contradiction } from '#app/domain/opinion/contradictions.ts'
import { type OpinionBody, EMPTY_OPINION } from '#app/domain/opinion/opinion-body.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type NotSeparate, judgeSeparation } from '#app/domain/permission/separation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { type OpinionPaperFacts, opinionPaper } from '#app/documents/papers/opinion-paper.ts'
import type { PaperNode, PaperOnPage } from '#app/domain/paper/paper.ts'
import { onPage, readSealed } from '#app/services/paper/read-sealed.server.ts'
import { composeDraftPaper, composeSignedPaper } from './compose-opinion-paper.server.ts'
import {
	type ReviewDesk,
	type ReviewHeading,
	openReviewDesk,
} from '#app/services/intake/open-review-desk.server.ts'
import {
	type StepAnswerRow,
	type VersionRow,
	stepRowsOf,
	versionRowOf,
} from '#app/services/intake/read-intake-page.server.ts'
import { type ShownPrecheck, precheckOf } from '#app/services/files/precheck-of-draft.server.ts'
import { type VersionReading, readVersionAsStored } from '#app/services/files/read-as-stored.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A text as it was read, and the hash of its file. */
export type DeskReading = Pick<VersionReading, 'document' | 'fileSha256'>

/** The editor of an opinion in the making. */
export type EditorPage = {
	readonly heading: ReviewHeading
	readonly version: VersionRow | null
	readonly reading: DeskReading | null
	/** What the rules of the pre-check say of the text under review. */
	readonly precheck: ShownPrecheck | null
	readonly body: OpinionBody
	readonly savedAt: string | null
	readonly isFrozen: boolean
	/** The text has changed since the paper was last saved: the reviewer looks at it again. */
	readonly isOnOtherVersion: boolean
	readonly points: readonly ReviewPoint[]
	readonly steps: readonly StepAnswerRow[]
	readonly counsel: readonly CounselRow[]
	readonly contradictions: readonly Contradiction[]
	readonly sentBack: { readonly words: string; readonly by: string } | null
	readonly unmet: readonly Requirement[]
}

/** A counsel's opinion as the review body reads it. */
export type CounselRow = {
	readonly id: string
	readonly name: string
	readonly round: number
	readonly conclusion: Conclusion
	readonly text: string
	readonly signedAt: string
	readonly disposition: string | null
	readonly steppedBack: boolean
}

/** The page on which an opinion is checked and signed. */
export type SigningPage = {
	readonly heading: ReviewHeading
	readonly paper: OpinionPaperFacts | null
	/** The working paper with what in it cannot stand together. */
	readonly opinion: Pick<EditorPage, 'body' | 'contradictions' | 'points' | 'steps' | 'counsel'>
	/** The paper as it would be signed now. */
	readonly nodes: readonly PaperNode[]
	readonly isFrozen: boolean
	readonly isChecked: boolean
	readonly reviewDays: { readonly revise: number }
	readonly unmet: readonly Requirement[]
	/** Why the hand that is asked for here is not this person's to lend. */
	readonly clash: NotSeparate | null
	readonly holds: readonly CounselRow[]
}

/** Reads the editor; the assigned reviewer writes, the rest of the review body reads. */
export async function readEditorPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<EditorPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, ['opinion.saved', 'review-notes.read'])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter, reference, heading, facts } = desk
	const draft = currentDraft(matter)
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [
		draft?.sentBackBy ?? null,
		...matter.counselOpinions.map((opinion) => opinion.personId),
	])
	const holds = new Set(undisposedHolds(matter).map((hold) => hold.id))
	return accept({
		heading,
		version: versionRowOf(desk),
		reading: await loadReading(shell, desk),
		precheck: await loadPrecheck(shell, desk),
		body: draftBodyOf(matter) ?? EMPTY_OPINION,
		savedAt: draft?.savedAt.toISOString() ?? null,
		isFrozen: draft?.frozenSha256 != null,
		isOnOtherVersion: draft !== null && draft.versionId !== matter.currentVersionId,
		points: pointsFor(heading.tracks, reference.points),
		steps: stepRowsOf(desk),
		counsel: counselRowsOf(desk, names).filter((row) => row.round === matter.round || holds.has(row.id)),
		contradictions: facts.contradictions,
		sentBack: draft?.sentBackText
			? { words: draft.sentBackText, by: names.get(draft.sentBackBy ?? '') ?? '' }
			: null,
		unmet: unmetRequirements('opinion.sent-for-signature', facts),
	})
}

/** Reads the signing page; the review body reads it, checker and signing officer act on it. */
export async function readSigningPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<SigningPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, ['review-notes.read'])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter, heading, facts, reference } = desk
	const names = await loadPersonNames(
		shell.db,
		matter.jurisdictionId,
		matter.counselOpinions.map((opinion) => opinion.personId),
	)
	const open = new Set(undisposedHolds(matter).map((hold) => hold.id))
	const periods = reference.periods.filter((period) => heading.tracks.includes(period.track))
	const paper = await composeDraftPaper({ matter, reference, tx: shell.db })
	return accept({
		heading,
		paper,
		nodes: paper ? opinionPaper(paper) : [],
		opinion: {
			body: draftBodyOf(matter) ?? EMPTY_OPINION,
			contradictions: facts.contradictions,
			points: pointsFor(heading.tracks, reference.points),
			steps: stepRowsOf(desk),
			counsel: counselRowsOf(desk, names),
		},
		isFrozen: currentDraft(matter)?.frozenSha256 != null,
		isChecked: facts.isOpinionChecked,
		reviewDays: { revise: Math.max(0, ...periods.map((period) => period.revise)) },
		unmet: unmetRequirements('opinion.signed', facts),
		clash: await clashOf(shell, desk, actor),
		holds: counselRowsOf(desk, names).filter((row) => open.has(row.id)),
	})
}

/** The paper of a signed opinion, and why it was revoked, where it was. */
export type OpinionPage = {
	readonly heading: ReviewHeading
	readonly paper: PaperOnPage
	readonly revokedReason: string | null
}

/** Reads the paper of a signed opinion as it was sealed; one that was signed before papers were sealed, from its rows. */
export async function readPaperPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
	opinionId: string,
): Promise<Result<OpinionPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const { matter, reference, heading } = opened.value
	const opinion = matter.opinions.find(({ id }) => id === opinionId)
	if (!opinion) return refuse({ code: 'not-found' })
	const revokedReason = opinion.revocation?.reason ?? null
	const sealed = await readSealed(shell, matter.jurisdictionId, { matterId, aboutId: opinionId })
	const paper = sealed.find(({ kind, isSound }) => kind === 'opinion' && isSound)
	if (paper) return accept({ heading, paper: onPage(paper), revokedReason })
	const facts = await composeSignedPaper({ matter, reference, tx: shell.db }, opinionId)
	if (!facts) return refuse({ code: 'not-found' })
	return accept({
		heading,
		paper: { title: opinion.number, nodes: opinionPaper(facts), seal: null },
		revokedReason,
	})
}

/** The text of a matter's current version as it was read. */
export async function loadReading(shell: Shell, { matter }: ReviewDesk): Promise<DeskReading | null> {
	if (matter.currentVersion === null) return null
	const { jurisdictionId, currentVersion } = matter
	const { document, fileSha256 } = await readVersionAsStored(shell, jurisdictionId, currentVersion.files)
	return { document, fileSha256 }
}

/** What the rules of the pre-check say of a matter's current version. */
async function loadPrecheck(shell: Shell, { matter }: ReviewDesk): Promise<ShownPrecheck | null> {
	if (matter.currentVersion === null) return null
	const { jurisdictionId, currentVersion } = matter
	const reading = await readVersionAsStored(shell, jurisdictionId, currentVersion.files)
	return precheckOf(shell, jurisdictionId, reading)
}

/** Counsel's opinions of all rounds as rows. */
export function counselRowsOf({ matter }: ReviewDesk, names: ReadonlyMap<string, string>): CounselRow[] {
	return matter.counselOpinions.map((opinion) => ({
		id: opinion.id,
		name: names.get(opinion.personId) ?? '',
		round: opinion.round,
		conclusion: opinion.conclusion,
		text: opinion.text,
		signedAt: opinion.signedAt.toISOString(),
		disposition: opinion.disposition?.text ?? null,
		steppedBack: hasSteppedBack(matter, opinion.personId),
	}))
}

async function clashOf(
	shell: Shell,
	{ matter, facts }: ReviewDesk,
	actor: Actor,
): Promise<NotSeparate | null> {
	const hand = facts.isOpinionChecked ? 'signing-officer' : 'checker'
	const judged = judgeSeparation(actor.personId, hand, await loadHands(shell.db, matter), actor.oneWith)
	return judged.ok ? null : judged.reason
}

import { checkResultOf } from '#app/db/code-columns.server.ts'
import { loadHands } from '#app/db/load-hands.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { matterActsOf } from '#app/domain/act/act.ts'
import { AFTER_MEETING_ACTS } from '#app/domain/act/after-meeting-acts.ts'
import { DRAFTING_ACTS } from '#app/domain/act/drafting-acts.ts'
import { periodsFor, postCheckDays } from '#app/domain/materials/checklist.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { CheckResult } from '#app/domain/meeting/meeting-check.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type NotSeparate, judgeSeparation } from '#app/domain/permission/separation.ts'
import type { ReadingChoice } from '#app/domain/redline-reading/reading.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import {
	type MatterDesk,
	type MatterDeskHeading,
	openMatterDesk,
} from '#app/services/matter/open-matter-desk.server.ts'
import { compareVersionsById, inPatience } from '#app/services/redline/compare-versions.server.ts'
import { type Comparison, readComparison } from '#app/services/redline/read-comparison.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { passedInPrinciple } from './submit-meeting-text.server.ts'

/** A text that was handed in after the meeting, with what was found of it. */
export type HandedIn = {
	readonly id: string
	readonly versionNo: number
	readonly contentSha256: string
	readonly words: string
	readonly by: string
	readonly at: string
	readonly check: {
		readonly result: CheckResult
		readonly words: string
		readonly by: string
		readonly at: string
	} | null
	readonly decision: {
		readonly isSigned: boolean
		readonly words: string | null
		readonly by: string
		readonly at: string
	} | null
}

/** The page on which a text is changed, handed in, checked and signed after a meeting has passed it in principle. */
export type AfterMeetingPage = {
	readonly heading: MatterDeskHeading
	/** What the meeting decided, in its own words. */
	readonly decided: {
		readonly meeting: string
		readonly decisionText: string
		readonly dissent: string
		readonly at: string
	}
	readonly passed: { readonly versionNo: number; readonly contentSha256: string }
	readonly current: { readonly versionNo: number; readonly contentSha256: string } | null
	/** Newest first. */
	readonly handedIn: readonly HandedIn[]
	/** What changed since the meeting; null where nothing did yet, or while a large pair is being compared. */
	readonly comparison: Comparison | null
	readonly unmet: readonly Requirement[]
	readonly isWithSigner: boolean
	readonly clash: NotSeparate | null
	readonly checkDays: number
	/** Whether that is a default which nobody has compared with a source yet. */
	readonly isCheckAssumed: boolean
}

const DESK_ACTS = [...matterActsOf(AFTER_MEETING_ACTS), ...matterActsOf(DRAFTING_ACTS)]

/** Reads the page, for whoever sees the matter; what was never passed in principle has none. */
export async function readAfterMeetingPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
	choice: ReadingChoice,
): Promise<Result<AfterMeetingPage, Refusal>> {
	const desk = await openMatterDesk(shell, actor, matterId, [], DESK_ACTS)
	if (!desk.ok) return desk
	const { matter, facts, heading, reference } = desk.value
	const item = passedInPrinciple(matter)
	if (!item?.outcome) return refuse({ code: 'not-found' })
	const passed = await loadPassed(shell, matter.jurisdictionId, item.id)
	const { currentVersion } = matter
	const judged = judgeSeparation(
		actor.personId,
		'signing-officer',
		await loadHands(shell.db, matter),
		actor.oneWith,
	)
	const periods = periodsFor(tracksOf(matter), reference.periods)
	return accept({
		heading,
		decided: {
			meeting: item.meeting?.title ?? '',
			decisionText: item.outcome.decisionText,
			dissent: item.outcome.dissent,
			at: item.outcome.recordedAt.toISOString(),
		},
		passed: { versionNo: passed.version.versionNo, contentSha256: passed.contentSha256 },
		current: currentVersion && {
			versionNo: currentVersion.versionNo,
			contentSha256: currentVersion.contentSha256,
		},
		handedIn: await loadHandedIn(shell, desk.value),
		comparison: await comparisonOf(shell, desk.value, passed.versionId, choice),
		unmet: unmetRequirements('meeting-text.submitted', facts),
		isWithSigner: matter.awaitingSignature,
		clash: judged.ok ? null : judged.reason,
		checkDays: postCheckDays(periods),
		isCheckAssumed: periods.isAssumed,
	})
}

async function loadPassed(shell: Shell, jurisdictionId: string, agendaItemId: string) {
	const { clearance } = await shell.db.agendaOutcome.findUniqueOrThrow({
		where: { jurisdictionId_agendaItemId: { jurisdictionId, agendaItemId } },
		select: {
			clearance: {
				select: { versionId: true, contentSha256: true, version: { select: { versionNo: true } } },
			},
		},
	})
	if (!clearance) throw new Error(`item ${agendaItemId} was passed without a clearance`)
	return clearance
}

async function loadHandedIn(shell: Shell, { matter }: MatterDesk): Promise<HandedIn[]> {
	const rows = await shell.db.meetingRevision.findMany({
		where: { jurisdictionId: matter.jurisdictionId, matterId: matter.id },
		orderBy: { id: 'desc' },
		include: { version: { select: { versionNo: true } }, checks: { include: { decision: true } } },
	})
	const names = await loadPersonNames(
		shell.db,
		matter.jurisdictionId,
		rows.flatMap(({ submittedBy, checks }) => [
			submittedBy,
			...checks.flatMap(({ reviewerId, decision }) => [reviewerId, decision?.decidedBy ?? null]),
		]),
	)
	const nameOf = (id: string) => names.get(id) ?? ''
	return rows.map(({ checks: [check], version, ...row }) => ({
		id: row.id,
		versionNo: version.versionNo,
		contentSha256: row.contentSha256,
		words: row.words,
		by: nameOf(row.submittedBy),
		at: row.submittedAt.toISOString(),
		check: check
			? {
					result: checkResultOf(check.result),
					words: check.words,
					by: nameOf(check.reviewerId),
					at: check.checkedAt.toISOString(),
				}
			: null,
		decision: check?.decision
			? {
					isSigned: check.decision.decision === 'signed',
					words: check.decision.words,
					by: nameOf(check.decision.decidedBy),
					at: check.decision.decidedAt.toISOString(),
				}
			: null,
	}))
}

async function comparisonOf(
	shell: Shell,
	{ matter }: MatterDesk,
	passedId: string,
	choice: ReadingChoice,
): Promise<Comparison | null> {
	if (matter.currentVersionId === passedId) return null
	const work = compareVersionsById(shell, matter, passedId, matter.currentVersionId)
	const compared = await inPatience(work)
	return (
		compared &&
		readComparison(shell, matter.jurisdictionId, compared, [], { choice, correct: null, ledger: null })
	)
}

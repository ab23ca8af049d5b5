import { materialKindOf } from '#app/db/code-columns.server.ts'
import { newestBy } from '#app/domain/matter-record/matter-record.ts'
import { type Reason, type Wording, checklistFor } from '#app/domain/materials/checklist.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type Step, STEPS } from '#app/domain/materials/step.ts'
import { isSubmittable, unseenCharacters } from '#app/domain/matter-record/current-text.ts'
import type { StoredFacts } from '#app/domain/materials/step-facts.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { type ReviewDesk, type ReviewHeading, openReviewDesk } from './open-review-desk.server.ts'
import { type WaiverLine, readWaivers } from '#app/services/waiver/read-waiver-page.server.ts'
import { SUPPLEMENT_ROUNDS } from './request-supplement.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** One paper of the checklist as the review body reads it. */
export type PaperRow = {
	readonly code: string
	readonly name: Wording
	readonly ground: string
	readonly isRequired: boolean
	readonly kind: 'file' | 'not-applicable' | null
	readonly fileName: string | null
	readonly sha256: string | null
	readonly reason: string | null
}

/** One statutory step as the drafter answered it. */
export type StepAnswerRow = {
	readonly id: string
	readonly step: Step
	readonly answer: 'done' | 'not-applicable'
	readonly reason: string | null
	readonly facts: StoredFacts
	readonly paper: PaperRow | null
}

/** The current text with its files. */
export type VersionRow = {
	readonly id: string
	readonly versionNo: number
	readonly contentSha256: string
	readonly isSubmittable: boolean
	readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[]
}

/** The page on which a submission is accepted, supplemented or returned. */
export type IntakePage = {
	readonly heading: ReviewHeading
	readonly version: VersionRow | null
	readonly checklist: readonly PaperRow[]
	readonly steps: readonly StepAnswerRow[]
	readonly missing: number
	/** What was asked and answered about invisible characters of the text. */
	readonly waivers: readonly WaiverLine[]
	readonly supplements: readonly {
		readonly number: number
		readonly isAnswered: boolean
		readonly items: readonly {
			readonly what: string
			readonly reason: string
			readonly answer: string | null
		}[]
	}[]
	readonly roundsLeft: number
	readonly isOverdue: boolean
	readonly reasons: readonly Reason[]
}

/** Reads the intake page; the review body reads it, whoever's turn it is works on it. */
export async function readIntakePage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<IntakePage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [
		'supplement.requested',
		'matter.returned',
		'review-notes.read',
	])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter, reference, facts } = desk
	const today = plainDateIn(shell.now())
	return accept({
		heading: desk.heading,
		version: versionRowOf(desk),
		checklist: paperRowsOf(desk).filter((row) => !isStep(row.code)),
		steps: stepRowsOf(desk),
		missing: facts.missingMaterials,
		waivers: await readWaivers(shell, matter),
		supplements: matter.supplements.map(({ number, answeredAt, items }) => ({
			number,
			isAnswered: answeredAt !== null,
			items: items.map(({ what, reason, answer }) => ({ what, reason, answer })),
		})),
		roundsLeft: Math.max(0, SUPPLEMENT_ROUNDS - matter.supplements.length),
		isOverdue: matter.deadlines.some(
			(each) => each.kind === 'supplement' && each.endedAt === null && each.dueOn < today,
		),
		reasons: reference.reasons.filter((reason) => reason.use === 'return'),
	})
}

/** The checklist of a matter with what was said last of each paper. */
export function paperRowsOf({ matter, reference, heading }: ReviewDesk): PaperRow[] {
	const standings = new Map(
		newestBy(matter.materials, (material) => material.item).map((each) => [each.item, each]),
	)
	return checklistFor(heading.tracks, reference.checklist).map(({ code, name, ground, isRequired }) => {
		const said = standings.get(code)
		return {
			code,
			name,
			ground,
			isRequired,
			kind: materialKindOf(said?.kind ?? null),
			fileName: said?.name ?? null,
			sha256: said?.sha256 ?? null,
			reason: said?.reason ?? null,
		}
	})
}

/** The newest answer to each step, in the order of the steps. */
export function stepRowsOf(desk: ReviewDesk): StepAnswerRow[] {
	const papers = paperRowsOf(desk)
	const answers = newestBy(desk.matter.stepAnswers, (answer) => answer.step)
	return STEPS.flatMap((step) => {
		const said = answers.find((answer) => answer.step === step)
		if (!said) return []
		return {
			id: said.id,
			step,
			answer: said.answer,
			reason: said.reason,
			facts: said.facts,
			paper: papers.find((paper) => paper.code === step && paper.kind === 'file') ?? null,
		}
	})
}

/** The current version as a row. */
export function versionRowOf({ matter }: ReviewDesk): VersionRow | null {
	const version = matter.currentVersion
	return (
		version && {
			id: version.id,
			versionNo: version.versionNo,
			contentSha256: version.contentSha256,
			isSubmittable: isSubmittable(version.isSound, unseenCharacters(matter)),
			files: version.files.map(({ name, sha256, size }) => ({ name, sha256, size })),
		}
	)
}

function isStep(code: string): boolean {
	return STEPS.some((each) => each === code)
}

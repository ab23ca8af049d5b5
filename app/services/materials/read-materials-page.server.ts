import { materialKindOf } from '#app/db/code-columns.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { groundOfPaper, groundWords, groundsOfStep } from '#app/domain/legal-basis/paper-grounds.ts'
import { newestBy } from '#app/domain/matter-record/matter-record.ts'
import { underLaw } from '#app/domain/matter-record/under-law.ts'
import { heldConsultation } from '#app/domain/consultation/consultation.ts'
import { type Wording, checklistFor } from '#app/domain/materials/checklist.ts'
import { type Step, STEPS } from '#app/domain/materials/step.ts'
import type { StoredFacts } from '#app/domain/materials/step-facts.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import {
	type DeskHeading,
	type DraftingDesk,
	openDraftingDesk,
} from '#app/services/drafting/open-drafting-desk.server.ts'
import { type UnplacedLine, readUnplaced } from './unplaced-files.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What was said last of one item of the checklist. */
export type MaterialStandingRow = {
	readonly kind: 'file' | 'not-applicable'
	readonly reason: string | null
	readonly name: string | null
	readonly size: number | null
	readonly sha256: string | null
	readonly isViewable: boolean
	readonly secrecy: string | null
	readonly addedBy: string
	readonly addedAt: string
}

/** One paper of the checklist; `earlier` counts the entries that the last one has replaced. */
export type ChecklistRow = {
	readonly code: string
	readonly name: Wording
	readonly ground: string
	readonly isRequired: boolean
	readonly standing: MaterialStandingRow | null
	readonly earlier: number
}

/** One statutory step with its answer and its paper. */
export type StepRow = {
	readonly step: Step
	readonly name: Wording | null
	readonly ground: string
	readonly condition: Wording | null
	readonly answer: 'done' | 'not-applicable' | null
	readonly reason: string | null
	readonly facts: StoredFacts
	readonly paper: MaterialStandingRow | null
	/** Its days are those of a consultation that was opened here. */
	readonly isHeldHere: boolean
}

/** The checklist and the six steps of a matter. */
export type MaterialsPage = {
	readonly heading: DeskHeading
	readonly checklist: readonly ChecklistRow[]
	readonly steps: readonly StepRow[]
	readonly missing: number
	readonly unanswered: number
	/** Files that wait for their item, and the items that they may become the paper of. */
	readonly unplaced: readonly UnplacedLine[]
	readonly places: readonly { readonly code: string; readonly name: Wording }[]
}

/** Reads the materials page; everybody who sees the matter reads it, the drafting unit works on it. */
export async function readMaterialsPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<MaterialsPage, Refusal>> {
	const opened = await openDraftingDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const desk = opened.value
	const adders = desk.matter.materials.map((material) => material.addedBy)
	const names = await loadPersonNames(shell.db, actor.jurisdictionId, adders)
	const standings = standingsOf(desk, names)
	const items = checklistFor(desk.heading.tracks, desk.reference.checklist)
	const isStep = (code: string) => STEPS.some((each) => each === code)
	return accept({
		heading: desk.heading,
		checklist: items
			.filter((item) => !isStep(item.code))
			.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired))
			.map((item) => ({ ...item, law: groundOfPaper(item, underLaw(desk.matter)) }))
			.map(({ code, name, law: ground, isRequired }) => ({
				code,
				name,
				ground,
				isRequired,
				standing: standings.get(code) ?? null,
				earlier: Math.max(0, desk.matter.materials.filter((material) => material.item === code).length - 1),
			})),
		steps: STEPS.map((step) => stepRow(desk, step, standings.get(step) ?? null)),
		missing: desk.facts.missingMaterials,
		unanswered: desk.facts.unansweredSteps,
		unplaced: await readUnplaced(shell, actor, desk.matter),
		places: items.map(({ code, name }) => ({ code, name })),
	})
}

function standingsOf(
	{ matter }: DraftingDesk,
	names: ReadonlyMap<string, string>,
): Map<string, MaterialStandingRow> {
	return new Map(
		newestBy(matter.materials, (material) => material.item).map((material) => [
			material.item,
			{
				kind: materialKindOf(material.kind),
				reason: material.reason,
				name: material.name,
				size: material.size,
				sha256: material.sha256,
				isViewable: material.isViewable,
				secrecy: material.secrecy,
				addedBy: names.get(material.addedBy) ?? '',
				addedAt: material.addedAt.toISOString(),
			},
		]),
	)
}

function stepRow(
	{ matter, reference }: DraftingDesk,
	step: Step,
	paper: MaterialStandingRow | null,
): StepRow {
	const said = newestBy(matter.stepAnswers, (answer) => answer.step).find((answer) => answer.step === step)
	const item = reference.checklist.find((candidate) => candidate.code === step)
	return {
		step,
		name: item?.name ?? null,
		ground: groundWords(groundsOfStep(step, underLaw(matter))),
		condition: item?.condition ?? null,
		answer: said?.answer ?? null,
		reason: said?.reason ?? null,
		facts: said?.facts ?? {},
		paper: paper?.kind === 'file' ? paper : null,
		isHeldHere: step === 'public-consultation' && heldConsultation(matter) !== null,
	}
}

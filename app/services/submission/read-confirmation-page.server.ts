import { openEntry } from '#app/domain/act/trail-entry.ts'
import { suffixOf } from '#app/documents/sniff-content.ts'
import { plainText } from '#app/domain/document/plain-lines.ts'
import { groundOfPaper, groundWords, groundsOfStep } from '#app/domain/legal-basis/paper-grounds.ts'
import { type Wording, missingItems, periodsFor } from '#app/domain/materials/checklist.ts'
import { newestBy } from '#app/domain/matter-record/matter-record.ts'
import { underLaw } from '#app/domain/matter-record/under-law.ts'
import { unansweredSteps } from '#app/domain/matter-record/workflow-facts.ts'
import type { Step } from '#app/domain/materials/step.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type PersonalDatum, findPersonalData } from '#app/domain/precheck/personal-data.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import {
	type DeskHeading,
	type DraftingDesk,
	openDraftingDesk,
} from '#app/services/drafting/open-drafting-desk.server.ts'
import { type TrackDays, reviewDays } from '#app/services/drafting/read-opening-page.server.ts'
import { readIfReadable } from '#app/services/files/read-as-stored.server.ts'
import { type IssuerBodies, bodiesOfMatter } from '#app/services/organisation/find-review-body.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A piece of personal data and the annex that holds it; null is the main text. */
export type FoundPersonalDatum = PersonalDatum & { readonly file: string | null }

/** Annexes of which a text can be read. */
const READABLE = ['.docx', '.txt']

/** A paper or a step that keeps a matter from being submitted. */
export type Missing = (
	| { readonly kind: 'paper'; readonly name: Wording }
	| { readonly kind: 'step'; readonly step: Step }
) & { readonly ground: string }

/** What the drafter checks before asking the head, and what the head reads before signing. */
export type ConfirmationPage = {
	readonly heading: DeskHeading
	readonly isAwaitingHead: boolean
	readonly version: { readonly versionNo: number; readonly contentSha256: string } | null
	readonly files: readonly { readonly name: string; readonly sha256: string; readonly role: string }[]
	/** What is missing for asking the head, in the order in which a reader should mend it. */
	readonly unmet: readonly Requirement[]
	/** The papers and steps that are missing, each with the article that asks for it by the law of this matter. */
	readonly missing: readonly Missing[]
	readonly personalData: readonly FoundPersonalDatum[]
	readonly reviewBody: string | null
	/** Who would review it under each issuer, for changing the issuer. */
	readonly bodies: IssuerBodies
	readonly reviewDays: number
	readonly acceptDays: number
	readonly isAssumed: boolean
	/** How long the review of each track takes, for changing the tracks. */
	readonly days: TrackDays
	/** What the head said when the submission came back, if that was the last word on it. */
	readonly declined: { readonly words: string; readonly by: string; readonly at: string } | null
}

/** Reads the page on which a submission is confirmed: by the drafter who prepares it, or the head who signs it. */
export async function readConfirmationPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<ConfirmationPage, Refusal>> {
	const opened = await openDraftingDesk(shell, actor, matterId, ['submission.prepared', 'matter.submitted'])
	if (!opened.ok) return opened
	const { matter, facts, reference, heading } = opened.value
	const version = matter.currentVersion
	const bodies = await bodiesOfMatter(shell.db, matter)
	const periods = periodsFor(heading.tracks, reference.periods)
	return accept({
		heading,
		isAwaitingHead: matter.awaitingHead,
		version: version && { versionNo: version.versionNo, contentSha256: version.contentSha256 },
		files: (version?.files ?? []).map(({ name, sha256, role }) => ({ name, sha256, role })),
		unmet: unmetRequirements('submission.prepared', { ...facts, awaitingHead: false }),
		missing: missingOf(opened.value),
		personalData: await personalDataOf(shell, opened.value),
		reviewBody: bodies[heading.issuer],
		bodies,
		reviewDays: periods.review,
		acceptDays: periods.accept,
		isAssumed: periods.isAssumed,
		days: reviewDays(reference),
		declined: matter.awaitingHead ? null : await lastWordsOf(shell, opened.value),
	})
}

function missingOf({ matter, reference }: DraftingDesk): readonly Missing[] {
	const law = underLaw(matter)
	const given = newestBy(matter.materials, (material) => material.item)
	return [
		...missingItems(law.tracks, reference.checklist, given).map((item) => ({
			...{ kind: 'paper' as const, name: item.name },
			ground: groundOfPaper(item, law),
		})),
		...unansweredSteps(matter).map((step) => ({
			...{ kind: 'step' as const, step },
			ground: groundWords(groundsOfStep(step, law)),
		})),
	]
}

/** In the main text and in the annexes that can be read: lists of names and numbers stand there more often than not. */
async function personalDataOf(shell: Shell, { matter }: DraftingDesk): Promise<FoundPersonalDatum[]> {
	const found: FoundPersonalDatum[] = []
	for (const file of matter.currentVersion?.files ?? []) {
		if (file.role !== 'main' && !READABLE.includes(suffixOf(file.name))) continue
		const reading = await readIfReadable(shell, matter.jurisdictionId, file)
		const inside = reading ? findPersonalData(plainText(reading.document)) : []
		for (const datum of inside) found.push({ ...datum, file: file.role === 'main' ? null : file.name })
	}
	return found
}

/** The head's words stand until the drafter asks again. */
async function lastWordsOf(shell: Shell, { matter }: DraftingDesk): Promise<ConfirmationPage['declined']> {
	const entry = await shell.db.auditEntry.findFirst({
		where: {
			jurisdictionId: matter.jurisdictionId,
			stream: `matter/${matter.id}`,
			kind: { in: ['submission.declined', 'submission.prepared', 'matter.submitted'] },
			outcome: 'done',
		},
		orderBy: { seq: 'desc' },
	})
	if (!entry) return null
	const last = openEntry(entry.leaf)
	if (last.outcome !== 'done' || last.kind !== 'submission.declined') return null
	return { words: last.detail.words ?? '', by: last.actor?.name ?? '', at: entry.at.toISOString() }
}

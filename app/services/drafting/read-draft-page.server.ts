import type { LegalText, TextProblem } from '#app/domain/legal-text/legal-text.ts'
import type { PlacedDocument } from '#app/domain/legal-text/placed-document.ts'
import { isSubmittable } from '#app/domain/matter-record/current-text.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { type DeskHeading, openDraftingDesk } from './open-drafting-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type ShownPrecheck, precheckOf } from '#app/services/files/precheck-of-draft.server.ts'
import { readVersionAsStored } from '#app/services/files/read-as-stored.server.ts'
import { type StoredFinding, findingsOf } from './write-version.server.ts'

/** The page on which a text is uploaded, with what the reader found in the one that is there. */
export type DraftPage = {
	readonly heading: DeskHeading
	readonly current: {
		readonly versionNo: number
		readonly contentSha256: string
		readonly document: PlacedDocument
		/** SHA-256 of the file of the main text. */
		readonly fileSha256: string
		readonly findings: readonly StoredFinding[]
		/** The drafter has confirmed that it was read as Word shows it. */
		readonly isConfirmed: boolean
		/** Nothing keeps this text from being submitted any more. */
		readonly isSubmittable: boolean
		readonly unseen: DraftUnseen
		readonly files: readonly DraftFile[]
		readonly outline: DraftOutline
		/** What the rules of the pre-check say of it. */
		readonly precheck: ShownPrecheck
	} | null
	/** The earlier versions, newest first, whose files can be taken up again. */
	readonly earlier: readonly number[]
	/** The version that the last clearance was on, when the text has changed since. */
	readonly clearedVersionNo: number | null
}

/** The invisible characters of the text, and whether the intake lets them stand. */
export type DraftUnseen = {
	readonly characters: readonly UnseenCharacter[]
	readonly standing: 'none' | 'blocks' | 'asked' | 'waived'
}

/** The structure that the parser saw: headings and clauses in order, and what is odd about their numbers. */
export type DraftOutline = {
	readonly articles: number
	readonly entries: readonly { readonly label: string; readonly start: string; readonly isHeading: boolean }[]
	readonly problems: readonly TextProblem[]
}

/** One file of the current version. */
export type DraftFile = {
	readonly position: number
	readonly role: string
	readonly name: string
	readonly size: number
	readonly sha256: string
	readonly secrecy: string
}

/** Reads the text page of a matter: everybody who sees the matter reads it, the drafting unit uploads on it. */
export async function readDraftPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<DraftPage, Refusal>> {
	const desk = await openDraftingDesk(shell, actor, matterId, [])
	if (!desk.ok) return desk
	const { matter, heading, facts } = desk.value
	const versions = await shell.db.draftVersion.findMany({
		where: { jurisdictionId: matter.jurisdictionId, matterId },
		select: { id: true, versionNo: true },
		orderBy: { versionNo: 'desc' },
	})
	const current = await currentOf(shell, matter, facts)
	return accept({
		heading,
		current,
		earlier: versions
			.filter((version) => version.id !== matter.currentVersionId)
			.map((version) => version.versionNo),
		clearedVersionNo: matter.changedAfterClearance
			? (matter.clearances.at(-1)?.version.versionNo ?? null)
			: null,
	})
}

async function currentOf(shell: Shell, matter: MatterRecord, facts: MatterFacts) {
	if (matter.currentVersion === null) return null
	const { id, invisibleCharacters: characters } = matter.currentVersion
	const version = await shell.db.draftVersion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId: matter.jurisdictionId, id } },
		include: { files: { orderBy: { position: 'asc' } } },
	})
	const reading = await readVersionAsStored(shell, matter.jurisdictionId, version.files)
	const { document, legal, fileSha256 } = reading
	return {
		versionNo: version.versionNo,
		contentSha256: version.contentSha256,
		document,
		fileSha256,
		findings: findingsBeside(version, characters),
		isSubmittable: isSubmittable(facts.isVersionSubmittable, facts.unseenCharacters),
		isConfirmed: facts.isReadingConfirmed,
		unseen: unseenOf(characters, facts),
		outline: outlineOf(legal),
		precheck: await precheckOf(shell, matter.jurisdictionId, reading),
		files: version.files.map(({ position, role, name, size, sha256, secrecy }) => ({
			position,
			role,
			name,
			size,
			sha256,
			secrecy,
		})),
	}
}

/** What the reader found; the invisible characters are named in a place of their own. */
function findingsBeside(
	version: { findings: string },
	characters: readonly UnseenCharacter[],
): readonly StoredFinding[] {
	const findings = findingsOf(version)
	return characters.length === 0
		? findings
		: findings.filter((finding) => finding.code !== 'invisible-character')
}

function unseenOf(characters: readonly UnseenCharacter[], facts: MatterFacts): DraftUnseen {
	if (characters.length === 0) return { characters, standing: 'none' }
	if (facts.unseenCharacters.length === 0) return { characters, standing: 'waived' }
	return { characters, standing: facts.isWaiverOpen ? 'asked' : 'blocks' }
}

const START_LENGTH = 24

/** How a clause begins, after what it is called: the line of an annex is its label and stands in the list already. */
function startOf({ label, paragraphs }: LegalText['clauses'][number]): string {
	const words = paragraphs.map(({ body }) => body.trim())
	const first = words[0] === label ? words[1] : words[0]
	return (first ?? '').slice(0, START_LENGTH)
}

/** The structure of a text as a page lists it. */
export function outlineOf({ clauses, problems }: LegalText): DraftOutline {
	const entries = clauses.filter((clause) => clause.kind !== 'top' && clause.kind !== 'paragraph')
	return {
		articles: clauses.filter((clause) => clause.kind === 'article').length,
		entries: entries.map((clause) => ({
			label: clause.label,
			start: startOf(clause),
			isHeading: clause.kind === 'heading',
		})),
		problems,
	}
}

import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import {
	type PlacedBlock,
	type PlacedDocument,
	paragraphsIn,
} from '#app/domain/legal-text/placed-document.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { type ShownPrecheck, precheckOf } from '#app/services/files/precheck-of-draft.server.ts'
import { readVersionAsStored } from '#app/services/files/read-as-stored.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type DeskHeading, openDraftingDesk } from './open-drafting-desk.server.ts'
import { type DraftFile, type DraftOutline, outlineOf } from './read-draft-page.server.ts'
import { type StoredFinding, findingsOf } from './write-version.server.ts'

/** A finding with the place in the text that a page can lead to; null where it is in no line of the main text. */
export type PlacedFinding = StoredFinding & {
	readonly at: { readonly anchor: string; readonly label: string } | null
}

/** The page on which the drafter compares what was read with Word, and confirms it (核对读入). */
export type ReadingPage = {
	readonly heading: DeskHeading
	readonly current: {
		readonly versionNo: number
		readonly contentSha256: string
		readonly files: readonly DraftFile[]
		readonly document: PlacedDocument
		readonly fileSha256: string
		/** The hash of what was read. */
		readonly readAs: string
		readonly counts: ReadCounts
		readonly outline: DraftOutline
		/** What the rules of the pre-check say of it; it keeps nothing from being confirmed. */
		readonly precheck: ShownPrecheck
		readonly findings: readonly PlacedFinding[]
		/** Nothing that was found keeps it from being confirmed. */
		readonly isSound: boolean
		readonly confirmed: { readonly by: string; readonly at: string } | null
	} | null
}

/** What was read, counted, each with where its first stands. */
export type ReadCounts = Readonly<Record<'articles' | 'tables' | 'images' | 'annexes', Counted>>
type Counted = { readonly count: number; readonly first: string | null }

/** Reads the page; everybody who sees the matter reads it, the drafter confirms on it. */
export async function readReadingPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<ReadingPage, Refusal>> {
	const desk = await openDraftingDesk(shell, actor, matterId, [])
	if (!desk.ok) return desk
	const { matter, heading } = desk.value
	return accept({ heading, current: await currentOf(shell, matter) })
}

async function currentOf(shell: Shell, matter: MatterRecord): Promise<ReadingPage['current']> {
	const { currentVersion: version, jurisdictionId } = matter
	if (!version) return null
	const reading = await readVersionAsStored(shell, jurisdictionId, version.files)
	const { findings } = await shell.db.draftVersion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: version.id } },
		select: { findings: true },
	})
	const [confirmation] = version.confirmations
	const names = await loadPersonNames(shell.db, jurisdictionId, [confirmation?.confirmedBy ?? null])
	return {
		versionNo: version.versionNo,
		contentSha256: version.contentSha256,
		files: version.files.map(({ position, role, name, size, sha256, secrecy }) => ({
			...{ position, role, name, size, sha256, secrecy },
		})),
		document: reading.document,
		fileSha256: reading.fileSha256,
		readAs: reading.readAs,
		counts: countRead(reading.document.blocks, reading.legal),
		outline: outlineOf(reading.legal),
		precheck: await precheckOf(shell, jurisdictionId, reading),
		findings: placeFindings(findingsOf({ findings }), reading.legal),
		isSound: version.isSound,
		confirmed: confirmation
			? { by: names.get(confirmation.confirmedBy) ?? '', at: confirmation.confirmedAt.toISOString() }
			: null,
	}
}

function countRead(blocks: readonly PlacedBlock[], { clauses }: LegalText): ReadCounts {
	const tables = countTables(blocks)
	const images = blocks.flatMap(paragraphsIn).flatMap((paragraph) => paragraph.images).length
	const ofKind = (kind: 'article' | 'annex') => {
		const own = clauses.filter((clause) => clause.kind === kind)
		return { count: own.length, first: own[0]?.paragraphs[0]?.anchor ?? null }
	}
	return {
		articles: ofKind('article'),
		tables: { count: tables, first: tables > 0 ? 'table-1' : null },
		images: { count: images, first: images > 0 ? 'image-1' : null },
		annexes: ofKind('annex'),
	}
}

function countTables(blocks: readonly PlacedBlock[]): number {
	return blocks.reduce((count, block) => {
		if (block.block === 'paragraph') return count
		if (block.block === 'box') return count + countTables(block.blocks)
		const within = block.rows.flatMap((row) => row.cells.map((cell) => countTables(cell.blocks)))
		return count + 1 + within.reduce((sum, each) => sum + each, 0)
	}, 0)
}

/** A finding counts its lines from 1; the paragraph that its line is, or goes on from, is where it stands. */
function placeFindings(findings: readonly StoredFinding[], { clauses }: LegalText): PlacedFinding[] {
	const paragraphs = clauses.flatMap((clause) => clause.paragraphs)
	return findings.map((finding) => {
		const line = finding.file === undefined ? finding.detail.line : undefined
		const here = line === undefined ? undefined : paragraphs.findLast((each) => each.line <= line - 1)
		return { ...finding, at: here ? { anchor: here.anchor, label: placeLabel(here.anchor) } : null }
	})
}

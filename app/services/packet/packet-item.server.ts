import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { MeetingItem } from '#app/domain/meeting/meeting-record.ts'
import type { PaperKind, PaperOnPage } from '#app/domain/paper/paper.ts'
import type { RedlineBlock } from '#app/domain/redline/redline.ts'
import { type VersionReading, readVersionFromBytes } from '#app/services/files/read-as-stored.server.ts'
import { onPage, readSealed } from '#app/services/paper/read-sealed.server.ts'
import { compareVersionsById } from '#app/services/redline/compare-versions.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The pages of one item: its sheet, the text that was cleared, and the sealed papers that speak of that text. */
export type PacketItem = {
	readonly agendaItemId: string
	readonly matterId: string
	readonly title: string
	readonly sheet: PaperOnPage
	readonly versionNo: number
	readonly contentSha256: string
	/** The cleared text as it was read, and the hash of its file. */
	readonly reading: Pick<VersionReading, 'document' | 'fileSha256'>
	readonly papers: readonly PaperOnPage[]
	/** What changed since the version that the opinion was on; null where that very version was cleared. */
	readonly changes: { readonly sinceVersionNo: number; readonly blocks: readonly RedlineBlock[] } | null
}

/** The sealed papers of a matter that members are given, in the order of the packet. */
const GIVEN: readonly PaperKind[] = ['clearance', 'opinion', 'recheck-opinion', 'adoption-statement']

/**
 * The pages of one item, read from the clearance that its listing, or its outcome, stands on: a text that was uploaded
 * since is not what the members had.
 */
export async function packetItem(
	shell: Shell,
	item: MeetingItem,
	matter: MatterRecord,
	sheet: PaperOnPage,
): Promise<PacketItem> {
	const sealedAt = sheet.seal?.sealedAt ?? shell.now().toISOString()
	const clearance = await clearanceOf(shell, item, matter, sealedAt)
	const version = await shell.db.draftVersion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId: matter.jurisdictionId, id: clearance.versionId } },
		select: { id: true, versionNo: true, contentSha256: true, files: true },
	})
	// Read anew from the bytes that were cleared: what the database keeps beside them is for the screen.
	const { document, fileSha256 } = await readVersionFromBytes(shell, version.files)
	return {
		agendaItemId: item.id,
		matterId: matter.id,
		title: item.title,
		sheet,
		versionNo: version.versionNo,
		contentSha256: version.contentSha256,
		reading: { document, fileSha256 },
		papers: await givenPapers(shell, matter, clearance, sealedAt),
		changes: await changesOf(shell, matter, clearance.opinionId, version.id),
	}
}

type Standing = Pick<MatterRecord['clearances'][number], 'id' | 'versionId' | 'opinionId'>

/** What fell off an agenda keeps neither listing nor outcome: members had what was cleared when the sheet was sealed. */
async function clearanceOf(
	shell: Shell,
	item: MeetingItem,
	matter: MatterRecord,
	sealedAt: string,
): Promise<Standing> {
	const decided = item.outcome
		? await shell.db.agendaOutcome.findUniqueOrThrow({
				where: {
					jurisdictionId_agendaItemId: { jurisdictionId: matter.jurisdictionId, agendaItemId: item.id },
				},
				select: { clearanceId: true },
			})
		: null
	const id = item.listing?.clearanceId ?? decided?.clearanceId
	const clearance =
		matter.clearances.find((each) => each.id === id) ??
		matter.clearances.findLast(({ issuedAt }) => issuedAt.toISOString() <= sealedAt)
	if (!clearance) throw new Error(`an item with a sheet and no clearance: ${item.id}`)
	return clearance
}

/** The papers on this clearance and its opinion, and the newest of before the sheet was sealed. */
async function givenPapers(
	shell: Shell,
	matter: MatterRecord,
	{ id, opinionId }: Standing,
	until: string,
): Promise<PaperOnPage[]> {
	const sealed = await readSealed(shell, matter.jurisdictionId, { matterId: matter.id })
	const before = sealed.filter(({ isSound, seal }) => isSound && seal.sealedAt <= until)
	const given = GIVEN.flatMap((kind) => {
		const own = before.filter((paper) => paper.kind === kind)
		if (kind === 'clearance') return own.filter(({ aboutId }) => aboutId === id)
		if (kind === 'recheck-opinion') return own.slice(-1)
		return own.filter(({ aboutId }) => aboutId === opinionId).slice(-1)
	})
	return given.map(onPage)
}

/** The clauses that changed between the version of the opinion and the one that was cleared. */
async function changesOf(
	shell: Shell,
	matter: MatterRecord,
	opinionId: string | null,
	versionId: string,
): Promise<PacketItem['changes']> {
	const opinion = matter.opinions.find(({ id }) => id === opinionId)
	if (!opinion || opinion.versionId === versionId) return null
	const { redline } = await compareVersionsById(shell, matter, opinion.versionId, versionId)
	return {
		sinceVersionNo: opinion.version.versionNo,
		blocks: redline.blocks.filter((block) => block.kind !== 'unchanged' && block.kind !== 'renumbered'),
	}
}

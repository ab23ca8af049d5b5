import { jsonText } from '#app/domain/json-text.ts'
import { matterStateOf } from '#app/db/code-columns.server.ts'
import type { DraftFinding } from '#app/documents/draft-reading.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import { contentHash } from '#app/domain/matter/content-hash.ts'
import { isSubmittable } from '#app/domain/matter-record/current-text.ts'
import { CLEARED_STATES } from '#app/domain/matter/matter-state.ts'
import { UNSEEN_CHARACTERS, type UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { MatterWork, WorkOn } from '#app/services/command/command-on-matter.server.ts'
import { keepReading } from '#app/services/files/read-as-stored.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { endLiveClearance } from '#app/services/clearance/end-clearance.server.ts'

/** A finding as a version keeps it; `file` names the annex that it is in, and is absent for the main text. */
export type StoredFinding = DraftFinding & { readonly file?: string }

const FINDINGS = jsonText<readonly StoredFinding[]>()

/** What was found when a version was read. */
export function findingsOf(version: { readonly findings: string }): readonly StoredFinding[] {
	return FINDINGS.read(version.findings)
}

/** The files of a version in order, the main text first, with what its reading gave. */
export type VersionSet = {
	readonly text: string
	readonly findings: readonly StoredFinding[]
	readonly files: readonly VersionSetFile[]
}

type VersionSetFile = {
	readonly role: string
	readonly name: string
	readonly size: number
	readonly sha256: string
	readonly mediaType: string
	readonly secrecy: string
	/** What it was read as, where it came now. */
	readonly readAs?: string | null
}

/** What became of an upload; `endedClearance` is the number of the clearance that fell with it. */
export type WrittenVersion = {
	readonly versionId: string
	readonly versionNo: number
	readonly isSubmittable: boolean
	readonly endedClearance: string | null
}

/**
 * Writes a version and makes it the matter's current one. The files that are there already, in the same order and
 * under the same names, are refused as the same text. Where the text was cleared, its title must be typed, and the
 * clearance falls in the same transaction.
 */
export async function writeVersion(
	work: WorkOn<'version.uploaded'>,
	set: VersionSet,
	typedTitle: string | null,
): Promise<Result<WrittenVersion, Refusal>> {
	const contentSha256 = contentHash(set.files.map((file) => ({ ...file, role: asRole(file.role) })))
	const current = work.matter.currentVersion
	if (current?.contentSha256 === contentSha256)
		return refuse({ code: 'same-content', versionNo: current.versionNo })
	const isCleared = CLEARED_STATES.some((each) => each === matterStateOf(work.matter.state))
	if (isCleared && typedTitle?.trim() !== work.matter.title)
		return refuse({ code: 'unfitting', field: 'typedTitle', problem: 'differs' })
	const endedClearance = isCleared ? await letClearanceFall(work) : null
	const version = await writeRows(work, set, contentSha256)
	work.change({ currentVersionId: version.id, awaitingHead: false })
	work.note(
		{
			version: version.versionNo,
			contentSha256,
			files: set.files.map(({ role, name, sha256, secrecy }) => ({ role, name, sha256, secrecy })),
		},
		set.files.map((file) => file.sha256),
	)
	return accept({
		versionId: version.id,
		versionNo: version.versionNo,
		isSubmittable: isSubmittable(version.isSound, unseenCharactersIn(set.findings)),
		endedClearance,
	})
}

/** These keep a text back by themselves, until they are removed or the intake lets them stand. */
function isInvisible(finding: StoredFinding): boolean {
	return finding.code === 'invisible-character'
}

function unseenCharactersIn(findings: readonly StoredFinding[]): UnseenCharacter[] {
	return findings.filter(isInvisible).map(({ detail: { name, line, place, count, excerpt }, file }) => ({
		codePoint: name ?? '…',
		count: count ?? 1,
		...(line === undefined ? {} : { line }),
		...(place === undefined ? {} : { place }),
		...(excerpt === undefined ? {} : { words: excerpt }),
		...(file === undefined ? {} : { file }),
	}))
}

async function writeRows(work: MatterWork, set: VersionSet, contentSha256: string) {
	const { jurisdictionId, id: matterId } = work.matter
	const { _max: last } = await work.tx.draftVersion.aggregate({
		where: { jurisdictionId, matterId },
		_max: { versionNo: true },
	})
	const version = {
		id: work.shell.newId(),
		versionNo: (last.versionNo ?? 0) + 1,
		isSound: set.findings.every((finding) => !finding.blocking || isInvisible(finding)),
		invisibleCharacters: UNSEEN_CHARACTERS.write(unseenCharactersIn(set.findings)),
	}
	await work.tx.draftVersion.create({
		data: {
			...version,
			jurisdictionId,
			matterId,
			contentSha256,
			text: set.text,
			findings: FINDINGS.write(set.findings),
			uploadedBy: work.actor.personId,
			postId: work.post.id,
			uploadedAt: work.at,
		},
	})
	await work.tx.versionFile.createMany({
		data: set.files.map(({ role, name, size, sha256, mediaType, secrecy }, position) => ({
			jurisdictionId,
			versionId: version.id,
			position,
			role,
			name,
			size,
			sha256,
			mediaType,
			secrecy,
		})),
	})
	for (const { sha256, readAs } of set.files)
		if (readAs) await keepReading(work.tx, jurisdictionId, sha256, readAs, work.at)
	return version
}

/** [27] The clearance is void at once, its agenda item blocked, and everybody who held it in hand is told. */
async function letClearanceFall(work: MatterWork): Promise<string | null> {
	const { matter } = work
	const endedId = await endLiveClearance(work, 'clearance.voided', 'text-changed')
	const ended = matter.clearances.find((clearance) => clearance.id === endedId)
	await endDeadlines(work)
	await startDeadline(work, 'revise', periodsFor(tracksOf(matter), work.reference.periods).revise)
	work.change({ changedAfterClearance: true })
	return ended?.number ?? null
}

function asRole(role: string): 'main' | 'annex' {
	return role === 'main' ? 'main' : 'annex'
}

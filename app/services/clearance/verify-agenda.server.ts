import { fileRoleOf } from '#app/db/code-columns.server.ts'
import { loadDossiers } from '#app/db/load-dossier.server.ts'
import { type EffectiveListing, loadEffectiveAgenda } from '#app/db/load-effective-agenda.server.ts'
import type { GateRecord } from '#app/domain/agenda-gate/gate-record.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { loadMatters } from '#app/db/load-matter.server.ts'
import type { Dossier } from '#app/domain/agenda-gate/dossier.ts'
import { type GateDecision, evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { contentHash } from '#app/domain/matter/content-hash.ts'
import type { ReadShell } from '#app/services/shell.server.ts'

/** What is wrong with a line of the agenda; such a line is named, and nothing of it is shown or printed. */
export type AgendaProblem =
	| 'database-behind'
	| 'clearance-not-genuine'
	| 'files-differ'
	| 'record-altered'
	| 'gate-shut'

/** A line of the agenda that was verified at this moment: the view, the signature, the trail, the files, the gate. */
export type VerifiedLine<Matter extends GateRecord = MatterRecord> = {
	readonly listing: EffectiveListing
	readonly matter: Matter
	readonly dossier: Dossier
	readonly decision: GateDecision
	readonly problem: AgendaProblem | null
}

/** Verifies every line of an agenda anew: nothing is taken from what an earlier check has found. */
export async function verifyAgenda(
	shell: ReadShell,
	jurisdictionId: string,
	meetingId: string,
): Promise<readonly VerifiedLine[]> {
	const listings = await loadEffectiveAgenda(shell.db, jurisdictionId, meetingId)
	const matters = await loadMatters(
		shell.db,
		jurisdictionId,
		listings.map((listing) => listing.matterId),
	)
	const dossiers = await loadDossiers(shell.db, shell.clearanceKey.verify, matters, shell.now())
	return verifyLines(shell, listings, matters, dossiers)
}

/** Verifies lines whose matters and dossiers were loaded this moment. */
export async function verifyLines<Matter extends GateRecord>(
	shell: ReadShell,
	listings: readonly EffectiveListing[],
	matters: readonly Matter[],
	dossiers: ReadonlyMap<string, Dossier>,
): Promise<readonly VerifiedLine<Matter>[]> {
	const lines: VerifiedLine<Matter>[] = []
	for (const listing of listings) {
		const matter = matters.find((candidate) => candidate.id === listing.matterId)
		const dossier = dossiers.get(listing.matterId)
		if (!matter || !dossier) throw new Error(`the view names a matter that is not there: ${listing.matterId}`)
		const decision = evaluateGate(dossier)
		const problem = await findProblem(shell, listing, matter, decision, dossier)
		lines.push({ listing, matter, dossier, decision, problem })
	}
	return lines
}

async function findProblem(
	shell: ReadShell,
	listing: EffectiveListing,
	matter: GateRecord,
	decision: GateDecision,
	{ clearance, alteredParts }: Dossier,
): Promise<AgendaProblem | null> {
	// A deposit outside knows a later list, or another: what stands here may have been withdrawn long ago.
	if (shell.checkpoints.behind.has(matter.jurisdictionId)) return 'database-behind'
	const isGenuine = clearance?.id === listing.clearanceId && clearance.isSignatureGood && clearance.isInTrail
	if (!isGenuine) return 'clearance-not-genuine'
	if (!(await areFilesWhole(shell, matter, listing.contentSha256))) return 'files-differ'
	if (alteredParts === null || alteredParts.length > 0) return 'record-altered'
	return decision.isOpen && decision.contentSha256 === listing.contentSha256 ? null : 'gate-shut'
}

/** The bytes on disk are those of the list, and the list is the one that was cleared. */
async function areFilesWhole(shell: ReadShell, matter: GateRecord, contentSha256: string): Promise<boolean> {
	const files = [...(matter.currentVersion?.files ?? [])].sort((a, b) => a.position - b.position)
	const listed = files.map(({ role, name, size, sha256 }) => ({
		role: fileRoleOf(role),
		name,
		size,
		sha256,
	}))
	if (contentHash(listed) !== contentSha256) return false
	for (const file of files) if (!(await shell.blobs.verify(file.sha256))) return false
	return true
}

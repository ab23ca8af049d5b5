import { PRECHECK } from '#app/domain/precheck/kept-precheck.ts'
import { READING_VERSION } from '#app/documents/reader/read-as.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Confirms that the current version was read as Word shows it (核对读入). `readAs` is the hash of what the page showed;
 * where the file is read otherwise by now, the page is stale.
 */
export async function confirmReading(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	readAs: string,
): Promise<Result<Done<{ versionNo: number }>, Refusal>> {
	const asked = { ...order, body: { readAs } }
	return commandOnMatter(shell, actor, asked, { act: 'reading.confirmed' }, async (work) => {
		const { jurisdictionId, id: matterId, currentVersion: version } = work.matter
		const main = version?.files.find((file) => file.role === 'main')
		if (!version || !main) throw new Error('the act asks for a version')
		const key = { jurisdictionId, fileSha256: main.sha256, readerVersion: READING_VERSION }
		const kept = await work.tx.fileReading.findUnique({
			where: { jurisdictionId_fileSha256_readerVersion: key },
			select: { readAsSha256: true },
		})
		if (kept?.readAsSha256 !== readAs) return refuse({ code: 'stale-page', changes: [] })
		const { id: versionId, versionNo, contentSha256 } = version
		await work.tx.readingConfirmation.create({
			data: {
				jurisdictionId,
				versionId,
				matterId,
				contentSha256,
				readAsSha256: readAs,
				readerVersion: READING_VERSION,
				confirmedBy: actor.personId,
				postId: work.post.id,
				confirmedAt: work.at,
			},
		})
		// Which rules had read it by then, and how many places they spoke of; the page made that before it was confirmed.
		const made = await work.tx.textPrecheck.findFirst({
			where: { jurisdictionId, readAsSha256: readAs },
			orderBy: { madeAt: 'desc' },
			select: { rulesVersion: true, hits: true },
		})
		const precheck = made && { rules: made.rulesVersion, hits: countHits(made.hits) }
		const reader = READING_VERSION
		work.note({ version: versionNo, contentSha256, readAs, reader, ...(precheck ? { precheck } : {}) }, [
			readAs,
		])
		return accept({ versionNo })
	})
}

function countHits(kept: string): number {
	const { hits, left } = PRECHECK.read(kept)
	return hits.length + left
}

import { setTimeout as pause } from 'node:timers/promises'
import { jsonText } from '#app/domain/json-text.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { type KeptCorrection, correctionsInForce } from '#app/domain/redline/match-corrections.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { COMPARED_COLUMNS, type ComparableVersion, textToCompare } from './version-document.server.ts'

/** A correction that counts for a pair, and who made it when. */
export type CorrectionRow = KeptCorrection & { readonly correctedBy: string; readonly correctedAt: Date }

/** What became of the older version in the newer one, and the reviewer's corrections that were heeded. */
/** The keys of the new clauses that a correction names, as its row keeps them. */
export const NEW_KEYS = jsonText<readonly string[]>()

export type ComparedVersions = { readonly redline: Redline; readonly corrections: readonly CorrectionRow[] }

type InMatter = { readonly jurisdictionId: string; readonly id: string }

/**
 * Compares two versions of a matter, as every page and every paper shows them: with the corrections that its reviewer
 * made on exactly this pair of contents.
 */
export async function compareVersions(
	shell: Shell,
	matter: InMatter,
	older: ComparableVersion,
	newer: ComparableVersion,
): Promise<ComparedVersions> {
	const corrections = await loadCorrections(shell.db, matter, older, newer)
	const redline = await shell.comparer.compare({
		old: await textToCompare(shell, matter.jurisdictionId, older),
		new: await textToCompare(shell, matter.jurisdictionId, newer),
		corrections: corrections.map((row) => ({ old: row.old, new: row.new })),
	})
	return { redline, corrections }
}

/** Compares two versions of a matter by their ids; where there is none, with an empty text. */
export async function compareVersionsById(
	shell: Shell,
	matter: InMatter,
	olderId: string | null,
	newerId: string | null,
): Promise<ComparedVersions> {
	const versions = await shell.db.draftVersion.findMany({
		where: {
			jurisdictionId: matter.jurisdictionId,
			matterId: matter.id,
			id: { in: [olderId, newerId].filter((id) => id !== null) },
		},
		select: { id: true, ...COMPARED_COLUMNS },
	})
	const nothing = { contentSha256: '', text: '', files: [] }
	const pick = (id: string | null) => versions.find((version) => version.id === id) ?? nothing
	return compareVersions(shell, matter, pick(olderId), pick(newerId))
}

/** A comparison that takes longer than this is waited for on a page that says so. */
const PATIENCE_MS = 1_200

/** The result if it comes soon, else null; it is kept when it comes, so that the next request has it. */
export async function inPatience<Value>(work: Promise<Value>): Promise<Value | null> {
	work.catch(() => {})
	return Promise.race([work, pause(PATIENCE_MS, null, { ref: false })])
}

/** The corrections that count for a pair of contents of one matter, oldest first. */
export async function loadCorrections(
	db: Pick<Tx, 'matchCorrection'>,
	matter: InMatter,
	older: Pick<ComparableVersion, 'contentSha256'>,
	newer: Pick<ComparableVersion, 'contentSha256'>,
): Promise<CorrectionRow[]> {
	const rows = await db.matchCorrection.findMany({
		where: {
			jurisdictionId: matter.jurisdictionId,
			matterId: matter.id,
			oldContentSha256: older.contentSha256,
			newContentSha256: newer.contentSha256,
		},
		orderBy: { id: 'asc' },
	})
	return correctionsInForce(
		rows.map(({ id, oldKey, newKeys, withdrawsId, correctedBy, correctedAt }) => ({
			id,
			old: oldKey,
			new: NEW_KEYS.read(newKeys),
			withdrawsId,
			correctedBy,
			correctedAt,
		})),
	)
}

import { findTrees } from '#app/db/find-trees.server.ts'
import { type SealedNote, openEntry } from '#app/domain/act/trail-entry.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { PAPER, type Paper, type PaperKind, type PaperOnPage } from '#app/domain/paper/paper.ts'
import { verificationCode } from '#app/domain/paper/verification-code.ts'
import type { ReadShell } from '#app/services/shell.server.ts'

/** A sealed paper as it is read: its sentences, its seal, and whether its content is the one that the trail holds. */
export type SealedPaper = {
	readonly id: string
	readonly kind: PaperKind
	readonly aboutId: string
	readonly matterId: string | null
	readonly meetingId: string | null
	readonly number: string | null
	readonly title: string
	readonly nodes: Paper['nodes']
	/** The content as it was sealed, and the Word file of it; papers of earlier releases have none. */
	readonly content: string
	readonly fileSha256: string | null
	readonly seal: { readonly code: string; readonly sealedAt: string; readonly sha256: string }
	readonly isSound: boolean
}

/** Which sealed papers are asked for: those of a meeting, or of a matter, perhaps on one row of it alone. */
export type SealedQuery =
	| { readonly meetingId: string }
	| { readonly matterId: string; readonly aboutId?: string }

/**
 * Reads sealed papers, oldest first; what they say of themselves is read from the sealed content, not from the columns. One whose content differs from its hash, its code or the trail is not sound.
 */
export async function readSealed(
	shell: ReadShell,
	jurisdictionId: string,
	query: SealedQuery,
): Promise<readonly SealedPaper[]> {
	const where = { jurisdictionId, ...query }
	const rows = await findTrees(shell.db, 'sealedPaper', { where, orderBy: { id: 'asc' } })
	const streams = rows.map(({ matterId, meetingId }) =>
		meetingId === null ? `matter/${matterId}` : `meeting/${meetingId}`,
	)
	const inTrail = await sealsInTrail(shell, jurisdictionId, [...new Set(streams)])
	return rows.map((row) => {
		const { kind, number, title, nodes } = PAPER.read(row.content)
		const sha256 = sha256Hex(row.content)
		return {
			id: row.id,
			kind,
			aboutId: row.aboutId,
			matterId: row.matterId,
			meetingId: row.meetingId,
			number,
			title,
			nodes,
			content: row.content,
			fileSha256: row.fileSha256,
			seal: { code: row.code, sealedAt: row.sealedAt.toISOString(), sha256: row.contentSha256 },
			isSound:
				sha256 === row.contentSha256 &&
				kind === row.kind &&
				row.code === verificationCode(sha256) &&
				inTrail.get(row.id)?.sha256 === sha256 &&
				inTrail.get(row.id)?.file === (row.fileSha256 ?? undefined),
		}
	})
}

/** A sealed paper as a page shows it; its content by rows stays in the house. */
export function onPage({ id, number, title, nodes, seal }: SealedPaper): PaperOnPage {
	return { id, number, title, nodes, seal }
}

/** What the trail holds of each sealed paper of these streams: the hash of its content, and of its file. */
async function sealsInTrail(
	shell: ReadShell,
	jurisdictionId: string,
	streams: readonly string[],
): Promise<ReadonlyMap<string, SealedNote>> {
	const entries = await findTrees(shell.db, 'auditEntry', {
		where: {
			jurisdictionId,
			stream: { in: [...streams] },
			outcome: 'done',
			leaf: { contains: '"papers":[{' },
		},
		select: { leaf: true },
	})
	return new Map(
		entries.flatMap(({ leaf }) => {
			const entry = openEntry(leaf)
			if (entry.outcome !== 'done') return []
			return (entry.detail.papers ?? []).map((note) => [note.paper, note] as const)
		}),
	)
}

import { openEntry } from '#app/domain/act/trail-entry.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { PAPER_KINDS, type Paper, type PaperKind } from '#app/domain/paper/paper.ts'
import { verificationCode } from '#app/domain/paper/verification-code.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A sealed paper as it is read: its sentences, its seal, and whether its content is the one that the trail holds. */
export type SealedPaper = {
	readonly id: string
	readonly kind: PaperKind
	readonly aboutId: string
	readonly matterId: string | null
	readonly number: string | null
	readonly title: string
	readonly nodes: Paper['nodes']
	readonly seal: { readonly code: string; readonly sealedAt: string; readonly sha256: string }
	readonly isSound: boolean
}

/** Which sealed papers are asked for; within a district. */
export type SealedQuery = {
	readonly matterId?: string
	readonly meetingId?: string
	readonly id?: string
	readonly aboutId?: string
	readonly matterIds?: readonly string[]
}

/** Reads sealed papers, oldest first. One whose content differs from its hash, its code or the trail is not sound. */
export async function readSealed(
	shell: Shell,
	jurisdictionId: string,
	query: SealedQuery,
): Promise<readonly SealedPaper[]> {
	const { matterIds, ...exact } = query
	const where = { jurisdictionId, ...exact, ...(matterIds ? { matterId: { in: [...matterIds] } } : {}) }
	const rows = await shell.db.sealedPaper.findMany({ where, orderBy: { id: 'asc' } })
	const inTrail = await sealsInTrail(
		shell,
		jurisdictionId,
		rows.map(({ matterId, meetingId }) =>
			meetingId === null ? `matter/${matterId}` : `meeting/${meetingId}`,
		),
	)
	return rows.map((row) => {
		const { nodes } = JSON.parse(row.content) as Paper
		const sha256 = sha256Hex(row.content)
		return {
			id: row.id,
			kind: kindOf(row.kind),
			aboutId: row.aboutId,
			matterId: row.matterId,
			number: row.number,
			title: row.title,
			nodes,
			seal: { code: row.code, sealedAt: row.sealedAt.toISOString(), sha256: row.contentSha256 },
			isSound:
				sha256 === row.contentSha256 &&
				row.code === verificationCode(sha256) &&
				inTrail.get(row.id) === sha256,
		}
	})
}

/** The hash that the trail holds of each sealed paper of these streams. */
async function sealsInTrail(
	shell: Shell,
	jurisdictionId: string,
	streams: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const entries = await shell.db.auditEntry.findMany({
		where: {
			jurisdictionId,
			stream: { in: [...new Set(streams)] },
			outcome: 'done',
			leaf: { contains: '"papers":[{' },
		},
		select: { leaf: true },
	})
	return new Map(
		entries.flatMap(({ leaf }) => {
			const entry = openEntry(leaf)
			if (entry.outcome !== 'done') return []
			return (entry.detail.papers ?? []).map(({ paper, sha256 }) => [paper, sha256] as const)
		}),
	)
}

function kindOf(stored: string): PaperKind {
	const kind = PAPER_KINDS.find((each) => each === stored)
	if (!kind) throw new Error(`no paper is called ${stored}`)
	return kind
}

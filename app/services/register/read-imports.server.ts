import { loadPersonNames } from '#app/db/load-names.server.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A proposed import that nobody has answered. */
export type OpenImport = {
	readonly id: string
	readonly title: string
	readonly documentNumber: string
	readonly issuer: string
	readonly publishedOn: string
	readonly effectiveOn: string
	readonly origin: string
	readonly text: string
	readonly by: string
	readonly at: string
	readonly isOwn: boolean
}

/** So many are shown, the oldest first: they are answered from the top. */
const SHOWN = 20

/** Reads the old documents that wait for a second person. */
export async function readImports(
	shell: Shell,
	actor: Actor,
): Promise<Result<readonly OpenImport[], Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'document.import-confirmed', { jurisdictionId })
	if (!post.ok) return post
	const rows = await shell.db.documentImport.findMany({
		where: { jurisdictionId, decision: { is: null } },
		orderBy: { id: 'asc' },
		take: SHOWN,
	})
	const names = await loadPersonNames(
		shell.db,
		jurisdictionId,
		rows.map((row) => row.proposedBy),
	)
	return accept(
		rows.map(({ id, title, documentNumber, issuer, publishedOn, effectiveOn, origin, text, ...row }) => ({
			...{ id, title, documentNumber, issuer, publishedOn, effectiveOn, origin, text },
			by: names.get(row.proposedBy) ?? '',
			at: row.proposedAt.toISOString(),
			isOwn: row.proposedBy === actor.personId,
		})),
	)
}

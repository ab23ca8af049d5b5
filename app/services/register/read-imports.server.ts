import { loadPersonNames } from '#app/db/load-names.server.ts'
import { permit } from '#app/domain/permission/permit.ts'
import { type Actor, isOneWith } from '#app/domain/permission/relation.ts'
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

export type ImportsPage = { readonly imports: readonly OpenImport[]; readonly next: string | null }

/** Reads the old documents that wait for a second person, so many at once; goes on after the import `after`. */
export async function readImports(
	shell: Shell,
	actor: Actor,
	after: string | null = null,
	size: number = SHOWN,
): Promise<Result<ImportsPage, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'document.import-confirmed', { jurisdictionId })
	if (!post.ok) return post
	const rows = await shell.db.documentImport.findMany({
		where: { jurisdictionId, decision: { is: null }, ...(after ? { id: { gt: after } } : {}) },
		orderBy: { id: 'asc' },
		take: size + 1,
	})
	const shown = rows.slice(0, size)
	const names = await loadPersonNames(
		shell.db,
		jurisdictionId,
		shown.map((row) => row.proposedBy),
	)
	return accept({
		imports: shown.map(
			({ id, title, documentNumber, issuer, publishedOn, effectiveOn, origin, text, ...row }) => ({
				...{ id, title, documentNumber, issuer, publishedOn, effectiveOn, origin, text },
				by: names.get(row.proposedBy) ?? '',
				at: row.proposedAt.toISOString(),
				isOwn: isOneWith(actor, row.proposedBy),
			}),
		),
		next: rows.length > size ? (shown.at(-1)?.id ?? null) : null,
	})
}

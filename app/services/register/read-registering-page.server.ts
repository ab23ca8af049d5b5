import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The page on which an old document is proposed for the library. */
export type RegisteringPage = {
	/** Who may have issued a document: the government of the district and its organs. */
	readonly issuers: readonly string[]
	readonly today: string
}

/** Reads the page on which an old document is proposed. */
export async function readRegisteringPage(
	shell: Shell,
	actor: Actor,
): Promise<Result<RegisteringPage, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'document.import-proposed', { jurisdictionId })
	if (!post.ok) return post
	const district = await shell.db.jurisdiction.findUniqueOrThrow({ where: { id: jurisdictionId } })
	const organs = await shell.db.organ.findMany({
		where: { jurisdictionId, kind: { in: ['department', 'street', 'government-office'] } },
		orderBy: { id: 'asc' },
		select: { name: true },
	})
	return accept({
		issuers: [...new Set([`${district.name}人民政府`, ...organs.map(({ name }) => name)])],
		today: plainDateIn(shell.now()),
	})
}

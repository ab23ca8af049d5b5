import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { registrableTexts } from './registrable-texts.server.ts'

/** The page on which a document is registered. */
export type RegisteringPage = {
	/** The texts that meetings have passed and that are not registered yet. */
	readonly texts: readonly { readonly matterId: string; readonly title: string; readonly decidedAt: string }[]
	/** The one that was asked for, if it is among them. */
	readonly chosen: { readonly matterId: string; readonly title: string } | null
	/** Who may have issued a document: the government of the district and its organs. */
	readonly issuers: readonly string[]
	readonly today: string
}

/** Reads the page on which a document is registered; `matterId` is the matter whose text is to be, if one was named. */
export async function readRegisteringPage(
	shell: Shell,
	actor: Actor,
	matterId: string | null,
): Promise<Result<RegisteringPage, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'document.registered', { jurisdictionId })
	if (!post.ok) return post
	const texts = await registrableTexts(shell, shell.db, actor)
	const district = await shell.db.jurisdiction.findUniqueOrThrow({ where: { id: jurisdictionId } })
	const organs = await shell.db.organ.findMany({
		where: { jurisdictionId, kind: { in: ['department', 'street', 'government-office'] } },
		orderBy: { id: 'asc' },
		select: { name: true },
	})
	return accept({
		texts: texts.map(({ matterId: id, title, decidedAt }) => ({ matterId: id, title, decidedAt })),
		chosen: texts.find((text) => text.matterId === matterId) ?? null,
		issuers: [...new Set([`${district.name}人民政府`, ...organs.map(({ name }) => name)])],
		today: plainDateIn(shell.now()),
	})
}

import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { isPermitted, permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Standing } from '#app/domain/register/standing.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import {
	type DocumentLine,
	documentLine,
	havingWords,
	LINE_COLUMNS,
	NOT_WITHDRAWN,
	standingAs,
} from './document-line.server.ts'

/** What the register is narrowed to; without a standing it shows everything but what was withdrawn. */
export type RegisterFilter = { readonly words: string; readonly standing: Standing | null }

/** Where the next page goes on. */
export type RegisterCursor = { readonly publishedOn: string; readonly id: string }

export type RegisterPage = {
	readonly documents: readonly DocumentLine[]
	readonly next: RegisterCursor | null
	readonly mayRegister: boolean
}

const PAGE = 30

/** Reads the register, newest publication first, so many at once; goes on after the document `after`. */
export async function readRegister(
	shell: Shell,
	actor: Actor,
	{ words, standing }: RegisterFilter,
	after: RegisterCursor | null,
	size: number = PAGE,
): Promise<Result<RegisterPage, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'register.read', { jurisdictionId })
	if (!post.ok) return post
	const narrowed = standing ? standingAs(standing, plainDateIn(shell.now())) : NOT_WITHDRAWN
	const rows = await shell.db.publishedDocument.findMany({
		where: { jurisdictionId, AND: [narrowed, ...havingWords(words), ...(after ? [beyond(after)] : [])] },
		orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
		take: size + 1,
		select: LINE_COLUMNS,
	})
	const shown = rows.slice(0, size).map((row) => documentLine(row, shell.now()))
	const last = rows.length > size ? shown.at(-1) : undefined
	return accept({
		documents: shown,
		next: last ? { publishedOn: last.publishedOn, id: last.id } : null,
		mayRegister: isPermitted(actor, 'document.import-proposed', { jurisdictionId }),
	})
}

function beyond({ publishedOn, id }: RegisterCursor) {
	return { OR: [{ publishedOn: { lt: publishedOn } }, { publishedOn, id: { lt: id } }] }
}

import { documentName, nameLikeness } from '#app/domain/matter/document-name.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import {
	type PublishedDocument,
	findPublishedDocuments,
} from '#app/services/register/find-published.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** So many of the newest are looked through for the one that a draft is to take the place of; so many are offered. */
const LOOKED_THROUGH = 1000
const OFFERED = 20

/** Less alike than this, a name is that of another document. */
const NAMESAKE = 0.5

/**
 * The published documents that a draft may be compared with: those that have the words of a reader, else the newest,
 * before them the ones whose name is like the draft's own.
 */
export async function offerDocuments(
	shell: Shell,
	actor: Actor,
	{ title, find }: { readonly title: string; readonly find: string | null },
): Promise<PublishedDocument[]> {
	if (find !== null) return findPublishedDocuments(shell, actor, find, OFFERED)
	const newest = await findPublishedDocuments(shell, actor, '', LOOKED_THROUGH)
	const name = documentName(title)
	const like = newest.map((document) => ({
		document,
		likeness: nameLikeness(name, documentName(document.title)),
	}))
	const namesakes = like
		.filter(({ likeness }) => likeness >= NAMESAKE)
		.toSorted((x, y) => y.likeness - x.likeness)
	const others = like.filter(({ likeness }) => likeness < NAMESAKE)
	return [...namesakes, ...others].slice(0, OFFERED).map(({ document }) => document)
}

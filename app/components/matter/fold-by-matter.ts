import type { DoneEntry } from '#app/services/worklist/read-own-record.server.ts'

/** What somebody did on one matter: the newest act, and those before it, the newest of them first. */
export type DoneMatter = Pick<DoneEntry, 'matterId' | 'title'> & {
	readonly newest: DoneEntry
	readonly earlier: readonly DoneEntry[]
}

/** Folds acts, the newest first, into one row a matter; none is lost, and matters stand by their newest act. */
export function foldByMatter(entries: readonly DoneEntry[]): DoneMatter[] {
	const ofMatter = new Map<string, DoneEntry[]>()
	for (const entry of entries) {
		const present = ofMatter.get(entry.matterId)
		if (present) present.push(entry)
		else ofMatter.set(entry.matterId, [entry])
	}
	return [...ofMatter.values()].flatMap(([newest, ...earlier]) =>
		newest ? [{ matterId: newest.matterId, title: newest.title, newest, earlier }] : [],
	)
}

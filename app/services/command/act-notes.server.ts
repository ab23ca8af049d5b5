import type { SealedNote } from '#app/domain/act/trail-entry.ts'
import type { Named } from './tell.server.ts'

/** What an act notes while it runs; the frame writes it when the act is accepted. */
export type ActNotes<Columns, Consequence> = {
	/** Columns of the root that change together with its state. */
	readonly change: (columns: Columns) => void
	/** A consequence that gets an entry of its own, after the act's. */
	readonly follow: (consequence: Consequence) => void
	/** Tells those whom the act itself names; whom the act table names by hand or post the frame tells. */
	readonly tell: (named: Named) => void
	/** Names a paper that the act sealed: its hash stands in the act's own entry. */
	readonly seal: (paper: SealedNote) => void
}

/** What an act notes for its own entry in the trail: the facts that the act table names, once, and the files it is about. */
export type TrailNotes<Detail> = { readonly note: (detail: Detail, blobs?: readonly string[]) => void }

/** What an act has noted. */
export type Noted<Columns, Consequence, Detail> = {
	readonly columns: Columns
	/** Null where the act has nothing to say beside who, when and in which state. */
	readonly detail: Detail | null
	readonly blobs: readonly string[]
	readonly consequences: readonly Consequence[]
	readonly named: readonly Named[]
	readonly papers: readonly SealedNote[]
}

/** Opens the notes of one act. */
export function openNotes<Columns extends object, Consequence, Detail>(): {
	readonly given: ActNotes<Columns, Consequence> & TrailNotes<Detail>
	readonly noted: () => Noted<Columns, Consequence, Detail>
} {
	// Nothing is changed yet; every column is optional.
	let columns = {} as Columns
	let noted: { readonly detail: Detail; readonly blobs: readonly string[] } | null = null
	const consequences: Consequence[] = []
	const named: Named[] = []
	const papers: SealedNote[] = []
	return {
		given: {
			change: (more) => {
				columns = { ...columns, ...more }
			},
			note: (detail, blobs = []) => {
				if (noted) throw new Error('an act says once what it was about')
				noted = { detail, blobs }
			},
			follow: (consequence) => {
				consequences.push(consequence)
			},
			tell: (each) => {
				named.push(each)
			},
			seal: (paper) => {
				papers.push(paper)
			},
		},
		noted: () => ({
			columns,
			detail: noted?.detail ?? null,
			blobs: noted?.blobs ?? [],
			consequences,
			named,
			papers,
		}),
	}
}

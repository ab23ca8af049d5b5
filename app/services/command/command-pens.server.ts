/** What an act may set down while it runs; the frame writes it when the act is accepted. */
export type Pens<Columns, Consequence> = {
	/** Columns of the root that change together with its state. */
	readonly change: (columns: Columns) => void
	/** A consequence that gets an entry of its own, after the act's. */
	readonly follow: (consequence: Consequence) => void
}

/** The pen for the act's own entry in the trail: the facts that the act table names for it, once, and the files it is about. */
export type NotePen<Detail> = { readonly note: (detail: Detail, blobs?: readonly string[]) => void }

/** What the pens set down. */
export type SetDown<Columns, Consequence, Detail> = {
	readonly columns: Columns
	/** Null where the act has nothing to say beside who, when and in which state. */
	readonly detail: Detail | null
	readonly blobs: readonly string[]
	readonly consequences: readonly Consequence[]
}

/** Opens the pens of one act. */
export function openPens<Columns extends object, Consequence, Detail>(): {
	readonly given: Pens<Columns, Consequence> & NotePen<Detail>
	readonly setDown: () => SetDown<Columns, Consequence, Detail>
} {
	let columns = {} as Columns
	let noted: { readonly detail: Detail; readonly blobs: readonly string[] } | null = null
	const consequences: Consequence[] = []
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
		},
		setDown: () => ({
			columns,
			detail: noted?.detail ?? null,
			blobs: noted?.blobs ?? [],
			consequences,
		}),
	}
}

import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'

/** What an act may set down while it runs; the frame writes it when the act is accepted. */
export type Pens<Columns, Consequence> = {
	/** Columns of the root that change together with its state. */
	readonly change: (columns: Columns) => void
	/** Facts for the act's entry in the trail. */
	readonly note: (detail: JsonObject, blobs?: readonly string[]) => void
	/** A consequence that gets an entry of its own, after the act's. */
	readonly follow: (consequence: Consequence) => void
}

/** What the pens set down. */
export type SetDown<Columns, Consequence> = {
	readonly columns: Columns
	readonly detail: JsonObject
	readonly blobs: readonly string[]
	readonly consequences: readonly Consequence[]
}

/** Opens the pens of one act. */
export function openPens<Columns extends object, Consequence>(): {
	readonly given: Pens<Columns, Consequence>
	readonly setDown: () => SetDown<Columns, Consequence>
} {
	let columns = {} as Columns
	let detail: JsonObject = {}
	let blobs: readonly string[] = []
	const consequences: Consequence[] = []
	const given: Pens<Columns, Consequence> = {
		change: (more) => {
			columns = { ...columns, ...more }
		},
		note: (more, files = []) => {
			detail = { ...detail, ...more }
			blobs = [...blobs, ...files]
		},
		follow: (consequence) => {
			consequences.push(consequence)
		},
	}
	return { given, setDown: () => ({ columns, detail, blobs, consequences }) }
}

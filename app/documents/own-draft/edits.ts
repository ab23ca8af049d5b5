/** Changes to a text that are collected in any order and written at once. Of changes within changes the outer one counts. */
export type Edits = {
	readonly replace: (start: number, end: number, text: string) => void
	readonly insert: (at: number, text: string) => void
	/** The text from here to there with the changes made so far. */
	readonly render: (start: number, end: number) => string
	readonly count: () => number
}

type Edit = { readonly start: number; readonly end: number; readonly text: string }

export function openEdits(source: string): Edits {
	const edits: Edit[] = []
	return {
		replace: (start, end, text) => void edits.push({ start, end, text }),
		insert: (at, text) => void (text === '' ? undefined : edits.push({ start: at, end: at, text })),
		render: (start, end) => {
			const inside = edits
				.filter((edit) => edit.start >= start && edit.end <= end)
				.toSorted((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end)
			const written: string[] = []
			let cursor = start
			for (const edit of inside) {
				if (edit.start < cursor) continue
				written.push(source.slice(cursor, edit.start), edit.text)
				cursor = edit.end
			}
			return `${written.join('')}${source.slice(cursor, end)}`
		},
		count: () => edits.length,
	}
}

/** What is put in before a replaced stretch stands before it. */
function rank({ start, end }: Edit): number {
	return start === end ? 0 : 1
}

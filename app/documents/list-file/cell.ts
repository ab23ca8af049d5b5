/** What a cell of a list holds: words, a figure, a calendar day (YYYY-MM-DD), or an instant (ISO, in UTC). */
export type Cell =
	| string
	| number
	| null
	| { readonly day: string }
	| { readonly instant: string }
	| { readonly second: string }

/** A row of a list as a file holds it. */
export type CellRow = readonly Cell[]

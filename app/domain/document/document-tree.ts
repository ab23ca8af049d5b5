/**
 * Where a node stands, from the root down, counted from 0: `body/3` is the fourth block of the body, `body/3/1/0` the
 * first cell in the second row of the table there, `body/3/1/0/2` the third block in that cell. Others begin with
 * `note/4`, `header/0`, `footer/1`. A place is unique in its document and stays the same for the same file.
 */
export type NodePlace = string

/** A document as its reader sees it, from the drafter's file to the papers. Plain data: it has a canonical JSON form. */
export type DocumentTree = {
	/** The form of this type. A change that old rows cannot be read by raises it. */
	readonly form: 1
	readonly body: readonly Block[]
	/** Footnotes, then endnotes, each kind in the order in which the text refers to it. */
	readonly notes: readonly Note[]
	/** Headers and footers, each part once. */
	readonly margins: readonly Margin[]
}

export type Block = Paragraph | Table | TextBox

/** What a paragraph is by its style. Whether it begins an article is not said by a style but by its words. */
export type StyleRole = 'title' | 'subtitle' | 'heading' | 'contents' | 'caption' | 'text'

export type Paragraph = {
	readonly kind: 'paragraph'
	readonly place: NodePlace
	/** The automatic number with the blank that follows it (`第一条\t`), which the file does not hold as words; or ''. */
	readonly label: string
	/** The words; `\n` is a line break within the paragraph. Marks of notes stand in it, as `marks` tells. */
	readonly text: string
	readonly role: StyleRole
	/** 1 (widest) to 9, or null for running text. */
	readonly outline: number | null
	/** Null at the beginning of the line or on both sides, which mean nothing. */
	readonly align: 'centre' | 'end' | null
	/** What stands in the text and is no word of it, in order. */
	readonly marks: readonly Mark[]
}

/** `at` and `length` count UTF-16 code units of the paragraph's `text`. */
export type Mark =
	| {
			readonly kind: 'note'
			readonly at: number
			readonly length: number
			/** The note's place. */
			readonly note: NodePlace
	  }
	| { readonly kind: 'image'; readonly at: number; readonly length: 0; readonly image: Image }

export type Image = {
	/** The part of the package that holds it, or null where it is missing or was only linked. */
	readonly part: string | null
	/** SHA-256 of its bytes, 64 hexadecimal digits. */
	readonly sha256: string | null
	/** Bytes. */
	readonly size: number | null
	/** What its author said it shows, or ''. */
	readonly alt: string
	/** Millimetres on the page, rounded, where the file says so. */
	readonly width: number | null
	readonly height: number | null
}

/** A table on its grid. A merged cell stands once, where it begins; what it covers has no cell. */
export type Table = {
	readonly kind: 'table'
	readonly place: NodePlace
	/** Columns of the grid. */
	readonly columns: number
	readonly rows: readonly Row[]
}

export type Row = {
	readonly place: NodePlace
	/** Repeated at the head of each page, or standing above all others by the table's own word. */
	readonly header: boolean
	readonly cells: readonly Cell[]
}

export type Cell = {
	readonly place: NodePlace
	/** The first column of the grid that it takes, from 0. */
	readonly column: number
	readonly columnSpan: number
	readonly rowSpan: number
	readonly blocks: readonly Block[]
}

/** Words in a frame beside the running text; it stands after the paragraph that it is anchored in. */
export type TextBox = {
	readonly kind: 'text-box'
	readonly place: NodePlace
	readonly blocks: readonly Block[]
}

export type Note = {
	readonly kind: 'footnote' | 'endnote'
	readonly place: NodePlace
	/** As it stands in the text: 〔脚注1〕. */
	readonly mark: string
	readonly blocks: readonly Block[]
}

export type Margin = {
	readonly kind: 'header' | 'footer'
	readonly place: NodePlace
	/** The pages that show it; null for one that no section shows. */
	readonly pages: 'all' | 'first' | 'even' | null
	/** The section of the document that names it first, from 1; null where none does. */
	readonly section: number | null
	readonly blocks: readonly Block[]
}

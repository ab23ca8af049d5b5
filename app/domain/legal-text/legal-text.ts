/** How a text is numbered: by articles (第一条), by 一、（一）1.（1） or 1、1.1, or not at all. */
export type Scheme = 'articles' | 'outline' | 'paragraphs'

/**
 * What a line is in its text. The ones after `sub-item` stand outside of the text proper (GB/T 9704 ch. 7): 发文机关标志,
 * 发文字号, 主送机关, 附件说明, 署名, 成文日期, 附注, 抄送机关, 印发机关和印发日期. A `cell` is a line of a table, a `note` one of a footnote or endnote.
 */
export type ParagraphKind =
	| 'title'
	| 'heading'
	| 'text'
	| 'item'
	| 'sub-item'
	| 'letterhead'
	| 'document-number'
	| 'addressee'
	| 'annex-note'
	| 'signature'
	| 'date'
	| 'remark'
	| 'copies'
	| 'issue'
	| 'cell'
	| 'note'

/**
 * One line of the text with its place, or several where a sentence was broken over lines, or a part of one where the
 * lines of a text run together. `label` and `body` together are the line, character for character.
 */
export type Paragraph = {
	/** The line that it begins on, counted from 0: of the text, or of `linesOf(document)`. */
	readonly line: number
	readonly label: string
	readonly body: string
	readonly kind: ParagraphKind
	/** Stands once in a version: art-13-p2-i3-m1, art-8-t1.2 (second row of its first table), sec-3-2-1, num-1-2-1, par-4, top-1-2, head-2, annex-1, closing-1, imprint-1. */
	readonly anchor: string
}

/**
 * An article, a numbered section, a heading, an annex (附件), a closing (附件说明、落款、成文日期), an imprint (版记), or a
 * stretch before the first of them.
 */
export type Clause = {
	/** 13, 120-1 (第一百二十条之一), 3.2.1, p4; a number that stands twice is 13-r2 the second time. */
	readonly key: string
	/** The number as it is written, without blanks: 第十三条, 三、, （二）, 1.2.1. */
	readonly label: string
	readonly kind: 'article' | 'section' | 'paragraph' | 'heading' | 'top' | 'annex' | 'closing' | 'imprint'
	/** The headings above it, from the widest: 第二章 认定条件. */
	readonly headings: readonly string[]
	readonly anchor: string
	readonly paragraphs: readonly Paragraph[]
}

/** Something about the numbers that a reader should look at. `line` counts from 0. */
export type TextProblem =
	| { readonly code: 'no-article' }
	| { readonly code: 'duplicate-article'; readonly label: string; readonly line: number }
	| {
			readonly code: 'missing-article'
			readonly after: number
			readonly found: number
			readonly line: number
	  }
	| { readonly code: 'out-of-order'; readonly label: string; readonly line: number }

/** A text with its structure. The lines of all clauses in order give the text back, character for character. */
export type LegalText = {
	readonly scheme: Scheme
	readonly title: string | null
	readonly clauses: readonly Clause[]
	readonly problems: readonly TextProblem[]
}

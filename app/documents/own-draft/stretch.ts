import { charactersOf } from '../xml-element.ts'
import type { XmlElement } from '../parse-xml.ts'
import type { ParagraphOrigin, Piece } from '../word/trace.ts'

/** A paragraph as it is compared: its words, with one sign for each note, image, text box or formula in it. */
export type Stretch = {
	readonly origin: ParagraphOrigin
	readonly words: string
	readonly items: readonly Item[]
}

/** What the words from here to there are written with. */
export type Item = {
	readonly from: number
	readonly to: number
	readonly kind: Piece['kind']
	readonly unit: XmlElement
	readonly child: XmlElement
	/** Notes and text boxes by their places. */
	readonly targets: readonly string[]
	/** Characters of the child's words before it; null for what is not cut. */
	readonly skip: number | null
}

/** Signs for what is no word; the same thing has the same sign in both drafts. */
export type Signs = (identity: string) => string

const FIRST_SIGN = 0xe000
const SIGNS = 0x1900

export function openSigns(): Signs {
	const known = new Map<string, string>()
	return (identity) => {
		const sign = known.get(identity) ?? String.fromCharCode(FIRST_SIGN + (known.size % SIGNS))
		known.set(identity, sign)
		return sign
	}
}

export function stretchOf(origin: ParagraphOrigin, signs: Signs): Stretch {
	let words = ''
	const items: Item[] = []
	for (const group of groupsOf(origin.pieces)) {
		const [first] = group
		if (first === undefined) continue
		const { unit, child } = first
		const text = group.map((piece) => piece.text).join('')
		const skip = group.length === 1 && first.kind === 'words' ? skipOf(child, text) : null
		const kind = (group.find((piece) => piece.kind !== 'words') ?? first).kind
		const isPlain = kind === 'words' && (skip !== null || text.length === 1)
		const written = isPlain ? text : signs(identityOf(group))
		const targets = group.filter((piece) => piece.kind !== 'words').map((piece) => piece.target)
		items.push({ from: words.length, to: words.length + written.length, kind, unit, child, targets, skip })
		words += written
	}
	return { origin, words, items }
}

/** Pieces of one element, which come and go together. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
	const groups: Piece[][] = []
	for (const piece of pieces) {
		const last = groups.at(-1)
		if (last?.[0]?.child === piece.child) last.push(piece)
		else groups.push([piece])
	}
	return groups
}

/** Notes are told apart by where they stand and not by their numbers. */
function identityOf(group: readonly Piece[]): string {
	const noted = group.some(({ kind }) => kind === 'note')
	return group
		.map(({ kind, text, target }) => {
			if (kind === 'words') return noted ? '' : `words ${text}`
			return kind === 'image' ? `image ${target}` : kind
		})
		.join('|')
}

/** How many characters of an element's words are blanks that do not show; null where its words are not its characters. */
function skipOf(child: XmlElement, text: string): number | null {
	if (child.name !== 'w:t') return null
	const characters = charactersOf(child).replaceAll(/[\n\r]/g, ' ')
	const at = characters.indexOf(text)
	return at >= 0 && characters.slice(0, at).trim() === '' ? at : null
}

import type { Image } from '#app/domain/document/document-tree.ts'
import { linesOfBlocks } from '#app/domain/document/plain-lines.ts'
import { imagesIn } from '#app/domain/document/walk-document.ts'
import { withoutBlanks } from '#app/domain/legal-text/without-blanks.ts'
import { createHash } from 'node:crypto'
import type { XmlElement } from '../parse-xml.ts'
import { descendantsOf, elementsOf, wordsIn } from '../xml-element.ts'
import { wordsOfPart } from '../part-words.ts'
import { isDrawingOutOfSight } from './hidden-layout.ts'
import {
	nameUnplaced,
	openFlow,
	tracePiece,
	type OpenParagraph,
	type Place,
	type Reading,
} from './reading.ts'

/** Elements that name a picture, and the attribute that holds its relationship. */
const PICTURE_LINKS: Readonly<Record<string, string>> = {
	'a:blip': 'r:embed',
	'asvg:svgBlip': 'r:embed',
	'v:imagedata': 'r:id',
	'v:fill': 'r:id',
}

/** Words that stand in a drawing itself, outside of its text boxes. */
const DRAWN_WORDS = new Set(['a:t', 'w:t', 'w:delText', 'm:t', '?:t'])

/** Drawn things whose words live in another part and have no place in the running text. */
const FOREIGN: Readonly<Record<string, { readonly kind: string; readonly link: string }>> = {
	'c:chart': { kind: 'chart', link: 'r:id' },
	'dgm:relIds': { kind: 'diagram', link: 'r:dm' },
}

/**
 * Reads a drawing: text boxes in place, pictures by their hash, embedded objects by theirs. Words that Word draws
 * otherwise (charts, diagrams, word art) cannot be placed and are named.
 */
export function readGraphic(
	reading: Reading,
	graphic: XmlElement,
	paragraph: OpenParagraph,
	place: Place,
	frame: Frame | null = null,
): void {
	if (frame === null) return readDrawing(reading, graphic, paragraph, place)
	for (const element of elementsOf(graphic)) {
		const link = PICTURE_LINKS[element.name]
		const foreign = FOREIGN[element.name]
		if (element.name === 'mc:AlternateContent')
			readGraphic(reading, chooseBranch(reading, element, paragraph.line), paragraph, place, frame)
		else if (element.name === 'w:txbxContent') readTextBox(reading, element, paragraph, place)
		else if (
			element.name === 'o:OLEObject' ||
			element.name === 'w:control' ||
			element.name === 'w:objectEmbed'
		)
			nameEmbedded(reading, element, paragraph.line)
		else if (foreign !== undefined)
			nameForeign(reading, element.attributes.get(foreign.link), paragraph.line, foreign.kind)
		else if (element.name === 'v:textpath') nameUnplaced(reading, element, paragraph.line, 'word-art')
		else if (DRAWN_WORDS.has(element.name)) nameUnplaced(reading, element, paragraph.line, 'drawing')
		else {
			if (link !== undefined) nameImage(reading, element, paragraph, place, frame)
			readGraphic(reading, element, paragraph, place, frame)
		}
	}
}

/** A drawing from its outermost element on, where its size, its place and the words about it stand. */
function readDrawing(reading: Reading, graphic: XmlElement, paragraph: OpenParagraph, place: Place): void {
	const outOfSight = place.outOfSight || isDrawingOutOfSight(reading.page, graphic)
	readGraphic(reading, graphic, paragraph, { ...place, outOfSight }, frameOf(graphic))
}

/**
 * The branch of alternative markup that Word shows: the first whose needs it knows. A fallback with other words
 * means that another program shows another text, which is named.
 */
export function chooseBranch(reading: Reading, alternative: XmlElement, line: number): XmlElement {
	const branches = elementsOf(alternative)
	const fallback = branches.find((branch) => branch.name === 'mc:Fallback')
	const chosen =
		branches.find((branch) => branch.name === 'mc:Choice' && branch.attributes.get('known') === '1') ??
		fallback
	const shown = chosen === undefined ? '' : blankless(chosen)
	for (const other of branches) {
		const words = other === chosen ? '' : blankless(other)
		if (words === '' || words === shown) continue
		reading.findings.add('unplaced-text', {
			line,
			kind: 'alternate-content',
			excerpt: wordsIn(other),
		})
	}
	return chosen ?? { name: 'mc:Fallback', attributes: new Map(), children: [] }
}

function blankless(element: XmlElement): string {
	return withoutBlanks(wordsIn(element))
}

function readTextBox(reading: Reading, box: XmlElement, paragraph: OpenParagraph, place: Place): void {
	const flow = openFlow(paragraph.boxPlace(paragraph.boxes.length), { lines: paragraph.line })
	// A box may be filled, so white words in it are no finding.
	reading.readBlocks(
		reading,
		elementsOf(box),
		{ ...place, shaded: true, paragraphStyle: undefined, tableStyle: undefined },
		flow,
	)
	const lines = linesOfBlocks(flow.blocks)
	if (lines.every((line) => line.trim() === '') && imagesIn(flow.blocks).length === 0) return
	tracePiece(reading, paragraph, 'box', '', flow.place)
	paragraph.boxes.push(flow.blocks)
	const words = lines.join(' ')
	if (words.trim() !== '') reading.findings.add('text-box', { line: paragraph.line, excerpt: words })
}

function nameForeign(reading: Reading, relationshipId: string | undefined, line: number, kind: string): void {
	const part = targetOf(reading, relationshipId)
	const tree = part === undefined ? undefined : reading.source.part(part)
	const words = tree === undefined ? '' : wordsOfPart(tree).join(' ')
	reading.findings.add('unplaced-text', { line, kind, ...(words === '' ? {} : { excerpt: words }) })
}

/** What a drawing says of the picture in it. */
type Frame = Pick<Image, 'alt' | 'width' | 'height'>

const EMU_A_MILLIMETRE = 36_000

function frameOf(graphic: XmlElement): Frame {
	let [alt, width, height]: [string, number | null, number | null] = ['', null, null]
	for (const element of descendantsOf(graphic)) {
		if (element.name === 'wp:docPr') alt ||= element.attributes.get('descr') ?? ''
		if (element.name === 'v:shape') alt ||= element.attributes.get('alt') ?? ''
		if (element.name === 'wp:extent') {
			width ??= millimetres(element.attributes.get('cx'))
			height ??= millimetres(element.attributes.get('cy'))
		}
		if (element.name === 'a:graphic' || element.name === 'v:textbox') break
	}
	return { alt, width, height }
}

function millimetres(emu: string | undefined): number | null {
	const value = Number(emu)
	return value > 0 && value < 1e9 ? Math.round(value / EMU_A_MILLIMETRE) : null
}

function nameImage(
	reading: Reading,
	element: XmlElement,
	paragraph: OpenParagraph,
	place: Place,
	frame: Frame,
): void {
	const part = targetOf(reading, element.attributes.get(PICTURE_LINKS[element.name] ?? ''))
	if (part === undefined) return
	const facts = binaryFacts(reading, part)
	reading.findings.add('image', { line: paragraph.line, name: part, ...facts })
	// The second form of one picture and the ground of a shape are no pictures of their own.
	if (element.name === 'asvg:svgBlip' || element.name === 'v:fill' || place.deleted || place.hidden) return
	const image = { part, sha256: facts.sha256 ?? null, size: facts.size ?? null, ...frame }
	tracePiece(reading, paragraph, 'image', '', image.sha256 ?? image.part)
	paragraph.marks.push({ kind: 'image', at: paragraph.text.length, length: 0, image })
}

function nameEmbedded(reading: Reading, element: XmlElement, line: number): void {
	const part = targetOf(reading, element.attributes.get('r:id'))
	const name = element.attributes.get('ProgID') ?? element.attributes.get('w:name') ?? part ?? ''
	reading.findings.add('embedded-object', {
		line,
		name,
		...(part === undefined ? {} : binaryFacts(reading, part)),
	})
}

function targetOf(reading: Reading, relationshipId: string | undefined): string | undefined {
	return reading.source.linkOf(reading.part, relationshipId)?.target
}

/** An image kept as XML (an old drawing format) has no bytes here; its words are hashed instead. */
function binaryFacts(reading: Reading, part: string): { sha256?: string; size?: number } {
	const facts = reading.source.binary.get(part.toLowerCase())
	if (facts !== undefined) return facts
	const tree = reading.source.part(part)
	return tree === undefined ? {} : { sha256: createHash('sha256').update(wordsIn(tree)).digest('hex') }
}

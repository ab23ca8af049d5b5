import { withoutBlanks } from '#app/domain/legal-text/without-blanks.ts'
import { createHash } from 'node:crypto'
import type { XmlElement } from '../parse-xml.ts'
import { elementsOf, wordsIn } from '../xml-element.ts'
import { nameUnplaced, type Flow, type Paragraph, type Place, type Reading } from './reading.ts'

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
const FOREIGN: Readonly<Record<string, string>> = { 'c:chart': 'chart', 'dgm:relIds': 'diagram' }

/**
 * Reads a drawing: text boxes in place, pictures by their hash, embedded objects by theirs. Words that Word draws
 * otherwise (charts, diagrams, word art) cannot be placed and are named.
 */
export function readGraphic(reading: Reading, graphic: XmlElement, paragraph: Paragraph, place: Place): void {
	for (const element of elementsOf(graphic)) {
		const link = PICTURE_LINKS[element.name]
		const foreign = FOREIGN[element.name]
		if (element.name === 'mc:AlternateContent')
			readGraphic(reading, chooseBranch(reading, element, paragraph.line), paragraph, place)
		else if (element.name === 'w:txbxContent') readTextBox(reading, element, paragraph, place)
		else if (
			element.name === 'o:OLEObject' ||
			element.name === 'w:control' ||
			element.name === 'w:objectEmbed'
		)
			nameEmbedded(reading, element, paragraph.line)
		else if (foreign !== undefined)
			reading.findings.add('unplaced-text', { line: paragraph.line, kind: foreign })
		else if (element.name === 'v:textpath') nameUnplaced(reading, element, paragraph.line, 'word-art')
		else if (DRAWN_WORDS.has(element.name)) nameUnplaced(reading, element, paragraph.line, 'drawing')
		else {
			if (link !== undefined) nameImage(reading, element.attributes.get(link), paragraph.line)
			readGraphic(reading, element, paragraph, place)
		}
	}
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

function readTextBox(reading: Reading, box: XmlElement, paragraph: Paragraph, place: Place): void {
	const flow: Flow = { lines: [], carry: null }
	// A box may be filled, so white words in it are no finding.
	reading.readBlocks(reading, elementsOf(box), { ...place, shaded: true, paragraphStyle: undefined }, flow)
	if (flow.lines.every((line) => line.trim() === '')) return
	for (const line of flow.lines) paragraph.boxes.push(line)
	reading.findings.add('text-box', { line: paragraph.line, excerpt: flow.lines.join(' ') })
}

function nameImage(reading: Reading, relationshipId: string | undefined, line: number): void {
	const part = targetOf(reading, relationshipId)
	if (part === undefined) return
	const facts = binaryFacts(reading, part)
	reading.findings.add('image', { line, name: part, ...facts })
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

import type { Margin } from '#app/domain/document/document-tree.ts'
import { linesOfBlocks } from '#app/domain/document/plain-lines.ts'
import type { DraftFindingCode } from '../draft-reading.ts'
import { openFindingLog } from '../finding-log.ts'
import type { XmlElement } from '../parse-xml.ts'
import { descendantsOf, elementsOf, wordsIn } from '../xml-element.ts'
import { readBlocks } from './read-blocks.ts'
import { IN_THE_OPEN, openFlow, type Reading } from './reading.ts'

/** What of a header or footer is named like the same thing in the body; its words never enter the text. */
const NAMED_IN_MARGINS: ReadonlySet<DraftFindingCode> = new Set([
	'tracked-insertion',
	'tracked-deletion',
	'tracked-formatting',
	'image',
	'embedded-object',
	'live-field',
])

/** Reads headers and footers, each part once, with the pages and the first section that show it. */
export function readMargins(reading: Reading): Margin[] {
	const margins: Margin[] = []
	const shown = sectionsThatShow(reading)
	const links = reading.source.relationshipsOf(reading.source.mainPart)
	for (const { type, target } of new Map(links.map((link) => [link.target, link])).values()) {
		const root = type === 'header' || type === 'footer' ? reading.source.part(target) : undefined
		if (root === undefined || (type !== 'header' && type !== 'footer')) continue
		const place = `${type}/${margins.filter((margin) => margin.kind === type).length}`
		const blocks = readMargin(reading, root, target, place)
		margins.push({ kind: type, place, ...(shown.get(target) ?? { pages: null, section: null }), blocks })
		// Word art, as watermarks are made of, has words but no line.
		const words = linesOfBlocks(blocks).join(' ').trim() || wordsIn(root).trim()
		if (words !== '') reading.findings.add('header-footer', { name: target, excerpt: words })
	}
	return margins
}

function readMargin(reading: Reading, root: XmlElement, part: string, place: string): Margin['blocks'] {
	const flow = openFlow(place)
	const findings = openFindingLog()
	const inside = { ...reading, part, openFields: [], fieldCounts: new Map<string, number>(), findings }
	readBlocks(inside, elementsOf(root), IN_THE_OPEN, flow)
	for (const { code, detail } of findings.list())
		if (NAMED_IN_MARGINS.has(code)) reading.findings.add(code, { ...detail, kind: place.split('/')[0] ?? '' })
	return flow.blocks
}

const PAGES: Readonly<Record<string, Margin['pages']>> = { default: 'all', first: 'first', even: 'even' }

/** By part, the first section that names it and the pages it stands on there. */
function sectionsThatShow({ source }: Reading): Map<string, Pick<Margin, 'pages' | 'section'>> {
	const shown = new Map<string, Pick<Margin, 'pages' | 'section'>>()
	let section = 0
	for (const element of descendantsOf(source.document)) {
		if (element.name === 'w:sectPr') section += 1
		if (element.name !== 'w:headerReference' && element.name !== 'w:footerReference') continue
		const part = source.linkOf(source.mainPart, element.attributes.get('r:id'))?.target
		const pages = PAGES[element.attributes.get('w:type') ?? 'default'] ?? 'all'
		if (part !== undefined && !shown.has(part)) shown.set(part, { pages, section })
	}
	return shown
}

import type { XmlElement } from '../parse-xml.ts'
import { charactersOf, childOf, descendantsOf, elementsOf, integerOf } from '../xml-element.ts'
import type { Styles } from './styles.ts'

/** The widest and highest page of a document and its margins, in twips (1/20 of a point). */
export type PageSize = { readonly width: number; readonly height: number; readonly left: number }

const A4 = { width: 11_906, height: 16_838 }
const USUAL_MARGIN = 1_800
/** An exact height, in twips, in which no character is made out: three points. */
const LOWEST = 60
/** A column, in twips, in which no character stands. */
const NARROWEST = 30
const EMU_A_TWIP = 635

export function pageSizeOf(document: XmlElement): PageSize {
	let size = { width: 0, height: 0, left: 0 }
	for (const section of descendantsOf(document)) {
		if (section.name !== 'w:sectPr') continue
		const page = childOf(section, 'w:pgSz')?.attributes
		const margins = childOf(section, 'w:pgMar')?.attributes
		size = {
			width: Math.max(size.width, integerOf(page?.get('w:w'), A4.width)),
			height: Math.max(size.height, integerOf(page?.get('w:h'), A4.height)),
			left: Math.max(size.left, integerOf(margins?.get('w:left'), USUAL_MARGIN)),
		}
	}
	return size.width === 0 ? { ...A4, left: USUAL_MARGIN } : size
}

/** Whether the layout of a paragraph puts its words out of sight: lines of no height, an indent or a frame off the page. */
export function isParagraphOutOfSight(
	styles: Styles,
	page: PageSize,
	properties: XmlElement | undefined,
	styleId: string | undefined,
): boolean {
	const attribute = (name: string, key: string) => styles.attribute(properties, styleId, name, key)
	const number = (name: string, key: string, fallback = 0) => integerOf(attribute(name, key), fallback)
	const rule = attribute('w:spacing', 'w:lineRule') ?? 'auto'
	const line = number('w:spacing', 'w:line', 240)
	if ((rule === 'exact' && line <= LOWEST) || (rule === 'auto' && line <= 24)) return true
	const left = number('w:ind', 'w:left', number('w:ind', 'w:start'))
	const right = number('w:ind', 'w:right', number('w:ind', 'w:end'))
	const first = number('w:ind', 'w:firstLine')
	if (Math.max(left, right, left + first) >= page.width - page.left) return true
	if (left <= -page.left - LOWEST || right <= -page.width) return true
	return isFrameOutOfSight(
		page,
		childOf(properties, 'w:framePr') ?? styles.paragraphProperty(styleId, 'w:framePr'),
	)
}

function isFrameOutOfSight(page: PageSize, frame: XmlElement | undefined): boolean {
	if (frame === undefined) return false
	const number = (key: string, fallback: number) => integerOf(frame.attributes.get(key), fallback)
	return (
		isOff(number('w:x', 0), page.width) ||
		isOff(number('w:y', 0), page.height) ||
		number('w:w', NARROWEST + 1) <= NARROWEST ||
		(frame.attributes.get('w:hRule') === 'exact' && number('w:h', LOWEST + 1) <= LOWEST)
	)
}

/** A position beyond the far edge, or so far before the near one that nothing reaches the page. */
function isOff(position: number, extent: number): boolean {
	return position >= extent || position <= -extent / 2
}

/** Whether a floating table lies off the page. */
export function isTableOutOfSight(page: PageSize, properties: XmlElement | undefined): boolean {
	const floating = childOf(properties, 'w:tblpPr')?.attributes
	if (isOff(integerOf(floating?.get('w:tblpX'), 0), page.width)) return true
	if (isOff(integerOf(floating?.get('w:tblpY'), 0), page.height)) return true
	return isOff(integerOf(childOf(properties, 'w:tblInd')?.attributes.get('w:w'), 0), page.width)
}

/** Whether a row has an exact height in which no words show. */
export function isRowOutOfSight(properties: XmlElement | undefined): boolean {
	const height = childOf(properties, 'w:trHeight')?.attributes
	return height?.get('w:hRule') === 'exact' && integerOf(height.get('w:val'), LOWEST + 1) <= LOWEST
}

/** The columns of a table of fixed widths in which no words show. */
export function columnsOutOfSight(table: XmlElement): ReadonlySet<number> {
	const layout = childOf(childOf(table, 'w:tblPr'), 'w:tblLayout')?.attributes.get('w:type')
	const columns = layout === 'fixed' ? elementsOf(childOf(table, 'w:tblGrid') ?? table) : []
	const narrow = columns
		.filter((column) => column.name === 'w:gridCol')
		.flatMap((column, at) => {
			const width = integerOf(column.attributes.get('w:w'), NARROWEST + 1)
			return width >= 0 && width <= NARROWEST ? [at] : []
		})
	return new Set(narrow)
}

/** Whether a drawing with words is of no size, off the page, or hidden by its own word. */
export function isDrawingOutOfSight(page: PageSize, graphic: XmlElement): boolean {
	for (const element of descendantsOf(graphic)) {
		const { name, attributes } = element
		if (name === 'wp:docPr' && ['1', 'true'].includes(attributes.get('hidden') ?? '')) return true
		if (name === 'wp:extent') {
			const sides = [attributes.get('cx'), attributes.get('cy')].map((side) => Number(side ?? Number.NaN))
			if (sides.some((side) => side / EMU_A_TWIP <= LOWEST)) return true
		}
		if (name === 'wp:positionH' || name === 'wp:positionV') {
			const offset = Number(offsetOf(element)) / EMU_A_TWIP
			if (isOff(offset, name === 'wp:positionH' ? page.width : page.height)) return true
		}
		const style = /^v:(shape|rect|roundrect|oval|textbox)$/.test(name) ? (attributes.get('style') ?? '') : ''
		if (
			/visibility\s*:\s*hidden|(?:^|[;\s])(?:width|height)\s*:\s*[0-2](?:\.\d+)?(?:pt)?\s*(?:;|$)/i.test(
				style,
			)
		)
			return true
		if (name === 'w:txbxContent') return false
	}
	return false
}

function offsetOf(position: XmlElement): string {
	const offset = childOf(position, 'wp:posOffset')
	return offset === undefined ? '' : charactersOf(offset)
}

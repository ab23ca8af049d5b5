import type { XmlElement } from '../parse-xml.ts'
import { childOf, elementsOf } from '../xml-element.ts'

/** A document with tracked changes as it is with all of them accepted, or as it was before they were made. */
export type TrackedView =
	| { readonly state: 'after' }
	/** Only these changes are taken back; others count as accepted. */
	| { readonly state: 'before'; readonly counts: (change: XmlElement) => boolean }

export const AFTER: TrackedView = { state: 'after' }
export const BEFORE: TrackedView = { state: 'before', counts: () => true }

const COMES = new Set(['w:ins', 'w:moveTo', 'w:cellIns'])
const GOES = new Set(['w:del', 'w:moveFrom', 'w:cellDel'])

/** What becomes, in this view, of what a tracked change holds; null for an element that is none. */
export function fateIn(view: TrackedView, change: XmlElement): 'shown' | 'gone' | null {
	const isBack = view.state === 'before' && view.counts(change)
	if (COMES.has(change.name)) return isBack ? 'gone' : 'shown'
	if (GOES.has(change.name)) return isBack ? 'shown' : 'gone'
	return null
}

/** Whether one of these changes among the properties of a mark, a row or a cell takes it out of this view. */
export function isGoneIn(view: TrackedView, properties: XmlElement | undefined): boolean {
	return (properties === undefined ? [] : elementsOf(properties)).some(
		(change) => fateIn(view, change) === 'gone',
	)
}

/** Properties that a change of format keeps where they are: they are changes themselves, or belong to something else. */
const APART = new Set([...COMES, ...GOES, 'w:rPr', 'w:sectPr'])

/** The properties of an element in this view: what `w:pPrChange` and its kin keep is how they were before. */
export function propertiesIn(view: TrackedView, properties: XmlElement | undefined): XmlElement | undefined {
	if (view.state === 'after' || properties === undefined) return properties
	const change = childOf(properties, `${properties.name}Change`)
	const before = childOf(change, properties.name)
	if (change === undefined || before === undefined || !view.counts(change)) return properties
	const apart = properties.children.filter((child) => typeof child !== 'string' && APART.has(child.name))
	return { ...properties, children: [...before.children, ...apart] }
}

import type { XmlElement } from '../parse-xml.ts'
import { childOf } from '../xml-element.ts'

/** A document with tracked changes as it is with all of them accepted, or as it was before they were made. */
export type TrackedView = 'after' | 'before'

const COMES = new Set(['w:ins', 'w:moveTo', 'w:cellIns'])
const GOES = new Set(['w:del', 'w:moveFrom', 'w:cellDel'])

/** What becomes, in this view, of what a tracked change holds; null for an element that is none. */
export function fateIn(view: TrackedView, { name }: XmlElement): 'shown' | 'gone' | null {
	if (COMES.has(name)) return view === 'after' ? 'shown' : 'gone'
	if (GOES.has(name)) return view === 'after' ? 'gone' : 'shown'
	return null
}

/** Whether one of these changes among the properties of a mark, a row or a cell takes it out of this view. */
export function isGoneIn(view: TrackedView, properties: XmlElement | undefined): boolean {
	const names = view === 'after' ? GOES : COMES
	return [...names].some((name) => childOf(properties, name) !== undefined)
}

/** Properties that a change of format keeps where they are: they are changes themselves, or belong to something else. */
const APART = new Set([...COMES, ...GOES, 'w:rPr', 'w:sectPr'])

/** The properties of an element in this view: what `w:pPrChange` and its kin keep is how they were before. */
export function propertiesIn(view: TrackedView, properties: XmlElement | undefined): XmlElement | undefined {
	if (view === 'after' || properties === undefined) return properties
	const before = childOf(childOf(properties, `${properties.name}Change`), properties.name)
	if (before === undefined) return properties
	const apart = properties.children.filter((child) => typeof child !== 'string' && APART.has(child.name))
	return { ...properties, children: [...before.children, ...apart] }
}

import type { XmlElement } from '../parse-xml.ts'
import { descendantsOf, elementsOf, wordsIn } from '../xml-element.ts'

/** A tracked change: who made it, when (as the file has it, or ''), and its words; '' for a mark, a row's own or a look. */
export type TrackedChange = {
	readonly author: string
	readonly at: string
	readonly kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to' | 'format'
	readonly words: string
}

const KINDS: Readonly<Record<string, TrackedChange['kind']>> = {
	'w:ins': 'inserted',
	'w:cellIns': 'inserted',
	'w:del': 'deleted',
	'w:cellDel': 'deleted',
	'w:moveFrom': 'moved-from',
	'w:moveTo': 'moved-to',
}

/** More are counted by nobody who reads them. */
const MOST = 5_000

/** The tracked changes of a document in its order; neighbours of one author, time and kind are one. */
export function trackedChanges(document: XmlElement): TrackedChange[] {
	const changes: TrackedChange[] = []
	for (const element of descendantsOf(document)) {
		const kind = KINDS[element.name] ?? (/^w:\w+Change$/.test(element.name) ? 'format' : undefined)
		if (kind === undefined) continue
		const author = element.attributes.get('w:author') ?? ''
		const at = element.attributes.get('w:date') ?? ''
		const words = kind === 'format' || elementsOf(element).length === 0 ? '' : wordsIn(element)
		const last = changes.at(-1)
		if (last?.author === author && last.at === at && last.kind === kind)
			changes[changes.length - 1] = { ...last, words: `${last.words}${words}` }
		else if (changes.length < MOST) changes.push({ author, at, kind, words })
	}
	return changes
}

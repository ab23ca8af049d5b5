import type { XmlElement } from '../parse-xml.ts'
import { elementsOf, wordsIn } from '../xml-element.ts'

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

/** The tracked changes of a document in its order; what one author did at one time in one stretch is one. */
export function trackedChanges(document: XmlElement): TrackedChange[] {
	const changes: TrackedChange[] = []
	const take = (change: TrackedChange, isNext: boolean) => {
		const last = changes.at(-1)
		const isOne = last?.author === change.author && last.at === change.at && last.kind === change.kind
		// A mark, or a row of its own, has no words: it goes with what stands before it.
		if (last && isOne && (isNext || change.words === ''))
			changes[changes.length - 1] = { ...last, words: `${last.words}${change.words}` }
		else if (changes.length < MOST) changes.push(change)
	}
	const walk = (parent: XmlElement) => {
		let isNext = false
		for (const element of elementsOf(parent)) {
			const change = changeOf(element)
			if (change) take(change, isNext)
			isNext = change !== null
			walk(element)
		}
	}
	walk(document)
	return changes
}

function changeOf(element: XmlElement): TrackedChange | null {
	const kind = KINDS[element.name] ?? (/^w:\w+Change$/.test(element.name) ? 'format' : undefined)
	if (kind === undefined) return null
	return {
		author: element.attributes.get('w:author') ?? '',
		at: element.attributes.get('w:date') ?? '',
		kind,
		words: kind === 'format' || elementsOf(element).length === 0 ? '' : wordsIn(element),
	}
}

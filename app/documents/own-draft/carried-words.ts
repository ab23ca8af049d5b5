import type { Segment } from '#app/domain/redline/redline.ts'
import type { Item, Stretch } from './stretch.ts'
import { type Writer, asDeleted, runPropertiesOf, wordsXml, wrapped } from './writer.ts'

/** A part of the other draft's words. */
export type Cut = { readonly stretch: Stretch; readonly from: number; readonly to: number }

/** Words of the other draft as runs of this one that came or went, each as it looks there. */
export function carriedWords(writer: Writer, { stretch, from, to }: Cut, segment: Segment): string {
	const runs: string[] = []
	const isDeleted = segment.kind === 'deleted'
	for (const item of stretch.items) {
		if (item.to <= from || item.from >= to) continue
		const part = { from: Math.max(from, item.from), to: Math.min(to, item.to) }
		runs.push(runOf(writer, stretch, item, part, isDeleted))
	}
	return wrapped(writer, segment, runs.join(''))
}

function runOf(
	writer: Writer,
	stretch: Stretch,
	item: Item,
	part: Pick<Item, 'from' | 'to'>,
	isDeleted: boolean,
): string {
	const { unit, child } = item
	if (child === unit) return unit.name === 'w:r' ? '' : writer.carrier.raw(unit)
	const properties = writer.carrier.runProperties(runPropertiesOf(unit))
	return `<w:r>${properties}${contentOf(writer, stretch, item, part, isDeleted)}</w:r>`
}

function contentOf(
	writer: Writer,
	stretch: Stretch,
	item: Item,
	part: Pick<Item, 'from' | 'to'>,
	isDeleted: boolean,
): string {
	const { child } = item
	if (item.skip !== null) return wordsXml(stretch.words.slice(part.from, part.to), isDeleted)
	if (item.kind === 'note') {
		const id = writer.note(item.targets[0] ?? '')
		return `<${child.name} w:id="${id}"/>`
	}
	// What Word makes itself out of a field is brought along as the words that it shows.
	if (child.name === 'w:fldChar' || child.name === 'w:t')
		return wordsXml(stretch.words.slice(part.from, part.to), isDeleted)
	return asDeleted(child, writer.carrier.raw(child))
}

/** A number that no list counts to, written out in front of its paragraph. */
export function writtenNumber(writer: Writer, stretch: Stretch, segment: Segment): string {
	const label = writer.numbers.written(stretch.origin.place)
	if (label === '') return ''
	const first = stretch.items.find((item) => item.unit.name === 'w:r')
	const properties = first === undefined ? '' : writer.carrier.runProperties(runPropertiesOf(first.unit))
	const words = label
		.split('\t')
		.map((part) => wordsXml(part, segment.kind === 'deleted'))
		.join('<w:tab/>')
	return wrapped(writer, { kind: segment.kind }, `<w:r>${properties}${words}</w:r>`)
}

import type { Segment } from '#app/domain/redline/redline.ts'
import { layMarks } from '../marked-draft/paragraph-marks.ts'
import type { Fate, MarkedLine } from '../marked-lines/placed-lines.ts'
import type { Slot } from './align-blocks.ts'

export type ParagraphSlot = Extract<Slot, { kind: 'paragraph' }>

/** A paragraph of the file with what becomes of its mark. */
export type LaidParagraph = {
	readonly slot: ParagraphSlot
	/** Null for one without words, which only holds a mark. */
	readonly words: readonly Segment[] | null
	readonly mark: Fate
	/** Whose properties the mark has with all changes accepted, and with all rejected; null where it is not there then. */
	readonly after: ParagraphSlot | null
	readonly before: ParagraphSlot | null
}

/** Lays paragraphs that follow each other: which marks come and go, and whose properties each mark bears. */
export function layParagraphs(slots: readonly ParagraphSlot[]): LaidParagraph[] {
	const lines = slots.map((slot): MarkedLine => {
		const fate = slot.old === null ? 'inserted' : slot.new === null ? 'deleted' : 'kept'
		return { fate, mark: fate, label: [], body: slot.segments, old: null, new: null }
	})
	const isShared = lines.some((line) => line.fate === 'kept')
	const laid = isShared ? layMarks(lines) : lines.map((line, at) => ({ line, at, mark: line.mark }))
	let [open, openBefore]: [ParagraphSlot | null, ParagraphSlot | null] = [null, null]
	let last = -1
	return laid.flatMap(({ at, mark }) => {
		if (at !== null) last = at
		const slot = slots[last]
		if (slot === undefined) return []
		if (at !== null && slot.new !== null) open = slot
		if (at !== null && slot.old !== null) openBefore = slot
		const paragraph = {
			slot,
			words: at === null ? null : slot.segments,
			mark,
			after: mark === 'deleted' ? null : (open ?? slot),
			before: mark === 'inserted' ? null : (openBefore ?? slot),
		}
		return [paragraph]
	})
}

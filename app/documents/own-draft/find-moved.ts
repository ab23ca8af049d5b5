import type { Segment } from '#app/domain/redline/redline.ts'
import type { Slot } from './align-blocks.ts'

/** Shorter paragraphs are not said to have moved: they stand at many places. */
const SHORTEST = 8
const NUMBER =
	/^[\s　]*(?:(?:第[〇零一二三四五六七八九十百千\d]+[编章节条]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[.．、])[\s　]*)?/

/**
 * Paragraphs that went at one place and came, word for word, at another: their words moved, their numbers changed. Each
 * pair has a name.
 */
export function findMoved(slots: readonly Slot[]): Slot[] {
	const gone = new Map<string, number[]>()
	for (const [at, slot] of slots.entries()) {
		const words = slot.kind === 'paragraph' && slot.new === null ? bodyOf(slot.old?.words ?? '') : ''
		if (words.length >= SHORTEST) gone.set(words, [...(gone.get(words) ?? []), at])
	}
	const names = new Map<number, string>()
	for (const [at, slot] of slots.entries()) {
		if (slot.kind !== 'paragraph' || slot.old !== null) continue
		const from = gone.get(bodyOf(slot.new?.words ?? ''))?.shift()
		if (from === undefined) continue
		const name = `move${names.size / 2 + 1}`
		names.set(from, name)
		names.set(at, name)
	}
	return slots.map((slot, at): Slot => {
		const name = names.get(at)
		if (slot.kind !== 'paragraph' || name === undefined) return slot
		return { ...slot, segments: movedSegments(slot, name) }
	})
}

function bodyOf(words: string): string {
	// What is no word (images, notes) is written anew at its place and does not move.
	return /[\uE000-\uF8FF]/.test(words) ? '' : words.replace(NUMBER, '')
}

function movedSegments(slot: Extract<Slot, { kind: 'paragraph' }>, name: string): Segment[] {
	const [words, kind] =
		slot.new === null
			? ([slot.old?.words ?? '', 'deleted'] as const)
			: ([slot.new.words, 'inserted'] as const)
	const number = NUMBER.exec(words)?.[0] ?? ''
	const body: Segment = { kind, text: words.slice(number.length), moved: { anchor: name, place: '' } }
	return number === '' ? [body] : [{ kind, text: number }, body]
}

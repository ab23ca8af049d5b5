import type { LookAlike } from '#app/domain/precheck/look-alikes.ts'
import { codePointName } from '#app/domain/precheck/invisible-characters.ts'
import type { Segment } from './redline.ts'
import { lawWordAt } from './writing/law-words.ts'

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })
const HAN = /^[\u4e00-\u9fff]{2,4}$/

/**
 * A word of which one character was put in another's stead, so that no word is left: 材料 became 村料. Such a change is
 * a slip or a trick more often than it is meant, whichever two characters they are.
 */
export function findBrokenWords(merged: readonly Segment[]): LookAlike[] {
	const found: LookAlike[] = []
	let at = 0
	for (const [index, { kind, text, quiet, moved }] of merged.entries()) {
		const before = merged[index - 1]
		if (kind === 'inserted' && !quiet && !moved && before?.kind === 'deleted' && HAN.test(text)) {
			const place = onlyDifference(before.text, text)
			if (place >= 0 && isWord(before.text) && !isWord(text))
				found.push(slipAt(at + place, text.charAt(place), before.text.charAt(place)))
		}
		if (kind !== 'deleted') at += text.length
	}
	return found
}

function onlyDifference(before: string, after: string): number {
	if (before.length !== after.length) return -1
	const places = [...after].flatMap((sign, at) => (sign === before[at] ? [] : [at]))
	return places.length === 1 ? (places[0] ?? -1) : -1
}

function isWord(text: string): boolean {
	return lawWordAt(text, 0) === text.length || [...SEGMENTER.segment(text)].length === 1
}

function slipAt(start: number, character: string, instead: string): LookAlike {
	return {
		start,
		end: start + 1,
		codePoints: [codePointName(character)],
		kind: 'confusable',
		looksLike: instead,
		isInvisible: false,
	}
}

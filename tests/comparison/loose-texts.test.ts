import { expect, test } from 'vitest'
import { type LoosePair, openLooseTexts } from '#app/comparison/loose-texts.ts'

const MORNING = new Date('2026-11-23T01:00:00Z')
const later = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000)

function pair(text: string): LoosePair {
	return {
		old: { name: 'a.txt', text, sha256: 'a', file: null, document: null },
		new: { name: 'b.txt', text, sha256: 'b', file: null, document: null },
	}
}

test('texts are found by whoever brought them, and by nobody else', () => {
	const texts = openLooseTexts()
	texts.keep('wang', 'one', pair('甲'), MORNING)
	expect(texts.find('wang', 'one', later(59))).toEqual({ ...pair('甲'), broughtAt: MORNING })
	expect(texts.find('li', 'one', later(1))).toBeNull()
})

test('after an hour they are forgotten', () => {
	const texts = openLooseTexts()
	texts.keep('wang', 'one', pair('甲'), MORNING)
	expect(texts.find('wang', 'one', later(61))).toBeNull()
})

test('a person has three pairs at most: the oldest makes room, and nobody else’s does', () => {
	const texts = openLooseTexts()
	texts.keep('li', 'other', pair('乙'), MORNING)
	for (const [at, id] of ['one', 'two', 'three', 'four'].entries())
		texts.keep('wang', id, pair(id), later(at))
	expect(['one', 'two', 'three', 'four'].map((id) => texts.find('wang', id, later(5))?.old.text)).toEqual([
		undefined,
		'two',
		'three',
		'four',
	])
	expect(texts.find('li', 'other', later(5))).toEqual({ ...pair('乙'), broughtAt: MORNING })
})

test('all pairs together stay within their room', () => {
	const texts = openLooseTexts(10)
	texts.keep('wang', 'one', pair('甲甲甲'), MORNING)
	texts.keep('li', 'two', pair('乙乙乙'), MORNING)
	expect(texts.find('wang', 'one', MORNING)).toBeNull()
	expect(texts.find('li', 'two', MORNING)).toEqual({ ...pair('乙乙乙'), broughtAt: MORNING })
})

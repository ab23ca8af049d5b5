import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markPieces } from '#app/domain/redline-reading/mark-pieces.ts'
import type { ReferenceFinding, Segment } from '#app/domain/redline/redline.ts'

const stale = (start: number, end: number): ReferenceFinding => ({
	status: 'stale',
	paragraph: 0,
	start,
	end,
	cited: '第九条',
	expected: '第十条',
})

test('a reference is found in the new text, wherever changes cut it', () => {
	const merged: Segment[] = [
		{ kind: 'same', text: '依照第' },
		{ kind: 'deleted', text: '八' },
		{ kind: 'inserted', text: '九' },
		{ kind: 'same', text: '条取得证书' },
	]
	const pieces = markPieces(merged, [stale(2, 5)], [])
	expect(pieces.map(({ text, reference, isEnd }) => [text, reference !== null, isEnd])).toEqual([
		['依照', false, false],
		['第', true, false],
		['八', false, false],
		['九', true, false],
		['条', true, true],
		['取得证书', false, false],
	])
})

test('nothing of a row is lost or doubled, whatever was found in it', () => {
	const segment = fc.record({
		kind: fc.constantFrom<Segment['kind']>('same', 'inserted', 'deleted'),
		text: fc.string({ minLength: 1, maxLength: 6 }),
	})
	const span = fc
		.tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }))
		.map(([start, length]) => stale(start, start + length))
	fc.assert(
		fc.property(fc.array(segment), fc.array(span, { maxLength: 3 }), (merged, found) => {
			const pieces = markPieces(merged, found, [])
			const words = (from: readonly Segment[], kind: Segment['kind']) =>
				from.flatMap((each) => (each.kind === kind ? [each.text] : [])).join('')
			return (['same', 'inserted', 'deleted'] as const).every(
				(kind) => words(pieces, kind) === words(merged, kind),
			)
		}),
	)
})

test('the end of a line that was broken within its paragraph is not shown, and one that stands elsewhere is no change', () => {
	const merged: Segment[] = [
		{ kind: 'same', text: '标' },
		{ kind: 'deleted', text: '\n' },
		{ kind: 'same', text: '识应当\n清晰，名称为 Night\nMarket，' },
		{ kind: 'inserted', text: '\n并公示' },
	]
	expect(markPieces(merged, [], []).map(({ kind, text }) => [kind, text])).toEqual([
		['same', '标'],
		['same', '识应当清晰，名称为 Night Market，'],
		['inserted', '并公示'],
	])
})

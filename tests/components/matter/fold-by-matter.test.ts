import { expect, test } from 'vitest'
import { foldByMatter } from '#app/components/matter/fold-by-matter.ts'

function entry(matterId: string, seq: number) {
	return {
		stream: `matter/${matterId}`,
		seq,
		kind: 'matter.edited',
		at: `2026-11-23T01:00:0${seq}.000Z`,
		matterId,
		title: matterId,
	}
}

test('what one did on a matter is one row, by its newest act, and every act is in it', () => {
	const entries = [entry('a', 5), entry('b', 4), entry('a', 3), entry('a', 2), entry('b', 1)]
	const rows = foldByMatter(entries)
	expect(
		rows.map(({ matterId, newest, earlier }) => [matterId, newest.seq, earlier.map(({ seq }) => seq)]),
	).toEqual([
		['a', 5, [3, 2]],
		['b', 4, [1]],
	])
})

test('nothing done is no row', () => {
	expect(foldByMatter([])).toEqual([])
})

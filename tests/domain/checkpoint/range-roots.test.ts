import { expect, test } from 'vitest'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { consistencyRanges, inclusionRanges, rootsOf } from '#app/domain/checkpoint/merkle-tree.ts'
import { openRangeRoots } from '#app/domain/checkpoint/range-roots.ts'

const LEAVES = Array.from({ length: 70 }, (_, at) => sha256Hex(`leaf ${at}`))

test('one reading of the list gives the same proofs as the list at hand, for every leaf and every earlier tree', () => {
	for (const [at] of LEAVES.entries()) {
		const size = at + 1
		const leaves = LEAVES.slice(0, size)
		const asked = leaves.flatMap((_, index) => [
			...inclusionRanges(index, size),
			...consistencyRanges(index, size),
		])
		const making = openRangeRoots(size, asked)
		for (const leaf of leaves) making.append(leaf)
		expect(making.roots()).toEqual(rootsOf(leaves, asked))
	}
})

test('a list that is shorter than it was said to be gives no proofs', () => {
	const making = openRangeRoots(3, inclusionRanges(0, 3))
	making.append(LEAVES[0] ?? '')
	expect(() => making.roots()).toThrow('the list has 1 leaves, not 3')
})

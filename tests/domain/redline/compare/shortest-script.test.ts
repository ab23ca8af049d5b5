import { diffArrays } from 'diff'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Hunk, shortestScript } from '#app/domain/redline/compare/shortest-script.ts'

const parts = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 })

test('the script makes the old parts the new ones, in as few edits as jsdiff finds', () => {
	fc.assert(
		fc.property(parts, parts, (old, fresh) => {
			const hunks = scriptOf(old, fresh, Infinity) ?? []
			expect(applied(hunks, old, fresh)).toEqual(fresh)
			expect(editsOf(hunks)).toBe(editsOfJsdiff(old, fresh))
		}),
		{ numRuns: 2000 },
	)
})

test('a script that takes one edit more than may be made is not found, and one that takes as many is', () => {
	fc.assert(
		fc.property(parts, parts, (old, fresh) => {
			const edits = editsOfJsdiff(old, fresh)
			expect(scriptOf(old, fresh, edits)).not.toBeNull()
			if (edits > 0) expect(scriptOf(old, fresh, edits - 1)).toBeNull()
		}),
		{ numRuns: 1000 },
	)
})

test('what stands outside the stretches is not looked at', () => {
	const old = { ids: [9, 1, 2, 3, 9], from: 1, to: 4 }
	const fresh = { ids: [8, 8, 1, 3, 8], from: 2, to: 4 }
	expect(shortestScript(old, fresh, 10)).toEqual([{ oldStart: 2, oldEnd: 3, newStart: 3, newEnd: 3 }])
})

function scriptOf(old: readonly number[], fresh: readonly number[], most: number): Hunk[] | null {
	return shortestScript(
		{ ids: old, from: 0, to: old.length },
		{ ids: fresh, from: 0, to: fresh.length },
		most,
	)
}

function applied(hunks: readonly Hunk[], old: readonly number[], fresh: readonly number[]): number[] {
	const made: number[] = []
	let at = 0
	for (const hunk of hunks) {
		made.push(...old.slice(at, hunk.oldStart), ...fresh.slice(hunk.newStart, hunk.newEnd))
		at = hunk.oldEnd
	}
	return [...made, ...old.slice(at)]
}

function editsOf(hunks: readonly Hunk[]): number {
	return hunks.reduce((sum, each) => sum + each.oldEnd - each.oldStart + each.newEnd - each.newStart, 0)
}

function editsOfJsdiff(old: readonly number[], fresh: readonly number[]): number {
	return diffArrays([...old], [...fresh])
		.filter(({ added, removed }) => added || removed)
		.reduce((sum, { count }) => sum + count, 0)
}

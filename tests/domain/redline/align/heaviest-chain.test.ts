import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Link, heaviestChain } from '#app/domain/redline/align/heaviest-chain.ts'

const link = fc.record({ old: fc.nat(7), new: fc.nat(7), weight: fc.integer({ min: -1, max: 5 }) })
const weightOf = (chain: readonly Link[]) => chain.reduce((sum, each) => sum + each.weight, 0)
const rises = (chain: readonly Link[]) =>
	chain.every(
		(each, at) => at === 0 || (each.old > (chain[at - 1]?.old ?? 0) && each.new > (chain[at - 1]?.new ?? 0)),
	)

/** The greatest weight of any rising chain, by trying all. */
function heaviest(links: readonly Link[], after: Link | null = null): number {
	const next = links.filter((each) => !after || (each.old > after.old && each.new > after.new))
	return Math.max(0, ...next.map((each) => each.weight + heaviest(links, each)))
}

test('the chain rises on both sides and no other weighs more', () => {
	fc.assert(
		fc.property(fc.array(link, { maxLength: 9 }), (links) => {
			const chain = heaviestChain(links)
			return rises(chain) && weightOf(chain) === heaviest(links)
		}),
		{ numRuns: 500 },
	)
})

test('of two that changed places the first one is off the chain', () => {
	expect(
		heaviestChain([
			{ old: 0, new: 1, weight: 1 },
			{ old: 1, new: 0, weight: 1 },
		]),
	).toEqual([{ old: 1, new: 0, weight: 1 }])
})

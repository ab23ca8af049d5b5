import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GENESIS, sealEntry } from '#app/domain/audit-chain/entry.ts'
import { leafHash } from '#app/domain/audit-chain/sha256.ts'
import type { StoredEntry } from '#app/domain/audit-chain/verify-chain.ts'
import { verifyChain } from '#app/domain/audit-chain/verify-chain.ts'

/** A chain of so many entries. */
function chainOf(length: number, stream = 'matter/1'): StoredEntry[] {
	const entries: StoredEntry[] = []
	for (let seq = 1; seq <= length; seq += 1) {
		const prev = entries.at(-1)?.hash ?? GENESIS
		const sealed = sealEntry({
			log: 'j1',
			stream,
			seq,
			prev,
			at: `2026-11-23T01:00:${String(seq % 60).padStart(2, '0')}.000Z`,
			cmd: `key-${seq}`,
			actor: { id: 'p1', name: '周明远', role: 'reviewer', organ: 'o1', unit: null },
			act: 'opinion.saved',
			outcome: 'done',
			detail: { items: seq },
			pre: 'reviewing',
			post: 'reviewing',
			blob: [],
		})
		entries.push({ stream, seq, prev, ...sealed })
	}
	return entries
}

test('a chain that nobody touched holds, and its head is its last entry', () => {
	const chain = chainOf(12)
	expect(verifyChain(chain)).toEqual({ ok: true, value: { count: 12, hash: chain.at(-1)?.hash } })
})

test('an empty stream holds', () => {
	expect(verifyChain([])).toEqual({ ok: true, value: { count: 0, hash: GENESIS } })
})

test('change one character anywhere in any entry, and the verification names that entry', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), fc.constantFrom('leaf', 'hash', 'prev'), (length, at, field) => {
			const chain = chainOf(length)
			const index = at % length
			const entry = chain[index] as StoredEntry
			const text = entry[field as 'leaf' | 'hash' | 'prev']
			const place = at % text.length
			const other = text[place] === 'a' ? 'b' : 'a'
			chain[index] = { ...entry, [field]: text.slice(0, place) + other + text.slice(place + 1) }
			const answer = verifyChain(chain)
			return !answer.ok && answer.reason.seq === entry.seq
		}),
	)
})

test.each([
	['an entry is missing in the middle', (chain: StoredEntry[]) => chain.toSpliced(2, 1), 4, 'sequence'],
	['two entries are swapped', (chain: StoredEntry[]) => [chain[1], chain[0], ...chain.slice(2)] as StoredEntry[], 2, 'sequence'],
	['an entry says another stream than it stands in', (chain: StoredEntry[]) => chain.map((entry) => ({ ...entry, stream: 'matter/2' })), 1, 'columns'],
	[
		'an entry was written anew with its own hash',
		(chain: StoredEntry[]) => {
			const [first] = chain
			const leaf = (first?.leaf ?? '').replace('周明远', '冯思齐')
			return [{ ...(first as StoredEntry), leaf, hash: leafHash(leaf) }, ...chain.slice(1)]
		},
		2,
		'prev',
	],
	[
		'an entry has the right hash over a text that is not canonical',
		(chain: StoredEntry[]) => {
			const [first] = chain
			const leaf = `${first?.leaf} `
			return [{ ...(first as StoredEntry), leaf, hash: leafHash(leaf) }]
		},
		1,
		'not-canonical',
	],
] as const)('%s: the verification names the first entry that does not hold', (_what, bend, seq, problem) => {
	expect(verifyChain(bend(chainOf(5)))).toEqual({ ok: false, reason: { seq, problem } })
})

test('the leaf hash is the one of RFC 6962: a known answer', () => {
	expect(leafHash('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
})

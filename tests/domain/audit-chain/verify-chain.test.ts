import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AuditEntryBody, GENESIS, matterOfStream, sealEntry } from '#app/domain/audit-chain/entry.ts'
import { leafHash, sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { type StoredEntry, verifyChain } from '#app/domain/audit-chain/verify-chain.ts'

/** The body of the entry with this number, linked to `prev`. */
function bodyOf(seq: number, prev: string): AuditEntryBody {
	return {
		log: 'j1',
		stream: 'matter/1',
		seq,
		prev,
		at: `2026-11-23T01:00:${String(seq % 60).padStart(2, '0')}.000Z`,
		cmd: `key-${seq}`,
		actor: seq % 3 === 0 ? null : { id: 'p1', name: '周明远', role: 'reviewer', organ: 'o1', unit: null },
		act: 'opinion.saved',
		outcome: 'done',
		detail: { items: seq },
		pre: 'reviewing',
		post: 'reviewing',
		blob: ['c'.repeat(64)],
	}
}

/** A body sealed and stored, columns and all. */
function stored(body: AuditEntryBody): StoredEntry {
	const { log, stream, seq, prev, at, act, outcome, actor } = body
	const columns = {
		jurisdictionId: log,
		stream,
		seq,
		prev,
		at,
		kind: act,
		outcome,
		actorId: actor?.id ?? null,
		matterId: '1',
	}
	return { ...columns, ...sealEntry(body) }
}

/** A chain of so many entries. */
function chainOf(length: number): StoredEntry[] {
	const entries: StoredEntry[] = []
	for (let seq = 1; seq <= length; seq += 1)
		entries.push(stored(bodyOf(seq, entries.at(-1)?.hash ?? GENESIS)))
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
		fc.property(
			fc.integer({ min: 1, max: 8 }),
			fc.nat(),
			fc.constantFrom('leaf', 'hash', 'prev'),
			(length, at, field) => {
				const chain = chainOf(length)
				const index = at % length
				const entry = chain[index] as StoredEntry
				const text = entry[field as 'leaf' | 'hash' | 'prev']
				const place = at % text.length
				const other = text[place] === 'a' ? 'b' : 'a'
				chain[index] = { ...entry, [field]: text.slice(0, place) + other + text.slice(place + 1) }
				const answer = verifyChain(chain)
				return !answer.ok && answer.reason.seq === entry.seq
			},
		),
	)
})

test('change one column of any entry beside its untouched text, and the verification names that entry', () => {
	const others: readonly Partial<StoredEntry>[] = [
		{ jurisdictionId: 'j2' },
		{ stream: 'matter/2' },
		{ prev: 'f'.repeat(64) },
		{ hash: 'f'.repeat(64) },
		{ at: '2026-11-23T01:00:59.999Z' },
		{ kind: 'clearance.issued' },
		{ outcome: 'refused' },
		{ actorId: 'p2' },
		{ matterId: '2' },
		{ matterId: null },
	]
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), fc.constantFrom(...others), (length, at, other) => {
			const chain = chainOf(length)
			const index = at % length
			chain[index] = { ...(chain[index] as StoredEntry), ...other }
			const answer = verifyChain(chain)
			return !answer.ok && answer.reason.seq === index + 1
		}),
	)
})

test('change one field of any entry and seal it anew, and the next entry gives it away', () => {
	const others: readonly Partial<AuditEntryBody>[] = [
		{ at: '2026-11-20T01:00:00.000Z' },
		{ cmd: 'key-0' },
		{ actor: { id: 'p2', name: '冯思齐', role: 'checker', organ: 'o1', unit: null } },
		{ act: 'opinion.signed' },
		{ outcome: 'refused' },
		{ detail: {} },
		{ pre: null },
		{ post: 'cleared' },
		{ blob: [] },
	]
	fc.assert(
		fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), fc.constantFrom(...others), (length, at, other) => {
			const chain = chainOf(length)
			const index = at % (length - 1)
			const { seq, prev } = chain[index] as StoredEntry
			chain[index] = stored({ ...bodyOf(seq, prev), ...other })
			expect(verifyChain(chain)).toEqual({ ok: false, reason: { seq: index + 2, problem: 'prev' } })
		}),
	)
})

test.each([
	['an entry is missing in the middle', (chain: StoredEntry[]) => chain.toSpliced(2, 1), 4, 'sequence'],
	[
		'two entries are swapped',
		(chain: StoredEntry[]) => [chain[1], chain[0], ...chain.slice(2)] as StoredEntry[],
		2,
		'sequence',
	],
	[
		'an entry says another stream than it stands in',
		(chain: StoredEntry[]) => chain.map((entry) => ({ ...entry, stream: 'matter/2' })),
		1,
		'columns',
	],
	[
		'an entry of another stream is linked in',
		(chain: StoredEntry[]) => [...chain, stored({ ...bodyOf(6, chain[4]?.hash ?? ''), stream: 'matter/2' })],
		6,
		'stream',
	],
	[
		'an entry of another jurisdiction is linked in',
		(chain: StoredEntry[]) => [...chain, stored({ ...bodyOf(6, chain[4]?.hash ?? ''), log: 'j2' })],
		6,
		'stream',
	],
	[
		'a text says another number than its column',
		(chain: StoredEntry[]) => [...chain, { ...stored(bodyOf(9, chain[4]?.hash ?? '')), seq: 6 }],
		6,
		'columns',
	],
	[
		'a text names another predecessor than its column',
		(chain: StoredEntry[]) => [...chain, { ...stored(bodyOf(6, GENESIS)), prev: chain[4]?.hash ?? '' }],
		6,
		'prev',
	],
	['the first entry is missing', (chain: StoredEntry[]) => chain.slice(1), 2, 'sequence'],
	[
		'an entry stands there twice',
		(chain: StoredEntry[]) => chain.toSpliced(3, 0, chain[2] as StoredEntry),
		3,
		'sequence',
	],
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

test('an entry of one person’s stream is not read as one of another’s', () => {
	const entry = stored({ ...bodyOf(1, GENESIS), stream: 'user/p1' })
	expect(verifyChain([{ ...entry, matterId: null }]).ok).toBe(true)
	expect(verifyChain([{ ...entry, matterId: null, stream: 'user/p2' }])).toEqual({
		ok: false,
		reason: { seq: 1, problem: 'columns' },
	})
})

test('only the stream of a matter is the trail of a matter', () => {
	expect(matterOfStream('matter/1')).toBe('1')
	expect(matterOfStream('user/1')).toBeNull()
	expect(matterOfStream('meeting/1')).toBeNull()
})

test('the hash of a text and of its bytes is SHA-256 in lower case: a known answer', () => {
	const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
	expect(sha256Hex('abc')).toBe(known)
	expect(sha256Hex(new TextEncoder().encode('abc'))).toBe(known)
})

test('the leaf hash is the one of RFC 6962: a known answer', () => {
	expect(leafHash('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
})

test('a sealed entry has the text and the hash that another program gave it: a known answer', () => {
	const sealed = sealEntry({ ...bodyOf(1, GENESIS), at: '2026-11-23T01:00:00.000Z', cmd: null })
	expect(sealed.leaf).toBe(
		`{"act":"opinion.saved","actor":{"id":"p1","name":"周明远","organ":"o1","role":"reviewer","unit":null},"alg":"sha256","at":"2026-11-23T01:00:00.000Z","blob":["${'c'.repeat(64)}"],"cmd":null,"detail":{"items":1},"log":"j1","outcome":"done","post":"reviewing","pre":"reviewing","prev":"${GENESIS}","seq":1,"stream":"matter/1","v":"yiqian-audit/1"}`,
	)
	expect(sealed.hash).toBe('8d79c6b954a4e9242c585bebb001340c9b5e0843faa3a3a7872e34bce59c7523')
})

test('the body of an entry cannot say another version or algorithm than the one that seals it', () => {
	const body = { ...bodyOf(1, GENESIS), v: 'yiqian-audit/2', alg: 'md5' }
	expect(sealEntry(body)).toEqual(sealEntry(bodyOf(1, GENESIS)))
})

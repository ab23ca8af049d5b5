import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
	EMPTY_ROOT,
	consistencyRanges,
	inclusionRanges,
	nodeHash,
	openTree,
	rootOf,
	rootsOf,
	verifyConsistency,
	verifyInclusion,
} from '#app/domain/checkpoint/merkle-tree.ts'
import { leafHash } from '#app/domain/audit-chain/sha256.ts'

/** The published test vectors of transparency-dev/merkle, hashes in hex; those that have to be refused are the most. */
type Vectors = {
	readonly inclusion: readonly {
		readonly case: string
		readonly index: number
		readonly size: number
		readonly root: string
		readonly leaf: string
		readonly proof: readonly string[]
		readonly holds: boolean
	}[]
	readonly consistency: readonly {
		readonly case: string
		readonly size1: number
		readonly size2: number
		readonly root1: string
		readonly root2: string
		readonly proof: readonly string[]
		readonly holds: boolean
	}[]
}

const vectors: Vectors = JSON.parse(readFileSync('tests/fixtures/merkle-vectors.json', 'utf8'))

test('the vectors are all there', () => {
	expect(vectors.inclusion).toHaveLength(98)
	expect(vectors.consistency).toHaveLength(98)
	expect([...vectors.inclusion, ...vectors.consistency].filter(({ holds }) => !holds)).toHaveLength(184)
})

test.each(vectors.inclusion)(
	'inclusion $case: holds is $holds',
	({ index, size, root, leaf, proof, holds }) => {
		expect(verifyInclusion(leaf, { index, size, root }, proof)).toBe(holds)
	},
)

test.each(vectors.consistency)(
	'consistency $case: holds is $holds',
	({ size1, size2, root1, root2, proof, holds }) => {
		expect(verifyConsistency({ size: size1, root: root1 }, { size: size2, root: root2 }, proof)).toBe(holds)
	},
)

/** The eight leaves of the reference implementation of Certificate Transparency, and the roots of the first one to eight. */
const LEAVES = [
	'',
	'00',
	'10',
	'2021',
	'3031',
	'40414243',
	'5051525354555657',
	'606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(Buffer.from(hex, 'hex').toString('latin1')))
const ROOTS = [
	'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
	'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
	'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
	'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
	'4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
	'76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
	'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
	'5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the tree of nothing, and of the first one to eight reference leaves, has the published root', () => {
	expect(EMPTY_ROOT).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
	expect(rootOf([])).toBe(EMPTY_ROOT)
	expect(ROOTS.map((_, at) => rootOf(LEAVES.slice(0, at + 1)))).toEqual(ROOTS)
})

test('a tree of three is the first two beside the third', () => {
	const [a = '', b = '', c = ''] = LEAVES
	expect(rootOf([a, b, c])).toBe(nodeHash(nodeHash(a, b), c))
})

const MANY = Array.from({ length: 70 }, (_, at) => leafHash(`leaf ${at}`))
const rootAt = (size: number) => rootOf(MANY.slice(0, size))

test('every leaf of every tree up to seventy is proven, and under no other place, size or leaf', () => {
	let wrong = 0
	for (let size = 1; size <= MANY.length; size += 1)
		for (let index = 0; index < size; index += 1) {
			const proof = rootsOf(MANY, inclusionRanges(index, size))
			const leaf = MANY[index] ?? ''
			const place = { index, size, root: rootAt(size) }
			if (!verifyInclusion(leaf, place, proof)) wrong += 1
			if (size === 1) continue
			if (verifyInclusion(leaf, { ...place, index: (index + 1) % size }, proof)) wrong += 1
			if (verifyInclusion(MANY[(index + 1) % size] ?? '', place, proof)) wrong += 1
			if (verifyInclusion(leaf, place, proof.slice(1))) wrong += 1
			if (verifyInclusion(leaf, place, [...proof, leaf])) wrong += 1
		}
	expect(wrong).toBe(0)
})

test('every tree up to seventy is proven to begin with every smaller one, and with no other', () => {
	let wrong = 0
	for (let size = 1; size <= MANY.length; size += 1)
		for (let from = 1; from <= size; from += 1) {
			const proof = rootsOf(MANY, consistencyRanges(from, size))
			const earlier = { size: from, root: rootAt(from) }
			const later = { size, root: rootAt(size) }
			if (!verifyConsistency(earlier, later, proof)) wrong += 1
			const other = { size: from, root: rootOf([...MANY.slice(0, from - 1), leafHash('another')]) }
			if (verifyConsistency(other, later, proof)) wrong += 1
		}
	expect(wrong).toBe(0)
})

test('a tree that grows has at each size the root of the whole list', () => {
	const tree = openTree()
	const roots = MANY.map((leaf) => {
		tree.append(leaf)
		return tree.root()
	})
	expect(roots).toEqual(MANY.map((_, at) => rootAt(at + 1)))
	expect(tree.size()).toBe(70)
})

test('what is no place in a tree is a bug of whoever asks', () => {
	expect(() => inclusionRanges(3, 3)).toThrow(RangeError)
	expect(() => inclusionRanges(-1, 3)).toThrow(RangeError)
	expect(() => consistencyRanges(4, 3)).toThrow(RangeError)
	expect(consistencyRanges(0, 3)).toEqual([])
	expect(consistencyRanges(3, 3)).toEqual([])
})

import { expect, test } from 'vitest'
import { openResultCache } from '#app/comparison/result-cache.ts'

test('results are kept as long as their sizes fit, and the one asked for least lately goes first', () => {
	const cache = openResultCache<string>(10)
	cache.keep('a', 'A', 4)
	cache.keep('b', 'B', 4)
	expect(cache.find('a')).toBe('A')
	cache.keep('c', 'C', 4)
	expect([cache.find('a'), cache.find('b'), cache.find('c')]).toEqual(['A', undefined, 'C'])
})

test('a result larger than the whole cache is not kept and drives nothing out', () => {
	const cache = openResultCache<string>(10)
	cache.keep('a', 'A', 4)
	cache.keep('whale', 'W', 11)
	expect([cache.find('a'), cache.find('whale')]).toEqual(['A', undefined])
})

test('a result kept anew counts once', () => {
	const cache = openResultCache<string>(10)
	for (let times = 0; times < 5; times += 1) cache.keep('a', `A${times}`, 4)
	cache.keep('b', 'B', 6)
	expect([cache.find('a'), cache.find('b')]).toEqual(['A4', 'B'])
})

/** Six simple ways to align the articles of two texts, for comparison with ours in the same run. */
import { diffArrays } from 'diff'
import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { articlesOf, bodyOf, type Mapping } from './true-pairs.ts'

type Side = { readonly clauses: readonly Clause[]; readonly bodies: readonly string[] }
type Matches = Map<number, number>
type Alike = (a: number, b: number) => number
type Method = { readonly name: string; readonly align: (oldText: string, newText: string) => Mapping[] }

export const SIMPLE_METHODS: readonly Method[] = [
	{ name: 'same number', align: (before, after) => linked(before, after, sameNumber) },
	{
		name: 'diffArrays on whole articles, replaced blocks paired in order',
		align: (before, after) => linked(before, after, pairedInOrder),
	},
	{ name: 'greedy bigram Dice ≥ 0.3', align: (before, after) => linked(before, after, greedy) },
	{
		name: 'order-preserving DP on Dice − 0.3',
		align: (before, after) => linked(before, after, (old, fresh) => inOrder(old, fresh, 0.3)),
	},
	{
		name: 'the same + moves ≥ 0.55 + containment',
		align: (before, after) => withLeftovers(before, after, { order: 0.3, moves: 0.55, paragraphs: false }),
	},
	{
		name: 'the same, DP at 0.2, moves at 0.45, + paragraph pass',
		align: (before, after) => withLeftovers(before, after, { order: 0.2, moves: 0.45, paragraphs: true }),
	},
]

function sideOf(text: string): Side {
	const clauses = articlesOf(text)
	return { clauses, bodies: clauses.map(bodyOf) }
}

function linked(before: string, after: string, method: (old: Side, fresh: Side) => Matches): Mapping[] {
	const [old, fresh] = [sideOf(before), sideOf(after)]
	return [...method(old, fresh)].map(([a, b]) => toMapping(old, fresh, a, b))
}

function toMapping(old: Side, fresh: Side, a: number, b: number): Mapping {
	return { old: [old.clauses[a]?.key ?? ''], new: [fresh.clauses[b]?.key ?? ''] }
}

function sameNumber(old: Side, fresh: Side): Matches {
	const places = new Map(fresh.clauses.map((clause, index) => [clause.key, index]))
	return new Map(
		old.clauses.flatMap((clause, index) => {
			const place = places.get(clause.key)
			return place === undefined ? [] : [[index, place] as const]
		}),
	)
}

function pairedInOrder(old: Side, fresh: Side): Matches {
	const matches: Matches = new Map()
	let [a, b, removed] = [0, 0, 0]
	for (const change of diffArrays([...old.bodies], [...fresh.bodies])) {
		if (change.removed) removed = change.value.length
		else if (change.added) {
			for (let at = 0; at < Math.min(removed, change.value.length); at += 1)
				matches.set(a - removed + at, b + at)
			removed = 0
		} else {
			for (let at = 0; at < change.value.length; at += 1) matches.set(a + at, b + at)
			removed = 0
		}
		if (!change.added) a += change.value.length
		if (!change.removed) b += change.value.length
	}
	return matches
}

function greedy(old: Side, fresh: Side): Matches {
	const matches: Matches = new Map()
	addAlike(matches, old, fresh, diceOf(old.bodies, fresh.bodies), 0.3)
	return matches
}

/** Takes the most alike pairs of what is left, down to `least`. */
function addAlike(matches: Matches, old: Side, fresh: Side, alike: Alike, least: number): void {
	const taken = new Set(matches.values())
	const pairs = old.bodies.flatMap((_, a) =>
		matches.has(a)
			? []
			: fresh.bodies.flatMap((__, b) => (taken.has(b) ? [] : [{ a, b, like: alike(a, b) }])),
	)
	for (const { a, b, like } of pairs.sort((x, y) => y.like - x.like))
		if (like >= least && !matches.has(a) && !taken.has(b)) {
			matches.set(a, b)
			taken.add(b)
		}
}

/** Needleman and Wunsch: the matches in order that are worth the most. */
function inOrder(old: Side, fresh: Side, least: number, alike = diceOf(old.bodies, fresh.bodies)): Matches {
	const [rows, columns] = [old.bodies.length, fresh.bodies.length]
	const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
	const at = (a: number, b: number) => best[a]?.[b] ?? 0
	for (let a = rows - 1; a >= 0; a -= 1)
		for (let b = columns - 1; b >= 0; b -= 1) {
			const row = best[a]
			if (row) row[b] = Math.max(at(a + 1, b), at(a, b + 1), at(a + 1, b + 1) + (alike(a, b) - least))
		}
	const matches: Matches = new Map()
	for (let a = 0, b = 0; a < rows && b < columns;) {
		const gain = alike(a, b) - least
		if (gain > 0 && at(a, b) === at(a + 1, b + 1) + gain) {
			matches.set(a, b)
			a += 1
			b += 1
		} else if (at(a, b) === at(a + 1, b)) a += 1
		else b += 1
	}
	return matches
}

type Limits = { readonly order: number; readonly moves: number; readonly paragraphs: boolean }

function withLeftovers(before: string, after: string, limits: Limits): Mapping[] {
	const [old, fresh] = [sideOf(before), sideOf(after)]
	const alike = diceOf(old.bodies, fresh.bodies)
	const matches = inOrder(old, fresh, limits.order, alike)
	addAlike(matches, old, fresh, alike, limits.moves)
	const mappings = [...matches].map(([a, b]) => toMapping(old, fresh, a, b))
	const taken = new Set(matches.values())
	const host = limits.paragraphs ? hostByParagraphs : hostByContainment
	for (const [a, body] of old.bodies.entries()) {
		const b = matches.has(a) ? null : host(body, fresh.bodies)
		if (b !== null) mappings.push(toMapping(old, fresh, a, b))
	}
	for (const [b, body] of fresh.bodies.entries()) {
		const a = taken.has(b) ? null : host(body, old.bodies)
		if (a !== null) mappings.push(toMapping(old, fresh, a, b))
	}
	return mappings
}

/** The text that holds most of this one, at least 0.8 of its bigrams. */
function hostByContainment(part: string, others: readonly string[]): number | null {
	const bigrams = bigramsOf(part)
	const shares = others.map((other) => shared(bigrams, bigramsOf(other)) / Math.max(1, sizeOf(bigrams)))
	const most = Math.max(0, ...shares)
	return most >= 0.8 && sizeOf(bigrams) >= 12 ? shares.indexOf(most) : null
}

/** The text in which paragraphs alike (Dice ≥ 0.55) make up at least 0.4 of this one; else the one that holds it. */
function hostByParagraphs(part: string, others: readonly string[]): number | null {
	const paragraphs = part.split('\n').map(bigramsOf)
	const whole = paragraphs.reduce((sum, paragraph) => sum + sizeOf(paragraph), 0)
	const shares = others.map((other) => {
		const theirs = other.split('\n').map(bigramsOf)
		const found = paragraphs.filter((paragraph) => theirs.some((each) => dice(paragraph, each) >= 0.55))
		return found.reduce((sum, paragraph) => sum + sizeOf(paragraph), 0) / Math.max(1, whole)
	})
	const most = Math.max(0, ...shares)
	return most >= 0.4 && whole >= 10 ? shares.indexOf(most) : hostByContainment(part, others)
}

function diceOf(before: readonly string[], after: readonly string[]): Alike {
	const [old, fresh] = [before.map(bigramsOf), after.map(bigramsOf)]
	const rows = old.map((a) => Float64Array.from(fresh, (b) => dice(a, b)))
	return (a, b) => rows[a]?.[b] ?? 0
}

function bigramsOf(text: string): Map<string, number> {
	const counts = new Map<string, number>()
	for (let at = 0; at + 1 < text.length; at += 1) {
		const bigram = text.slice(at, at + 2)
		counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
	}
	return counts
}

function sizeOf(bigrams: ReadonlyMap<string, number>): number {
	return [...bigrams.values()].reduce((sum, count) => sum + count, 0)
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
	let sum = 0
	for (const [bigram, count] of a) sum += Math.min(count, b.get(bigram) ?? 0)
	return sum
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
	return (2 * shared(a, b)) / Math.max(1, sizeOf(a) + sizeOf(b))
}

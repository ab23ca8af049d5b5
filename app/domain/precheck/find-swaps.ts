import { hasTwin, seenAs } from './character-classes.ts'

/** A character of a text that stands where its other version has one that looks like it. */
export type Swap = { readonly start: number; readonly character: string; readonly instead: string }

/** One character that is seen, with what the eye takes it for. */
type Seen = { readonly start: number; readonly character: string; readonly as: string }

/** Surroundings by which a character is found again in a text that changed elsewhere: offsets of its neighbours. */
const SURROUNDINGS = [
	[-1, 1],
	[-3, -2, -1],
	[1, 2, 3],
] as const

/**
 * The characters of a text that look like the ones before and are not them. What is alike from both ends is compared
 * place by place; between, a character is recognised by its neighbours.
 */
export function findSwaps(text: string, before: string): Swap[] {
	if (!mayBeSwapped(text, before)) return []
	const here = read(text)
	const there = read(before)
	const most = Math.min(here.length, there.length)
	const swaps: Swap[] = []
	const compare = (one: Seen | undefined, other: Seen | undefined) => {
		if (one && other && one.character !== other.character)
			swaps.push({ start: one.start, character: one.character, instead: other.character })
	}
	let head = 0
	while (head < most && here[head]?.as === there[head]?.as) {
		compare(here[head], there[head])
		head += 1
	}
	let tail = 0
	while (tail < most - head && here.at(-1 - tail)?.as === there.at(-1 - tail)?.as) {
		compare(here.at(-1 - tail), there.at(-1 - tail))
		tail += 1
	}
	return [...swaps, ...swapsBetween(here, there, head, tail)]
}

/**
 * Whether any character became more while one that looks like it became fewer; without that nothing was put in
 * another's place. Most changes are told apart here, without a closer look.
 */
function mayBeSwapped(text: string, before: string): boolean {
	const more = new Map<string, number>()
	const { head, tail } = commonEnds(text, before)
	countTwins(more, text.slice(head, text.length - tail), 1)
	countTwins(more, before.slice(head, before.length - tail), -1)
	if (more.size < 2) return false
	const grown = new Set<string>()
	const shrunk = new Set<string>()
	for (const [character, change] of more) {
		if (change > 0) grown.add(seenAs(character))
		if (change < 0) shrunk.add(seenAs(character))
	}
	return [...grown].some((as) => shrunk.has(as))
}

/** Counts the characters of a text that have one that looks like them. */
function countTwins(counts: Map<string, number>, text: string, by: number): void {
	for (const character of text)
		if (hasTwin(character)) counts.set(character, (counts.get(character) ?? 0) + by)
}

/** How many code units two texts have in common at the beginning and at the end, no character of two units cut. */
function commonEnds(text: string, before: string): { head: number; tail: number } {
	const most = Math.min(text.length, before.length)
	let head = 0
	while (head < most && text.charCodeAt(head) === before.charCodeAt(head)) head += 1
	let tail = 0
	while (
		tail < most - head &&
		text.charCodeAt(text.length - 1 - tail) === before.charCodeAt(before.length - 1 - tail)
	)
		tail += 1
	return {
		head: isSurrogate(text.charCodeAt(head - 1)) ? head - 1 : head,
		tail: isSurrogate(text.charCodeAt(text.length - tail)) ? tail - 1 : tail,
	}
}

function isSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit < 0xe000
}

function read(text: string): Seen[] {
	const seen: Seen[] = []
	let start = 0
	for (const character of text) {
		const as = seenAs(character)
		if (as !== '') seen.push({ start, character, as })
		start += character.length
	}
	return seen
}

/** Where a character and its neighbours look the same as before, and more of it are this one and fewer that one. */
function swapsBetween(here: readonly Seen[], there: readonly Seen[], head: number, tail: number): Swap[] {
	const [now, then] = [count(here, head, tail), count(there, head, tail)]
	return here.slice(head, here.length - tail).flatMap(({ start, character }, index): Swap[] => {
		for (const key of keysAt(here, head + index)) {
			const [mine, theirs] = [now.get(key), then.get(key)]
			if (!mine || !theirs || (mine.get(character) ?? 0) <= (theirs.get(character) ?? 0)) continue
			for (const [other, times] of theirs)
				if (other !== character && times > (mine.get(other) ?? 0))
					return [{ start, character, instead: other }]
		}
		return []
	})
}

type Counts = Map<string, Map<string, number>>

function count(seen: readonly Seen[], head: number, tail: number): Counts {
	const counts: Counts = new Map()
	for (let at = head; at < seen.length - tail; at += 1)
		for (const key of keysAt(seen, at)) {
			const characters = counts.get(key) ?? new Map<string, number>()
			const character = seen[at]?.character ?? ''
			characters.set(character, (characters.get(character) ?? 0) + 1)
			counts.set(key, characters)
		}
	return counts
}

function keysAt(seen: readonly Seen[], at: number): string[] {
	const as = (offset: number) => seen[at + offset]?.as ?? '\n'
	return SURROUNDINGS.map((offsets, which) => `${which}${as(0)}${offsets.map(as).join('')}`)
}

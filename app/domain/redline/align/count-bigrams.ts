/** The different bigrams of a text by rising number, and how often each stands in it. */
export type BigramCounts = { readonly ids: Int32Array; readonly times: Int32Array }

/**
 * A text to recognise, without its blanks. One that is settled has found its twin: it stands for both where common bigrams are counted
 * (`holders`), the twin for none, and neither is looked for any more.
 */
export type Recognisable = { readonly text: string; readonly holders: 0 | 1 | 2; readonly isSettled: boolean }

/** References and amounts are masked: two penalty articles are not alike because both cite 第十条 and ask for 五百元. */
const REFERENCE =
	/第(?:[零〇一二两三四五六七]|[八九十百千0-9０-９]){1,12}[编章节条款项目](?:之[一二三四五六七八九十]{1,3})?/g
const AMOUNT = /(?:[零〇一二两三四五六七八]|[九十百千万亿0-9０-９.]){1,16}(?=[元年月日天倍人户％%]|个)/g

const NOTHING: BigramCounts = { ids: new Int32Array(), times: new Int32Array() }

/**
 * Counts the bigrams of each text that is not settled. These bigrams are numbered from 0 as they come; `spread` is how
 * many of all texts hold each.
 */
export function countBigrams(texts: readonly Recognisable[]): {
	counts: BigramCounts[]
	spread: Int32Array
} {
	let [characters, longest] = [0, 0]
	for (const { text, isSettled } of texts)
		if (isSettled) longest = Math.max(longest, text.length)
		else characters += text.length
	const table = openTable(characters)
	const ids = new Int32Array(characters)
	const times = new Int32Array(characters)
	let used = 0
	const counts = texts.map(({ text, holders, isSettled }, holder): BigramCounts => {
		if (isSettled || holders === 0) return NOTHING
		const from = used
		used = writeBigrams(mask(text), ids, from)
		table.number(ids, from, used, holder, holders)
		used = from + collect(ids.subarray(from, used), times.subarray(from, used))
		return { ids: ids.subarray(from, used), times: times.subarray(from, used) }
	})
	// Most of a text is settled. Of it only those bigrams count that are looked for.
	const bigrams = new Int32Array(used === 0 ? 0 : longest)
	for (const [holder, { text, holders, isSettled }] of texts.entries())
		if (used > 0 && isSettled && holders > 0)
			table.count(bigrams, writeBigrams(mask(text), bigrams, 0), holder, holders)
	return { counts, spread: table.spread() }
}

function mask(text: string): string {
	return text.replace(REFERENCE, '§').replace(AMOUNT, '#')
}

/** Writes all bigrams of a text in order, from a place on, and tells where they end; a text of one character has that character. */
function writeBigrams(text: string, into: Int32Array, from: number): number {
	let before = text.charCodeAt(0)
	if (text.length === 1) into[from] = before
	for (let at = 1; at < text.length; at += 1) {
		const code = text.charCodeAt(at)
		into[from + at - 1] = (before << 16) | code
		before = code
	}
	return from + (text.length > 1 ? text.length - 1 : text.length)
}

/** Sorts numbers and leaves each once at the front, with the times that it stood there; tells how many are left. */
function collect(all: Int32Array, times: Int32Array): number {
	all.sort()
	let size = 0
	for (let at = 0; at < all.length; at += 1) {
		const id = all[at] ?? 0
		if (size > 0 && all[size - 1] === id) times[size - 1] = (times[size - 1] ?? 0) + 1
		else {
			all[size] = id
			times[size] = 1
			size += 1
		}
	}
	return size
}

/**
 * Numbers 32-bit values as they first come and counts who holds them: a hash table in flat arrays, since a text has as
 * many as it has characters.
 */
function openTable(characters: number) {
	let bits = (1 << Math.min(12, 33 - Math.clz32(characters))) - 1
	let keys = new Int32Array(bits + 1)
	let values = new Int32Array(bits + 1).fill(-1)
	let spread = new Int32Array((bits + 1) / 2 + 1)
	let lastHolder = new Int32Array(spread.length).fill(-1)
	let count = 0
	const slotOf = (key: number) => {
		let slot = (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 7) & bits
		while (values[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & bits
		return slot
	}
	const grow = () => {
		const [oldKeys, oldValues] = [keys, values]
		bits = bits * 2 + 1
		keys = new Int32Array(bits + 1)
		values = new Int32Array(bits + 1).fill(-1)
		for (let at = 0; at < oldValues.length; at += 1) {
			if (oldValues[at] === -1) continue
			const slot = slotOf(oldKeys[at] ?? 0)
			keys[slot] = oldKeys[at] ?? 0
			values[slot] = oldValues[at] ?? 0
		}
		spread = extended(spread, (bits + 1) / 2 + 1, 0)
		lastHolder = extended(lastHolder, spread.length, -1)
	}
	const hold = (id: number, holder: number, weight: number) => {
		if (lastHolder[id] === holder) return
		lastHolder[id] = holder
		spread[id] = (spread[id] ?? 0) + weight
	}
	/** Puts its number in the place of each value of one text. */
	const number = (all: Int32Array, from: number, to: number, holder: number, weight: number) => {
		for (let at = from; at < to; at += 1) {
			const key = all[at] ?? 0
			const slot = slotOf(key)
			let id = values[slot] ?? 0
			if (id === -1) {
				id = count
				keys[slot] = key
				values[slot] = id
				count += 1
			}
			hold(id, holder, weight)
			all[at] = id
			if (count * 2 > bits) grow()
		}
	}
	/** Counts the values of a text that have a number. */
	const countHeld = (all: Int32Array, to: number, holder: number, weight: number) => {
		for (let at = 0; at < to; at += 1) {
			const id = values[slotOf(all[at] ?? 0)] ?? -1
			if (id !== -1) hold(id, holder, weight)
		}
	}
	return { number, count: countHeld, spread: () => spread.subarray(0, count) }
}

function extended(array: Int32Array<ArrayBuffer>, length: number, filling: number): Int32Array<ArrayBuffer> {
	const longer = new Int32Array(length)
	if (filling !== 0) longer.fill(filling)
	longer.set(array)
	return longer
}

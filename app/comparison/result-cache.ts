/** Results that are kept while there is room: the one that was asked for least lately goes first. */
export type ResultCache<Value> = {
	readonly find: (key: string) => Value | undefined
	readonly keep: (key: string, value: Value, size: number) => void
}

/** Opens a cache for results whose sizes add up to no more than `limit`. What is larger than that alone is not kept. */
export function openResultCache<Value>(limit: number): ResultCache<Value> {
	// A Map gives its entries in the order in which they were put in.
	const entries = new Map<string, { readonly value: Value; readonly size: number }>()
	let total = 0
	const drop = (key: string) => {
		total -= entries.get(key)?.size ?? 0
		entries.delete(key)
	}
	return {
		find: (key) => {
			const entry = entries.get(key)
			if (!entry) return undefined
			entries.delete(key)
			entries.set(key, entry)
			return entry.value
		},
		keep: (key, value, size) => {
			drop(key)
			if (size > limit) return
			for (const oldest of entries.keys()) {
				if (total + size <= limit) break
				drop(oldest)
			}
			entries.set(key, { value, size })
			total += size
		},
	}
}

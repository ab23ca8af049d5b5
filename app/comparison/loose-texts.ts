import type { TrackedChange } from '#app/documents/word/tracked-changes.ts'
import type { DocumentTree } from '#app/domain/document/document-tree.ts'

/** Two texts that belong to no matter, each under its name. */
export type LoosePair = {
	readonly old: LooseText
	readonly new: LooseText
	/** Of one file with tracked changes: who made them when. */
	readonly changes?: readonly TrackedChange[]
}

/** A pair, and when somebody brought it. */
export type BroughtPair = LoosePair & { readonly broughtAt: Date }

export type LooseText = {
	readonly name: string
	readonly text: string
	readonly sha256: string
	/** The Word file that it was read from, or null. */
	readonly file: Uint8Array | null
	/** What it was read as; null for text without pages. */
	readonly document: DocumentTree | null
}

/** Texts that somebody compares outside of any matter: in memory only, for a while, for nobody else. */
export type LooseTexts = {
	readonly keep: (owner: string, id: string, pair: LoosePair, now: Date) => void
	readonly find: (owner: string, id: string, now: Date) => BroughtPair | null
}

/** How long a pair is kept, in minutes. */
export const KEPT_MINUTES = 60

/** How many pairs one person may have at a time; an older one makes room. */
const PAIRS_EACH = 3

/** All pairs together, in UTF-16 code units of text and bytes of files. */
const ROOM = 96_000_000

type Kept = { readonly owner: string; readonly pair: LoosePair; readonly at: number }

/** Opens the place for them. What is older than its time, or the oldest where there is no room, is forgotten. */
export function openLooseTexts(room = ROOM): LooseTexts {
	const kept = new Map<string, Kept>()
	const forgetOld = (now: Date) => {
		for (const [id, { at }] of kept) if (now.getTime() - at > KEPT_MINUTES * 60_000) kept.delete(id)
	}
	return {
		keep: (owner, id, pair, now) => {
			forgetOld(now)
			kept.delete(id)
			kept.set(id, { owner, pair, at: now.getTime() })
			const own = [...kept].filter(([, each]) => each.owner === owner)
			for (const [oldest] of own.slice(0, -PAIRS_EACH)) kept.delete(oldest)
			let total = [...kept.values()].reduce((sum, each) => sum + sizeOf(each.pair), 0)
			for (const [oldest, each] of kept) {
				if (total <= room || oldest === id) break
				kept.delete(oldest)
				total -= sizeOf(each.pair)
			}
		},
		find: (owner, id, now) => {
			forgetOld(now)
			const found = kept.get(id)
			return found?.owner === owner ? { ...found.pair, broughtAt: new Date(found.at) } : null
		},
	}
}

function sizeOf({ old, new: fresh }: LoosePair): number {
	return [old, fresh].reduce((sum, { text, file }) => sum + text.length + (file?.byteLength ?? 0), 0)
}

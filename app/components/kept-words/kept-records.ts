import type { Words } from './form-words.ts'

/** What one window keeps of one form. */
export type KeptRecord = {
	readonly at: string
	/** Whether its page still stands in a window: then nobody else takes it over. */
	readonly isOpen: boolean
	readonly words: Words
	readonly files: readonly string[]
	/** The key under which it was last sent, and what was sent. */
	readonly sent: { readonly key: string; readonly words: Words } | null
}

const ROOM = 'kept/'
/** What nobody came back to for so long is dropped. */
const KEPT_MS = 30 * 86_400_000

/** The place of a form's records; each window adds its own name to it. */
export function placeOf(person: string, slot: string): string {
	return `${ROOM}${person}/${encodeURIComponent(slot)}/`
}

/** Keeps a record. A browser that is full or forbids it keeps nothing, and the page works as ever. */
export function keep(name: string, record: KeptRecord): void {
	try {
		localStorage.setItem(name, JSON.stringify(record))
	} catch {
		// As said.
	}
}

/** Drops a record. */
export function dropRecord(name: string): void {
	try {
		localStorage.removeItem(name)
	} catch {
		// A browser that forbids it has none.
	}
}

/** All records at a place, the newest first. */
export function recordsAt(place: string): { name: string; record: KeptRecord }[] {
	return namesUnder(place)
		.flatMap((name) => {
			const record = readRecord(name)
			return record ? [{ name, record }] : []
		})
		.sort((a, b) => (a.record.at < b.record.at ? 1 : -1))
}

/** Drops what was sent under a key that is done, on whatever page it was typed. */
export function dropSent(person: string, key: string): void {
	for (const { name, record } of recordsAt(`${ROOM}${person}/`))
		if (record.sent?.key === key) dropRecord(name)
}

function namesUnder(beginning: string): string[] {
	try {
		return Object.keys(localStorage).filter((name) => name.startsWith(beginning))
	} catch {
		return []
	}
}

function readRecord(name: string): KeptRecord | null {
	try {
		const record: KeptRecord = JSON.parse(localStorage.getItem(name) ?? '')
		if (Date.now() - Date.parse(record.at) < KEPT_MS) return record
	} catch {
		// Not ours, or broken.
	}
	dropRecord(name)
	return null
}

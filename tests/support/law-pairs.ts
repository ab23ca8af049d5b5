import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type LawPair = { readonly name: string; readonly oldText: string; readonly newText: string }

/**
 * The pairs of real texts in the folder of LAW_TEXTS_DIR, without the empty lines at their ends, which no Word file gives
 * back; none where it is not set.
 */
export function lawPairs(): LawPair[] {
	const folder = process.env['LAW_TEXTS_DIR'] ?? ''
	if (folder === '') return []
	const pairs = join(folder, 'pairs')
	const read = (name: string, file: string) =>
		readFileSync(join(pairs, name, file), 'utf8').replace(/\n+$/, '')
	return readdirSync(pairs)
		.toSorted()
		.map((name) => ({ name, oldText: read(name, 'old.txt'), newText: read(name, 'new.txt') }))
}

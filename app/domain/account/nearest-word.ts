/**
 * The word of a list that shares most letters with one that is not in it; null where none shares any. Of two that share
 * as many, the shorter one: it has less that was not meant. A suggestion, never an answer.
 */
export function nearestWord(word: string, words: readonly string[]): string | null {
	const letters = new Set(word.toLowerCase())
	let nearest: string | null = null
	let most = 0
	for (const each of words) {
		const shared = [...new Set(each.toLowerCase())].filter((letter) => letters.has(letter)).length
		const isNearer = shared > most || (shared === most && shared > 0 && each.length < (nearest ?? '').length)
		if (isNearer) {
			nearest = each
			most = shared
		}
	}
	return nearest
}

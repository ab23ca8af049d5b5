import type { KnownStatute } from '#app/domain/precheck/rules/word-lists.ts'
import { LAWS } from './laws.ts'
import { REGULATIONS } from './regulations.ts'

/** The titles that a citation may bear: laws, then administrative regulations. */
export const KNOWN_STATUTES: readonly KnownStatute[] = [LAWS, REGULATIONS].flatMap(readTitles)

function readTitles(list: string): KnownStatute[] {
	return list
		.trim()
		.split(/[;\n]/)
		.map((entry) => {
			const [title = '', articles = '-', year] = entry.split(' ')
			return {
				title: title.replace(/^\+/, ''),
				hasPrefix: title.startsWith('+'),
				articles: articles === '-' ? null : Number(articles),
				year: year === undefined ? null : Number(year),
			}
		})
}

import type { KnownStatute } from './word-lists.ts'

/**
 * Reads titles as the lists write them, parted by `;` or lines: `+行政处罚法 86 2021` is a title that begins with
 * 中华人民共和国, its number of articles (`-` where that is not known) and the year of its text.
 */
export function readTitles(list: string): KnownStatute[] {
	return list
		.trim()
		.split(/[;\n]/)
		.filter((entry) => entry !== '')
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

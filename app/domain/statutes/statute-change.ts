/**
 * One line of the table of statutes: a law that came into force, was revised, or with it ends others. Titles, days and
 * articles are facts; the texts are not ours.
 */
export type StatuteChange = {
	readonly title: string
	/** The day from which it holds, YYYY-MM-DD. */
	readonly inForceFrom: string
	/** Whether a law of this title was there before and reads otherwise from this day on. */
	readonly isRevision: boolean
	/** The laws that end on this day, and the article that ends them. */
	readonly ends: readonly string[]
	readonly endingArticle: string | null
}

/** A law that a text cites and that is no longer what it was. */
export type ChangedStatute = {
	readonly title: string
	readonly since: string
	/** The law that ended it, with the article; null where it was revised. */
	readonly endedBy: { readonly title: string; readonly article: string | null } | null
}

/** Longer titles in which another one lies: 劳动争议调解仲裁法 is not 仲裁法. */
const LONGER_TITLES = ['劳动争议调解仲裁法', '农村土地承包经营纠纷调解仲裁法']
/** What makes the name of a law that of another text: 渔业法实施细则. */
const OTHER_TEXT = /^(?:实施|》?(?:的)?(?:实施条例|实施细则|实施办法|司法解释))/

/** The last day that the table knows of; null where it is empty. */
export function tableReaches(table: readonly StatuteChange[]): string | null {
	return table.reduce<string | null>(
		(last, { inForceFrom }) => (last === null || inForceFrom > last ? inForceFrom : last),
		null,
	)
}

/**
 * The laws that a text cites and that ended or were revised after one day and up to another, by the table (domain paper
 * §2.3a; transition 28). What the table does not know is not said to be unchanged by it beyond its last line.
 */
export function changedStatutes(
	text: string,
	{ after, until }: { readonly after: string; readonly until: string },
	table: readonly StatuteChange[],
): ChangedStatute[] {
	const changes = table
		.filter(({ inForceFrom }) => inForceFrom > after && inForceFrom <= until)
		.flatMap(({ title, inForceFrom, isRevision, ends, endingArticle }): ChangedStatute[] => [
			...(isRevision ? [{ title, since: inForceFrom, endedBy: null }] : []),
			...ends.map((ended) => ({
				title: ended,
				since: inForceFrom,
				endedBy: { title, article: endingArticle },
			})),
		])
	if (changes.length === 0) return []
	const cited = citedTitles(text, titlesOf(table))
	return changes.filter(({ title }) => cited.has(title))
}

/** Every title that the table names. */
function titlesOf(table: readonly StatuteChange[]): string[] {
	return table.flatMap(({ title, ends }) => [title, ...ends])
}

/** Of these titles those that stand in the text, in 《》 or not, each place read as the longest title that fits it. */
function citedTitles(text: string, titles: readonly string[]): ReadonlySet<string> {
	const known = [...new Set([...LONGER_TITLES, ...titles])].sort((a, b) => b.length - a.length)
	const pattern = new RegExp(known.join('|'), 'g')
	const cited = new Set<string>()
	const plain = text.replaceAll(/[ \t\r\n\u3000]+/g, '')
	for (const found of plain.matchAll(pattern)) {
		const end = found.index + found[0].length
		if (!OTHER_TEXT.test(plain.slice(end, end + 8))) cited.add(found[0])
	}
	return cited
}

/** A changed law as a line names it: title, day, and what ended it. */
export function nameChange({ title, since, endedBy }: ChangedStatute): string {
	if (!endedBy) return `《${title}》（${since}）`
	const article = endedBy.article === null ? '' : `第${endedBy.article}条`
	return `《${title}》（${since}，《${endedBy.title}》${article}）`
}

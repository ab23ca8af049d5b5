const ARTICLE = /^[\s　]*(第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)/

/**
 * The words of a text at the place that an opinion item speaks of: the whole article when the place names one that
 * the text has, otherwise the paragraph that holds the quoted words, otherwise null.
 */
export function findPlace(text: string, item: { readonly place: string; readonly quote: string }): string | null {
	const lines = text.split('\n')
	const article = /第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/.exec(item.place)?.[0]
	const first = article === undefined ? -1 : lines.findIndex((line) => ARTICLE.exec(line)?.[1] === article)
	if (first >= 0) {
		const after = lines.findIndex((line, index) => index > first && ARTICLE.test(line))
		return lines.slice(first, after < 0 ? undefined : after).join('\n')
	}
	const quote = item.quote.trim()
	return quote === '' ? null : (lines.find((line) => line.includes(quote)) ?? null)
}

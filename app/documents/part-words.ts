import { appendAll } from '#app/domain/append-all.ts'
import type { XmlElement } from './parse-xml.ts'
import { elementsOf } from './xml-element.ts'

/** Elements whose pieces are one stretch of words: a paragraph, a cell's text, a line of a page. */
const STRETCH = /(^|:)(p|si|is|text|TextObject)$/

/** All words of a part, a stretch a line, whatever the part is: for searching in it, not for reading it. */
export function wordsOfPart(root: XmlElement): string[] {
	const lines: string[] = []
	const ahead = [root]
	for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
		const isStretch = STRETCH.test(next.name)
		const words = (isStretch ? allCharacters(next) : ownCharacters(next)).trim()
		if (words !== '') lines.push(words)
		if (!isStretch) appendAll(ahead, elementsOf(next).toReversed())
	}
	return lines
}

function ownCharacters({ children }: XmlElement): string {
	return children.filter((child) => typeof child === 'string').join('')
}

function allCharacters({ children }: XmlElement): string {
	return children.map((child) => (typeof child === 'string' ? child : allCharacters(child))).join('')
}

/** The words of text with tags in it (a web page, a part that is no XML), in one line; in linear time. */
export function wordsOfMarkup(markup: string): string {
	const words: string[] = []
	for (let at = 0; at < markup.length;) {
		const tag = markup.indexOf('<', at)
		if (tag < 0 || tag > at) words.push(markup.slice(at, tag < 0 ? undefined : tag))
		const end = tag < 0 ? -1 : markup.indexOf('>', tag)
		if (end < 0) break
		at = end + 1
	}
	return words.join('').replaceAll(/\s+/g, ' ').trim()
}

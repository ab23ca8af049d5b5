import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import { linesOf } from '#app/domain/document/plain-lines.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import { parseDocument } from '#app/domain/legal-text/parse-legal-text.ts'
import {
	codePointName,
	invisibleCharactersIn,
	withoutInvisible,
} from '#app/domain/precheck/invisible-characters.ts'
import type { FindingLog } from './finding-log.ts'

/** Characters shown on either side of one that is not seen. */
const BESIDE = 8

/** Names each kind of invisible character once a line, by its code point, with its place and the words around it. */
export function nameInvisibleCharacters(document: DocumentTree, findings: FindingLog): void {
	let places: ReadonlyMap<number, string> | null = null
	for (const [index, { text: line }] of linesOf(document).entries()) {
		const counts = new Map<string, number>()
		for (const character of invisibleCharactersIn(line))
			counts.set(character, (counts.get(character) ?? 0) + 1)
		for (const [character, count] of counts) {
			places ??= placesOf(document)
			const place = places.get(index)
			findings.add('invisible-character', {
				line: index + 1,
				name: codePointName(character),
				count,
				excerpt: wordsAround(line, character),
				...(place === undefined ? {} : { place }),
			})
		}
	}
}

/** 可〔U+200B〕以: where the first one stands, so that who cannot see it finds it. */
function wordsAround(line: string, character: string): string {
	const at = line.indexOf(character)
	const before = Array.from(withoutInvisible(line.slice(0, at))).slice(-BESIDE)
	const after = Array.from(withoutInvisible(line.slice(at))).slice(0, BESIDE)
	return `${before.join('')}〔${codePointName(character)}〕${after.join('')}`
}

/** The places of the lines as a law is cited: 第三条第二款. */
function placesOf(document: DocumentTree): Map<number, string> {
	const places = new Map<number, string>()
	for (const clause of parseDocument(document).clauses)
		for (const { line, anchor } of clause.paragraphs) places.set(line, placeLabel(anchor))
	return places
}

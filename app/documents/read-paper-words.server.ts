import { appendAll } from '#app/domain/append-all.ts'
import { accept, type Result } from '#app/domain/result.ts'
import type { PackageRefused, XmlRefused } from './draft-reading.ts'
import { openPackage } from './open-package.server.ts'
import { parseXml } from './parse-xml.ts'
import { wordsOfPart } from './part-words.ts'
import { sniffContent } from './sniff-content.ts'

/**
 * The words of a material that is kept as it is, so that a marking in them can be found: of .xlsx and .ofd the words
 * of all parts, of .doc and .wps the lines in which the character 密 stands. PDF and pictures carry none that can be
 * read here. A package that cannot be opened is refused: nobody could read it, and nothing in it can be searched.
 */
export async function readPaperWords(
	bytes: Uint8Array,
	suffix: string,
): Promise<Result<string, PackageRefused | XmlRefused>> {
	const content = sniffContent(bytes)
	if (content === 'zip' && (suffix === '.xlsx' || suffix === '.ofd')) return readPackageWords(bytes)
	if (content === 'ole') return accept(linesWith('密', bytes).join('\n'))
	return accept('')
}

async function readPackageWords(bytes: Uint8Array): Promise<Result<string, PackageRefused | XmlRefused>> {
	const opened = await openPackage(bytes)
	if (!opened.ok) return opened
	const lines: string[] = []
	for (const [part, content] of opened.value.xml) {
		const root = parseXml(content, part)
		if (!root.ok) return root
		appendAll(lines, wordsOfPart(root.value))
	}
	return accept(lines.join('\n'))
}

/** How far a line is followed to either side of its character, in bytes. */
const REACH = 80

/** Word 97 keeps Chinese as two bytes a character, the low one first; a line ends at a control character. */
function linesWith(character: string, bytes: Uint8Array): string[] {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	const sought = Buffer.from(character, 'utf16le')
	const lines: string[] = []
	for (let at = buffer.indexOf(sought); at >= 0; at = buffer.indexOf(sought, at + 1)) {
		const before = lastLine(buffer.toString('utf16le', at - Math.min(REACH, at - (at % 2)), at))
		const after = firstLine(buffer.toString('utf16le', at, at + REACH))
		lines.push(before + after)
	}
	return lines
}

function firstLine(words: string): string {
	return words.split(/\p{Cc}/u, 1)[0] ?? ''
}

function lastLine(words: string): string {
	return words.split(/\p{Cc}/u).at(-1) ?? ''
}

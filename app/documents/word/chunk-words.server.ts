import { decodeText } from '../decode-text.ts'
import { type Package, openPackage } from '../open-package.server.ts'
import { parseXml } from '../parse-xml.ts'
import { wordsOfMarkup, wordsOfPart } from '../part-words.ts'

/**
 * The words of the parts in another format, by the part's name in lower case: Word makes paragraphs of them when it
 * opens the file, in a way that depends on the program. They are quoted, so that the drafter finds them.
 */
export async function wordsOfChunks(chunks: Package['chunks']): Promise<Map<string, string>> {
	const words = new Map<string, string>()
	for (const [name, bytes] of chunks) words.set(name.toLowerCase(), await wordsOfChunk(name, bytes))
	return words
}

async function wordsOfChunk(name: string, bytes: Buffer): Promise<string> {
	if (/\.docx$/i.test(name)) return wordsOfInnerDocument(bytes)
	const decoded = decodeText(bytes)
	const text = decoded.ok ? decoded.value : bytes.toString('latin1')
	if (/\.rtf$/i.test(name)) return wordsOfRtf(text)
	if (/\.txt$/i.test(name)) return text.trim()
	return wordsOfPage(/\.m(ht|html)$/i.test(name) ? withoutTransferCode(text) : text)
}

/** A document within the document is opened once; what is in it in turn is not. */
async function wordsOfInnerDocument(bytes: Buffer): Promise<string> {
	const opened = await openPackage(bytes)
	const main = opened.ok ? opened.value.xml.get('word/document.xml') : undefined
	const tree = main === undefined ? undefined : parseXml(main, 'word/document.xml')
	return tree?.ok === true ? wordsOfPart(tree.value).join(' ') : ''
}

function wordsOfPage(page: string): string {
	const body = /<body[\s>]/i.exec(page)
	return wordsOfMarkup(body === null ? page : page.slice(body.index)).replaceAll('&nbsp;', ' ')
}

/** A saved web page writes `=E7=94=B2` for 甲. */
function withoutTransferCode(text: string): string {
	if (!/quoted-printable/i.test(text)) return text
	const bytes = Buffer.from(text, 'utf8')
		.toString('latin1')
		.replaceAll(/=\r?\n/g, '')
		.replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
	const decoded = decodeText(Buffer.from(bytes, 'latin1'))
	return decoded.ok ? decoded.value : bytes
}

/** Words, `\u30002?` and `\'bc\'d7` (two bytes of GBK) of an RTF text, without its commands and tables of fonts. */
function wordsOfRtf(text: string): string {
	const bare = text.replaceAll(
		/\{\\(?:fonttbl|colortbl|stylesheet|info|\*)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g,
		'',
	)
	const spelled = bare
		.replaceAll(/(?:\\'[0-9a-f]{2})+/gi, (codes) =>
			new TextDecoder('gb18030').decode(Buffer.from(codes.replaceAll("\\'", ''), 'hex')),
		)
		.replaceAll(/\\u(-?\d{1,5}) ?\??/g, (_, code: string) => String.fromCharCode(Number(code) & 0xffff))
		.replaceAll(/\\par\b ?/g, ' ')
	return spelled
		.replaceAll(/\\[a-z]+-?\d* ?|[{}]/gi, '')
		.replaceAll(/\s+/g, ' ')
		.trim()
}

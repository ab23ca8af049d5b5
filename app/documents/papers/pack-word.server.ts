import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Document, Packer } from 'docx'

/**
 * The bytes of a Word file. `body` replaces the paragraphs of the document, for what the library cannot write. Left out
 * are the entries for folders, which a package of OOXML does not have.
 */
export async function packWord(document: Document, body: string | null = null): Promise<Uint8Array> {
	const packed = unzipSync(new Uint8Array(await Packer.toBuffer(document)))
	const parts = Object.entries(packed).filter(([name]) => !name.endsWith('/'))
	return zipSync(
		Object.fromEntries(
			parts.map(([name, bytes]) => {
				if (name === 'word/styles.xml') return [name, strToU8(withDefaults(strFromU8(bytes)))]
				if (name === 'word/document.xml' && body !== null)
					return [name, strToU8(withBody(strFromU8(bytes), body))]
				return [name, bytes]
			}),
		),
	)
}

/** Says which styles count where none is named. */
function withDefaults(styles: string): string {
	return styles.replaceAll(/(?= w:styleId="(?:Normal|DefaultParagraphFont)")/g, ' w:default="1"')
}

/** Everything before the properties of the last section. */
function withBody(document: string, body: string): string {
	const from = document.indexOf('<w:body>') + '<w:body>'.length
	const until = document.lastIndexOf('<w:sectPr')
	if (from < '<w:body>'.length || until < from) throw new Error('a document has a body and a section')
	return document.slice(0, from) + body + document.slice(until)
}

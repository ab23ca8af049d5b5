import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'

/** The text of a Word file with all of its tracked changes accepted, as our own reader reads it. */
export async function acceptAll(bytes: Uint8Array): Promise<string> {
	return (await settled(bytes)).text
}

/** The text with all of them rejected. */
export async function rejectAll(bytes: Uint8Array): Promise<string> {
	return acceptAll(mirrored(bytes))
}

/** The tree of a Word file with all of its tracked changes accepted. */
export async function acceptedTree(bytes: Uint8Array): Promise<DocumentTree> {
	return (await settled(bytes)).document
}

export async function rejectedTree(bytes: Uint8Array): Promise<DocumentTree> {
	return acceptedTree(mirrored(bytes))
}

async function settled(bytes: Uint8Array) {
	const reading = await readDraft(bytes, 'paper.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	return reading.value
}

const OPPOSITE: Readonly<Record<string, string>> = {
	ins: 'del',
	del: 'ins',
	moveFrom: 'moveTo',
	moveTo: 'moveFrom',
	cellIns: 'cellDel',
	cellDel: 'cellIns',
}

/** A file in which what came goes and what went comes: insertions and deletions change places, old properties count. */
function mirrored(bytes: Uint8Array): Uint8Array {
	const parts = unzipSync(bytes)
	for (const [name, content] of Object.entries(parts)) {
		if (!/^word\/(document|footnotes|endnotes)\.xml$/.test(name)) continue
		const xml = strFromU8(content)
			.replaceAll(
				/(<\/?)w:(ins|del|moveFrom|moveTo|cellIns|cellDel)(?=[ />])/g,
				(_whole, open: string, kind: string) => `${open}w:${OPPOSITE[kind] ?? kind}`,
			)
			.replaceAll(/(<\/?)w:delText(?=[ >])/g, '$1w:t')
			.replaceAll(/(<\/?)w:delInstrText(?=[ >])/g, '$1w:instrText')
			.replaceAll(
				/<w:pPr>(?:(?!<w:pPr>).)*?<w:pPrChange [^>]*><w:pPr>.*?<\/w:pPr><\/w:pPrChange><\/w:pPr>/gs,
				oldProperties,
			)
		parts[name] = strToU8(xml)
	}
	return zipSync(parts)
}

function oldProperties(whole: string): string {
	const old = /<w:pPrChange [^>]*><w:pPr>(.*)<\/w:pPr><\/w:pPrChange>/s.exec(whole)?.[1] ?? ''
	const mark = /<w:rPr>.*?<\/w:rPr>/s.exec(whole.replace(/<w:pPrChange.*/s, ''))?.[0] ?? ''
	const section = /<w:sectPr.*?<\/w:sectPr>/s.exec(whole.replace(/<w:pPrChange.*/s, ''))?.[0] ?? ''
	return `<w:pPr>${old}${mark}${section}</w:pPr>`
}

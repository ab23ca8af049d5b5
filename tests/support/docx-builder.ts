import { buildZip, type ZipEntry } from './zip-builder.ts'

const NAMESPACES = [
	'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
	'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
	'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
	'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
	'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
	'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
	'xmlns:v="urn:schemas-microsoft-com:vml"',
	'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A Word file in its parts; each part is the inside of its root element, in WordprocessingML. */
export type DocxParts = {
	readonly body: string
	readonly numbering?: string
	readonly styles?: string
	readonly footnotes?: string
	readonly endnotes?: string
	readonly comments?: string
	readonly header?: string
	readonly footer?: string
	/** `<Relationship …/>` elements of the main document, beside those of the parts above. */
	readonly relationships?: string
	readonly mainType?: string
	readonly extra?: readonly ZipEntry[]
}

const ROOTS = {
	numbering: 'numbering',
	styles: 'styles',
	footnotes: 'footnotes',
	endnotes: 'endnotes',
	comments: 'comments',
	header: 'hdr',
	footer: 'ftr',
} as const

/** The entries of a .docx, so that a test can forge one of them before zipping. */
export function docxEntries(parts: DocxParts): ZipEntry[] {
	const names = (Object.keys(ROOTS) as (keyof typeof ROOTS)[]).filter((name) => parts[name] !== undefined)
	const links = names.map(
		(name) => `<Relationship Id="rId-${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`,
	)
	return [
		{
			name: '[Content_Types].xml',
			data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${parts.mainType ?? MAIN_TYPE}"/></Types>`,
		},
		{
			name: '_rels/.rels',
			data: relationshipsXml(
				`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
			),
		},
		{
			name: 'word/document.xml',
			data: `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${parts.body}</w:body></w:document>`,
		},
		{
			name: 'word/_rels/document.xml.rels',
			data: relationshipsXml(`${links.join('')}${parts.relationships ?? ''}`),
		},
		...names.map((name) => ({
			name: `word/${name}.xml`,
			data: `<w:${ROOTS[name]} ${NAMESPACES}>${parts[name]}</w:${ROOTS[name]}>`,
		})),
		...(parts.extra ?? []),
	]
}

/** A .docx of these parts. */
export function buildDocx(parts: DocxParts): Buffer {
	return buildZip(docxEntries(parts))
}

/** A paragraph; `properties` is the inside of `w:pPr`. */
export function p(content: string, properties = ''): string {
	return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

/** A run of words; `properties` is the inside of `w:rPr`. */
export function r(words: string, properties = ''): string {
	return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** The paragraph property that numbers a paragraph. */
export function numbered(numberId: number, level = 0): string {
	return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numberId}"/></w:numPr>`
}

function relationshipsXml(content: string): string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
}

import { strToU8, zipSync } from 'fflate'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { PAPER as SEALED } from '#app/domain/paper/paper.ts'
import { verificationCode } from '#app/domain/paper/verification-code.ts'
import { SEAL_WORDS } from '#app/locales/papers/seal-words.ts'
import { MARGINS, NUMBER_FONT, PAPER } from '../official-layout.ts'
import { xmlText } from '../papers/xml-text.ts'
import { bodyXml } from './paper-body.ts'
import { fontTableXml, fontsXml } from './paper-fonts.ts'
import { stylesXml } from './paper-styles.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** Every paper is packed at one instant: the same content gives the same bytes, whenever it is written. */
const PACKED_AT = new Date(1980, 0, 1)
/** The line of the page number stands 7 mm under the text (GB/T 9704-2012 7.5). */
const FOOTER = 1247

/**
 * The Word file of a sealed paper by GB/T 9704-2012, from its sealed content alone (canonical JSON): the second renderer
 * beside the page for print. The same content always gives the same bytes.
 */
export function writeSealedWord(content: string): Uint8Array {
	const paper = SEALED.read(content)
	const sha256 = sha256Hex(content)
	const seal = SEAL_WORDS.printed(paper.number, sha256.slice(0, 16), verificationCode(sha256))
	const parts: Record<string, string> = {
		'[Content_Types].xml': typesXml(),
		'_rels/.rels': relationsXml([
			[`${RELATIONS}/officeDocument`, 'word/document.xml'],
			[`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
		]),
		'word/document.xml': `<w:document ${W} xmlns:r="${RELATIONS}"><w:body>${bodyXml(paper, seal)}${sectionXml()}</w:body></w:document>`,
		'word/styles.xml': `<w:styles ${W}>${stylesXml()}</w:styles>`,
		'word/settings.xml': `<w:settings ${W}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
		'word/fontTable.xml': `<w:fonts ${W}>${fontTableXml()}</w:fonts>`,
		'word/footer-odd.xml': footerXml('right'),
		'word/footer-even.xml': footerXml('left'),
		'word/_rels/document.xml.rels': relationsXml([
			[`${RELATIONS}/styles`, 'styles.xml'],
			[`${RELATIONS}/settings`, 'settings.xml'],
			[`${RELATIONS}/fontTable`, 'fontTable.xml'],
			[`${RELATIONS}/footer`, 'footer-odd.xml'],
			[`${RELATIONS}/footer`, 'footer-even.xml'],
		]),
		'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(paper.title)}</dc:title><dc:identifier>${xmlText(paper.number ?? '')}</dc:identifier></cp:coreProperties>`,
	}
	return zipSync(
		Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])),
		{ mtime: PACKED_AT, level: 6 },
	)
}

function sectionXml(): string {
	const { top, right, bottom, left } = MARGINS
	return [
		'<w:sectPr><w:footerReference w:type="default" r:id="r4"/><w:footerReference w:type="even" r:id="r5"/>',
		`<w:pgSz w:w="${PAPER.width}" w:h="${PAPER.height}"/>`,
		`<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="851" w:footer="${FOOTER}" w:gutter="0"/>`,
		'<w:pgNumType w:start="1"/></w:sectPr>',
	].join('')
}

/** — 1 — in 四号 宋体, one character in from the outer edge (7.5). */
function footerXml(side: 'left' | 'right'): string {
	const look = `<w:rPr>${fontsXml('number')}<w:sz w:val="${NUMBER_FONT.size}"/></w:rPr>`
	const run = (inside: string) => `<w:r>${look}${inside}</w:r>`
	const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
	const words = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`)
	return `<w:ftr ${W}><w:p><w:pPr><w:ind w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${words('— ')}${field('begin')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${field('separate')}${words('1')}${field('end')}${words(' —')}</w:p></w:ftr>`
}

function typesXml(): string {
	const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`
	return [
		`<Types xmlns="${PACKAGE}/content-types">`,
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
		override('word/document.xml', `${OFFICE}.document.main+xml`),
		override('word/styles.xml', `${OFFICE}.styles+xml`),
		override('word/settings.xml', `${OFFICE}.settings+xml`),
		override('word/fontTable.xml', `${OFFICE}.fontTable+xml`),
		override('word/footer-odd.xml', `${OFFICE}.footer+xml`),
		override('word/footer-even.xml', `${OFFICE}.footer+xml`),
		override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
		'</Types>',
	].join('')
}

function relationsXml(parts: readonly (readonly [type: string, target: string])[]): string {
	const links = parts.map(
		([type, target], at) => `<Relationship Id="r${at + 1}" Type="${type}" Target="${target}"/>`,
	)
	return `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`
}

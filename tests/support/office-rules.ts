import { unzipSync } from 'fflate'
import { parseXml, type XmlElement } from '#app/documents/parse-xml.ts'
import { descendantsOf, elementsOf } from '#app/documents/xml-element.ts'

/** The order of children that the schemas of ECMA-376 prescribe, for the elements that our papers hold. */
const ORDER: Readonly<Record<string, string>> = {
	'w:document': 'background body',
	'w:body': 'p|tbl|moveFromRangeEnd|moveToRangeEnd sectPr',
	'w:p':
		'pPr r|ins|del|moveFrom|moveTo|hyperlink|commentRangeStart|commentRangeEnd|moveFromRangeStart|moveToRangeStart',
	'w:pPr':
		'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
	'w:rPr':
		'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange',
	'w:r':
		'rPr t|delText|tab|commentReference|fldChar|instrText|delInstrText|br|drawing|footnoteReference|footnoteRef|separator|continuationSeparator',
	'w:ins': 'r|del',
	'w:del': 'r',
	'w:moveFrom': 'r',
	'w:moveTo': 'r',
	'w:hyperlink': 'r|ins|del|moveFrom|moveTo',
	'w:comments': 'comment',
	'w:comment': 'p',
	'w:hdr': 'p',
	'w:ftr': 'p',
	'w:tbl': 'tblPr tblGrid tr',
	'w:tblPr':
		'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
	'w:tblBorders': 'top start|left bottom end|right insideH insideV',
	'w:tblGrid': 'gridCol',
	'w:tr': 'tblPrEx trPr tc',
	'w:tc': 'tcPr p|tbl',
	'w:tcPr':
		'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns|cellDel tcPrChange',
	'w:tcMar': 'top start|left bottom end|right',
	'w:sectPr':
		'headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
	'w:styles': 'docDefaults latentStyles style',
	'w:docDefaults': 'rPrDefault pPrDefault',
	'w:style':
		'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
	'x:workbook': 'workbookPr bookViews sheets definedNames',
	'x:worksheet':
		'sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter mergeCells conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter',
	'x:sheetData': 'row',
	'x:row': 'c',
	'x:is': 't|r',
	'x:styleSheet': 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles',
}

/** What breaks the rules of OOXML in a package, in words; an empty list is a sound file. */
export function brokenRules(bytes: Uint8Array): string[] {
	const parts = new Map<string, XmlElement>()
	const wrong: string[] = []
	for (const [name, content] of Object.entries(unzipSync(bytes))) {
		const tree = parseXml(content, name)
		if (tree.ok) parts.set(name, tree.value)
		else wrong.push(`${name}: ${JSON.stringify(tree.reason)}`)
	}
	for (const [name, root] of parts) {
		const isSheet = name.startsWith('xl/')
		for (const element of [root, ...descendantsOf(root)]) wrong.push(...brokenOrder(name, element, isSheet))
	}
	return [
		...wrong,
		...brokenPackage(parts),
		...brokenRevisions(parts),
		...brokenComments(parts),
		...brokenStyles(parts),
	]
}

/** Namespaces that our reader does not know are `?`; those of a spreadsheet among them. */
function nameOf(element: XmlElement, isSheet: boolean): string {
	return isSheet ? element.name.replace(/^\?:/, 'x:') : element.name
}

function brokenOrder(part: string, element: XmlElement, isSheet: boolean): string[] {
	const order = ORDER[nameOf(element, isSheet)]?.split(' ')
	if (!order) return []
	let at = 0
	return elementsOf(element).flatMap((child) => {
		const name = nameOf(child, isSheet).split(':')[1] ?? ''
		const place = order.findIndex((names) => names.split('|').includes(name))
		if (place < 0) return [`${part}: ${element.name} may not hold ${name}`]
		if (place < at) return [`${part}: ${name} stands too late in ${element.name}`]
		at = place
		return []
	})
}

/** Every part has a type, every relationship leads to a part, every id that is used is there. */
function brokenPackage(parts: ReadonlyMap<string, XmlElement>): string[] {
	const types = elementsOf(parts.get('[Content_Types].xml') as XmlElement)
	const defaults = new Set(types.map((type) => type.attributes.get('Extension')?.toLowerCase()))
	const overrides = new Set(types.map((type) => type.attributes.get('PartName')))
	const wrong = [...parts.keys()]
		.filter((name) => name !== '[Content_Types].xml')
		.filter((name) => !overrides.has(`/${name}`) && !defaults.has(name.split('.').at(-1)))
		.map((name) => `${name} has no type`)
	for (const name of overrides)
		if (name !== undefined && !parts.has(name.slice(1))) wrong.push(`${name} has a type and is not there`)
	for (const [name, root] of parts) {
		if (!name.endsWith('.rels')) continue
		const folder = name.replace(/_rels\/[^/]*$/, '')
		for (const link of elementsOf(root)) {
			const target = link.attributes.get('Target') ?? ''
			const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
			if (!parts.has(path)) wrong.push(`${name}: no part ${path}`)
		}
	}
	return wrong
}

/** Revisions have an author, a time and a number of their own; deleted words are `delText`, others are not. */
function brokenRevisions(parts: ReadonlyMap<string, XmlElement>): string[] {
	const document = parts.get('word/document.xml')
	if (!document) return []
	const wrong: string[] = []
	const ids = new Set<string>()
	for (const element of descendantsOf(document)) {
		if (
			!/^w:(ins|del|moveFrom|moveTo|cellIns|cellDel|pPrChange|moveFromRangeStart|moveToRangeStart)$/.test(
				element.name,
			)
		)
			continue
		const [id, author, date] = ['w:id', 'w:author', 'w:date'].map(
			(name) => element.attributes.get(name) ?? '',
		)
		if (!/^\d+$/.test(id ?? '') || ids.has(id ?? ''))
			wrong.push(`revision ${id} stands twice or has no number`)
		ids.add(id ?? '')
		if (!author) wrong.push(`revision ${id} has no author`)
		if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date ?? '')) wrong.push(`revision ${id} has no time`)
		const words = [...descendantsOf(element)].map((inner) => inner.name)
		const isGone = element.name === 'w:del' || element.name === 'w:moveFrom'
		const holdsGone = [...descendantsOf(element)].some(({ name }) => name === 'w:del')
		if (isGone ? words.includes('w:t') : words.includes('w:delText') && !holdsGone)
			wrong.push(`revision ${id} has the wrong words`)
	}
	const outside = [...descendantsOf(document)].filter(
		(element) => element.name === 'w:r' && elementsOf(element).some((child) => child.name === 'w:delText'),
	)
	const inside = [...descendantsOf(document)]
		.filter((element) => element.name === 'w:del' || element.name === 'w:moveFrom')
		.flatMap(elementsOf)
	if (outside.some((run) => !inside.includes(run))) wrong.push('deleted words stand outside of a deletion')
	return wrong
}

/** Every comment has a beginning, an end and a mark, in this order; none of them lacks its comment. */
function brokenComments(parts: ReadonlyMap<string, XmlElement>): string[] {
	const document = parts.get('word/document.xml')
	if (!document) return []
	const comments = parts.get('word/comments.xml')
	const known = (comments ? elementsOf(comments) : []).map((comment) => comment.attributes.get('w:id') ?? '')
	const seen = [...descendantsOf(document)].filter((element) => /^w:comment/.test(element.name))
	const wrong = known.filter((id, at) => known.indexOf(id) !== at).map((id) => `comment ${id} stands twice`)
	for (const id of new Set([...known, ...seen.map((element) => element.attributes.get('w:id') ?? '')])) {
		const names = seen
			.filter((element) => element.attributes.get('w:id') === id)
			.map((element) => element.name)
		const isWhole = names.join(' ') === 'w:commentRangeStart w:commentRangeEnd w:commentReference'
		if (!known.includes(id) || !isWhole) wrong.push(`comment ${id}: ${names.join(' ')}`)
	}
	return wrong
}

/** Every style that is used or built on is defined, once. */
function brokenStyles(parts: ReadonlyMap<string, XmlElement>): string[] {
	const styles = parts.get('word/styles.xml')
	if (!styles) return []
	const defined = elementsOf(styles).flatMap((style) => style.attributes.get('w:styleId') ?? [])
	const used = [...parts.values()].flatMap((root) =>
		[...descendantsOf(root)]
			.filter((element) => ['w:pStyle', 'w:rStyle', 'w:basedOn', 'w:next', 'w:link'].includes(element.name))
			.map((element) => element.attributes.get('w:val') ?? ''),
	)
	return [
		...[...new Set(used)].filter((id) => !defined.includes(id)).map((id) => `no style ${id}`),
		...defined.filter((id, at) => defined.indexOf(id) !== at).map((id) => `style ${id} stands twice`),
	]
}

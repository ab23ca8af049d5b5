import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { docxEntries, p, r, type DocxParts } from '#tests/support/docx-builder.ts'
import { buildZip } from '#tests/support/zip-builder.ts'

/** Two seconds on an idle machine; what these shapes once cost was minutes. */
const SLOWEST_MS = 6_000
const choice = (inside: string) =>
	`<mc:AlternateContent><mc:Choice Requires="wps">${inside}</mc:Choice><mc:Fallback/></mc:AlternateContent>`
const nested = (levels: number, wrap: (inside: string) => string, inside: string) => {
	let whole = inside
	for (let level = 0; level < levels; level += 1) whole = wrap(whole)
	return whole
}
const many = (count: number, one: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => one(index)).join('')

/** Small files made to cost much: each is answered, one way or the other, in bounded time. */
const shapes: readonly (readonly [what: string, parts: DocxParts])[] = [
	['a paragraph of two hundred thousand line breaks', { body: p(`<w:r>${'<w:br/>'.repeat(200_000)}</w:r>`) }],
	['more elements than are read', { body: p('<w:r/>'.repeat(700_000)) }],
	[
		'thirty tables in each other around many words',
		{
			body: nested(
				28,
				(inside) => `<w:tbl><w:tr><w:tc>${inside}</w:tc></w:tr></w:tbl>`,
				p(r('字')).repeat(20_000),
			),
		},
	],
	[
		'forty choices in each other around many words',
		{ body: p(`<w:r>${nested(40, choice, '<w:t>字</w:t>'.repeat(80_000))}</w:r>`) },
	],
	[
		'thirty thousand fields begun and never ended',
		{
			body: p(
				'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>字</w:t></w:r>'.repeat(
					30_000,
				),
			),
		},
	],
	[
		'a style chain of twenty thousand',
		{
			styles: many(
				20_000,
				(index) =>
					`<w:style w:type="paragraph" w:styleId="s${index}"><w:basedOn w:val="s${index + 1}"/></w:style>`,
			),
			body: p(r('字'), '<w:pStyle w:val="s0"/>').repeat(20_000),
		},
	],
	[
		'one long note referred to many times',
		{
			body: p('<w:r><w:footnoteReference w:id="2"/></w:r>'.repeat(20_000)),
			footnotes: `<w:footnote w:id="2">${p(r('字')).repeat(10_000)}</w:footnote>`,
		},
	],
	['many namespaces', { body: `<w:x ${many(5_000, (index) => `xmlns:n${index}="u${index}"`)}/>` }],
	['many attributes', { body: `<w:x ${many(100_000, (index) => `a${index}="1"`)}/>` }],
	[
		'a long label on every paragraph',
		{
			numbering: `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${'%1'.repeat(200_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
			body: p('', '<w:numPr><w:numId w:val="1"/></w:numPr>').repeat(10_000),
		},
	],
	['many comments in the markup', { body: p(`<w:r><w:t>${'字<!-- -->'.repeat(200_000)}</w:t></w:r>`) }],
]

test.each(shapes)(
	'%s does not hold the server',
	async (_what, parts) => {
		// Not packed: what packs so well is refused by its ratio before any of this is read.
		const bytes = buildZip(docxEntries(parts).map((entry) => ({ ...entry, stored: true })))
		// The processor's time, not the clock's: what else the machine does is not the reader's fault.
		const begun = process.cpuUsage()
		await readDraft(bytes, '稿.docx')
		const { user, system } = process.cpuUsage(begun)
		expect((user + system) / 1000).toBeLessThan(SLOWEST_MS)
	},
	60_000,
)

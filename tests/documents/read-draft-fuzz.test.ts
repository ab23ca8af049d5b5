import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { writeDraft } from '#app/documents/write-draft.server.ts'
import { docxEntries, numbered, p, r } from '#tests/support/docx-builder.ts'
import { buildZip } from '#tests/support/zip-builder.ts'

/** How many mutated files are read; `YIQIAN_FUZZ_RUNS` raises it for a long run. */
const RUNS = Number(process.env['YIQIAN_FUZZ_RUNS'] ?? '200')
const SLOWEST_MS = 2_000

const parts = {
	body:
		p(r('总则'), numbered(1)) +
		p(r('为了') + '<w:ins w:id="1">' + r('规范') + '</w:ins>') +
		`<w:tbl><w:tr><w:tc>${p(r('甲', '<w:vanish/>'))}</w:tc></w:tr></w:tbl><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
	numbering:
		'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
	styles: '<w:style w:type="paragraph" w:styleId="A" w:default="1"><w:basedOn w:val="A"/></w:style>',
	footnotes: `<w:footnote w:id="2">${p(r('注'))}</w:footnote>`,
}

/** A small generator with a seed, so that a failure can be run again. */
function generator(seed: number): (below: number) => number {
	let state = seed
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
		return Math.floor((state / 2 ** 32) * below)
	}
}

/** Bytes flipped, cut out, doubled and swapped; in the packed file, or in one part before it is packed. */
function mutate(bytes: Buffer, next: (below: number) => number): Buffer {
	let mutated = Buffer.from(bytes)
	for (let round = next(4); round >= 0; round -= 1) {
		const at = next(mutated.length)
		const length = next(40)
		const piece = mutated.subarray(at, at + length)
		const ways = [
			() => Buffer.concat([mutated.subarray(0, at), mutated.subarray(at + length)]),
			() => Buffer.concat([mutated.subarray(0, at), piece, mutated.subarray(at)]),
			() => Buffer.concat([mutated.subarray(0, at), Buffer.from([next(256)]), mutated.subarray(at + 1)]),
			() => Buffer.concat([mutated.subarray(0, at), Buffer.from('<w:p><'), mutated.subarray(at)]),
		]
		mutated = ways[next(ways.length)]?.() ?? mutated
		if (mutated.length === 0) return mutated
	}
	return mutated
}

test(`${RUNS} mutated files are each read or refused, none throws and none takes long`, async () => {
	const entries = docxEntries(parts)
	const paragraphs = ['第一章　总则', '第一条　为了规范认定工作，制定本办法。', '（一）年满十八周岁；']
	const written = Buffer.from(await writeDraft({ title: '办法', paragraphs, numbering: 'automatic' }))
	const outcomes = new Map<string, number>()
	for (let seed = 1; seed <= RUNS; seed += 1) {
		const next = generator(seed)
		const target = next(entries.length)
		const inner = entries.map((entry, index) =>
			index === target ? { ...entry, data: mutate(Buffer.from(entry.data), next) } : entry,
		)
		const bytes =
			seed % 2 === 0 ? mutate(seed % 4 === 0 ? written : buildZip(entries), next) : buildZip(inner)
		const begun = performance.now()
		const answer = await readDraft(bytes, '稿.docx')
		expect(performance.now() - begun, `seed ${seed}`).toBeLessThan(SLOWEST_MS)
		const outcome = answer.ok ? 'read' : answer.reason.code
		outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
	}
	// The mutations reach behind the zip layer, or the run proves nothing.
	expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['read', 'damaged-xml']))
}, 600_000)

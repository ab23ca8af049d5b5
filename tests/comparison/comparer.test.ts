import { unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { openComparer } from '#app/comparison/comparer.server.ts'
import type { ComparerBounds, PaperAsked } from '#app/comparison/comparison-asked.ts'
import { type RedlinePaper, REDLINE_PAPERS } from '#app/documents/papers/paper-facts.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'

const BOUNDS: ComparerBounds = {
	inPlace: 400,
	sealedInPlace: 64_000,
	threads: 2,
	large: 40_000,
	kept: 100_000,
}

function open(bounds: Partial<ComparerBounds> = {}) {
	const comparer = openComparer({ ...BOUNDS, ...bounds })
	onTestFinished(() => comparer.close())
	return comparer
}

/** A text of so many articles; `changed` of them say something else than in the other one. */
function articles(count: number, changed: number, word = '甲'): string {
	return Array.from(
		{ length: count },
		(_, at) =>
			`第${at + 1}条　${at < changed ? word : '乙'}单位应当在${at + 1}日内办结第${at}件事项，并告知申请人。`,
	).join('\n')
}

test('a thread gives the same result as the process itself, however many pieces it comes in', async () => {
	const [oldText, newText] = [articles(3000, 0), articles(3100, 500)]
	const compared = await open().compare({ old: oldText, new: newText, corrections: [] })
	expect(compared).toEqual(compareTexts(oldText, newText))
})

test('what was compared once is not compared again, but with other corrections it is', async () => {
	const comparer = open()
	const asked = { old: '第一条　甲。', new: '第一条　乙。', corrections: [] }
	const first = await comparer.compare(asked)
	expect(await comparer.compare({ ...asked })).toBe(first)
	expect(await comparer.compare({ ...asked, corrections: [{ old: '1', new: [] }] })).not.toBe(first)
})

test('who asks for a pair that is being compared waits for the same result', async () => {
	const comparer = open()
	const asked = { old: articles(200, 0), new: articles(200, 20), corrections: [] }
	const [one, other] = await Promise.all([comparer.compare(asked), comparer.compare({ ...asked })])
	expect(other).toBe(one)
})

test('one large pair after the other never keeps a smaller one waiting', async () => {
	const comparer = open()
	const done: string[] = []
	const ask = async (name: string, count: number, changed: number) => {
		await comparer.compare({
			old: articles(count, 0),
			new: articles(count, changed),
			corrections: [],
		})
		done.push(name)
	}
	const large = [1, 2, 3, 4].map((at) => ask(`large ${at}`, 1500, 50 * at))
	await Promise.all([...large, ask('small', 100, 10)])
	expect(done.indexOf('small')).toBeLessThanOrEqual(1)
	expect(done).toHaveLength(5)
})

test('while a large pair is compared, the process goes on with other work', async () => {
	const comparer = open()
	let longest = 0
	let last = performance.now()
	const beat = setInterval(() => {
		longest = Math.max(longest, performance.now() - last)
		last = performance.now()
	}, 5)
	const began = performance.now()
	await comparer.compare({ old: articles(4000, 0), new: articles(4000, 1200), corrections: [] })
	const took = performance.now() - began
	clearInterval(beat)
	expect(longest).toBeLessThan(took / 2)
})

test('a comparison that fails fails alone: the next one is answered', async () => {
	const comparer = open()
	const asked = { old: articles(200, 0), new: articles(200, 3), corrections: [] }
	const broken = { ...asked, old: { text: new Uint8Array(1000) as unknown as string, document: null } }
	await expect(comparer.compare(broken)).rejects.toThrow()
	const sound = await comparer.compare(asked)
	expect(sound.identical).toBe(false)
})

function paperOf(paper: RedlinePaper, oldText: string, newText: string): PaperAsked {
	const side = (text: string, name: string) => ({
		text,
		document: null,
		name,
		day: null,
		sha256: 'a1'.repeat(32),
	})
	const texts = { old: side(oldText, '第1稿'), new: side(newText, '第2稿') }
	return {
		paper,
		corrections: [],
		facts: { texts, comments: [], files: null, author: '赵起草', at: new Date(0) },
	}
}

test.each(REDLINE_PAPERS)('a thread writes the same %s as the process itself', async (paper) => {
	const asked = paperOf(paper, articles(60, 0), articles(62, 20))
	const [here, there] = [open({ inPlace: Infinity }), open({ inPlace: 0 })]
	const [written, other] = await Promise.all([here.write(asked), there.write(asked)])
	// Files carry the moment at which they were packed.
	const partsOf = (bytes: Uint8Array) => {
		const { 'docProps/core.xml': _when, ...parts } = unzipSync(bytes)
		return parts
	}
	expect(partsOf(other)).toEqual(partsOf(written))
})

test('who asks for a paper that is being written waits for the same one', async () => {
	const comparer = open()
	const asked = paperOf('marked-draft', articles(200, 0), articles(200, 20))
	const other = { ...asked, facts: { ...asked.facts, author: '钱起草' } }
	const [one, again, byAnother] = await Promise.all([asked, { ...asked }, other].map(comparer.write))
	expect(again).toBe(one)
	expect(byAnother).not.toBe(one)
})

test('while a large paper is written, the process goes on with other work, and small comparisons do not wait', async () => {
	const comparer = open()
	const done: string[] = []
	let longest = 0
	let last = performance.now()
	const beat = setInterval(() => {
		longest = Math.max(longest, performance.now() - last)
		last = performance.now()
	}, 5)
	const [oldText, newText] = [articles(1500, 0), articles(1500, 700)]
	const began = performance.now()
	const papers = REDLINE_PAPERS.map((paper) =>
		comparer.write(paperOf(paper, oldText, newText)).then(() => done.push(paper)),
	)
	const small = { old: articles(100, 0), new: articles(100, 10), corrections: [] }
	await Promise.all([...papers, comparer.compare(small).then(() => done.push('small'))])
	clearInterval(beat)
	expect(done.indexOf('small')).toBeLessThanOrEqual(1)
	expect(longest).toBeLessThan((performance.now() - began) / 4)
})

test('a paper that cannot be written fails alone, and the next one is written', async () => {
	const comparer = open({ inPlace: 0 })
	const asked = paperOf('marked-draft', articles(20, 0), articles(20, 3))
	const broken = { ...asked, facts: { ...asked.facts, at: new Date(Number.NaN) } }
	await expect(comparer.write(broken)).rejects.toThrow(/Invalid time value/)
	expect((await comparer.write(asked)).length).toBeGreaterThan(1000)
})

test('where both wait, a page’s comparison comes before a paper of as much text', async () => {
	const comparer = open({ inPlace: 0, threads: 1 })
	const done: string[] = []
	const first = { old: articles(300, 0), new: articles(300, 30), corrections: [] }
	const second = { old: articles(200, 0), new: articles(200, 20), corrections: [] }
	await Promise.all([
		comparer.compare(first).then(() => done.push('under way')),
		comparer.write(paperOf('marked-draft', second.old, second.new)).then(() => done.push('paper')),
		comparer.compare(second).then(() => done.push('comparison')),
	])
	expect(done).toEqual(['under way', 'comparison', 'paper'])
})

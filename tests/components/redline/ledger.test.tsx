import { expect, test } from 'vitest'
import { RedlineReader } from '#app/components/redline/redline-reader.tsx'
import { changesOfLedger } from '#app/domain/redline-reading/ledger.ts'
import { summaryOfLedger } from '#app/domain/redline-reading/reader-ledger.ts'
import { readRedline } from '#app/domain/redline-reading/read-redline.ts'
import type { PlacedItem, ReadingChoice } from '#app/domain/redline-reading/reading.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { renderPage } from '#tests/support/render-page.tsx'

const OLD = '第一条　收市时间为二十二时。\n第二条　公示期不少于七日。\n第三条　本方案自公布之日起施行。'
const NEW = OLD.replace('二十二时', '二十三时').replace('七日', '五日')
const ITEMS: readonly PlacedItem[] = [{ id: 'i', anchor: 'art-1', side: 'old' }]
const CHOICE: ReadingChoice = { around: '0', kind: null, nature: null, mark: null, part: null, at: null }

/** The page of somebody who has ticked the changes of these articles, some of them in a sitting that has not ended. */
function page(seen: readonly string[], open: readonly string[] = [], choice: Partial<ReadingChoice> = {}) {
	const redline = compareTexts(OLD, NEW)
	const changes = changesOfLedger(redline, ITEMS)
	const idsOf = (blocks: readonly string[]) =>
		new Set(changes.filter(({ block }) => blocks.includes(block)).map(({ id }) => id))
	const ledger = { changes, seenIds: idsOf(seen), openIds: idsOf(open) }
	return renderPage(
		<RedlineReader
			reading={readRedline(redline, ITEMS, { ...CHOICE, ...choice }, ledger)}
			address={{ path: '/matters/m/redline', texts: {}, view: 'inline', choice: { ...CHOICE, ...choice } }}
			texts={{
				old: { name: '第 1 稿', sha256: 'a'.repeat(64) },
				new: { name: '第 2 稿', sha256: 'b'.repeat(64) },
			}}
			ledger={{
				summary: summaryOfLedger(redline, ledger),
				matterId: 'm',
				pair: { from: 1, to: 2 },
				commandKey: 'k'.repeat(36),
				answer: undefined,
			}}
		/>,
	)
}

const plain = (html: string) => html.replaceAll('<!-- -->', '')
const ticks = (html: string) => [...html.matchAll(/data-tick="(\w+)"/g)].map(([, tick]) => tick)

test('nothing is ticked beforehand; each changed article has a form of its own, which works without script', async () => {
	const html = plain(await page([]))
	expect(html).toContain('2 处改动，已看 0 处')
	expect(ticks(html)).toEqual(['see', 'see'])
	expect(html.match(/name="digest" value="[0-9a-f]{64}"/g)).toHaveLength(2)
	expect(html).toContain('还有 2 处没看，去看下一处')
	expect(html).not.toContain('记入办理过程')
})

test('what was ticked in this sitting can be taken back, and the sitting ended', async () => {
	const html = plain(await page(['art-1'], ['art-1']))
	expect(html).toContain('2 处改动，已看 1 处')
	expect(ticks(html)).toEqual(['unsee', 'see'])
	expect(html).toContain('本次看到这里，记入办理过程（1 处）')
})

test('what an ended sitting has taken up stays seen, without a button', async () => {
	const html = plain(await page(['art-1', 'art-2']))
	expect(ticks(html)).toEqual([])
	expect(html).toContain('全部看过')
})

test('a tick leads on to the next article that has something unseen', async () => {
	const html = plain(await page([]))
	const next = [...html.matchAll(/name="next" value="([\w-]+)"/g)].map(([, anchor]) => anchor)
	expect(next).toEqual(['art-2', 'art-2'])
})

test('changes that no item asked for are a list of their own with their words', async () => {
	const html = plain(await page(['art-1']))
	expect(html).toContain('意见之外的改动 1 处')
	const list = /data-outside-list[\s\S]*?<\/ol>/.exec(html)?.[0] ?? ''
	expect(list).toContain('第二条')
	expect(list).toContain('五日')
	expect(list).not.toContain('第一条')
})

test('only what is unseen is shown when that is asked for', async () => {
	const html = plain(await page(['art-1'], [], { seen: 'not' }))
	expect(html).toContain('id="art-2"')
	expect(html).not.toContain('id="art-1"')
})

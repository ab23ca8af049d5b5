/** Pairs made by random edits of the demo's drafts, so that it is known what became of each article and paragraph. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openChance } from '#bench/redline/unseen-pairs/chance.ts'
import { articlesIn, readDraft, writeDraft } from '#bench/redline/unseen-pairs/draft.ts'
import { EDIT_NAMES } from '#bench/redline/unseen-pairs/edits.ts'
import { type Revision, revise } from '#bench/redline/unseen-pairs/pair.ts'
import { type Tally, emptyTally, f1, scorePair } from '#bench/redline/unseen-pairs/score.ts'
import { readTruth } from '#bench/redline/unseen-pairs/truth.ts'
import { TYPESETTINGS, typeset } from '#bench/redline/unseen-pairs/typesetting.ts'
import { gatherWords } from '#bench/redline/unseen-pairs/words.ts'

const FOLDER = new URL('../../../seeds/demo/drafts/', import.meta.url)
/** The drafts have no long articles. */
const WITH_LONG_ARTICLES = `青禾区公共运动场地管理办法
第一条　为了规范公共运动场地的管理和使用，方便居民健身，制定本办法。
第二条　场地管理单位应当在入口处公示开放时间、收费标准、容纳人数和投诉电话。
公示内容有变化的，应当提前七日在场地入口和区政府网站上同时告知居民。
临时关闭场地超过一日的，还应当向街道办事处说明原因和恢复开放的时间。
第三条　学校的运动场地在节假日和寒暑假向居民开放，开放所需的保险费用由区财政承担。
第四条　居民可以通过预约平台预约场地，每人每周预约不超过三次，每次不超过两小时。
预约后三次未到场的，平台在一个月内停止受理其预约，并以短信告知本人。
老年人和残疾人可以在现场登记使用，管理单位应当为其预留五分之一的时段。
第五条　器材由管理单位每季度检查一次，检查记录保存两年；发现损坏的，应当立即停用并在十日内修复。
第六条　训练机构租用场地的，应当与管理单位签订书面协议，租用时间不得占用居民的免费时段。
第七条　夜间使用照明和音响的，应当遵守环境噪声的规定，二十二时以后不得使用扩音设备。
第八条　违反本办法占用场地经营的，由街道办事处责令改正；拒不改正的，处二百元以上一千元以下罚款。
第九条　本办法自公布之日起施行，有效期五年。`
const DRAFTS = [
	...readdirSync(FOLDER)
		.filter((name) => name.endsWith('-1.txt'))
		.toSorted()
		.map((name) => readFileSync(new URL(name, FOLDER), 'utf8')),
	WITH_LONG_ARTICLES,
]
	.map(readDraft)
	.filter((draft) => articlesIn(draft).length >= 8)
const WORDS = gatherWords(DRAFTS)
const SEEDS = [0, 1, 2, 3]

function scored(revision: Revision): Tally & { readonly pairs: number } {
	const tally = emptyTally()
	let pairs = 0
	for (const seed of SEEDS)
		for (const [index, draft] of DRAFTS.entries()) {
			const others = DRAFTS.filter((other) => other !== draft)
			const pair = revise(draft, revision, { seed: seed * 100 + index, words: WORDS, others })
			if (!pair) continue
			pairs += 1
			scorePair(pair.old, pair.fresh, readTruth(pair.old, pair.fresh), tally)
		}
	return { ...tally, pairs }
}

/** What a text that was made at random can no longer be known by is not asked for. */
const UNSURE = new Set(['article rewritten heavily', 'item inserted'])

test.each(EDIT_NAMES.filter((name) => !UNSURE.has(name)))(
	'every article and paragraph is found again, and called what it became: %s',
	(name) => {
		const { pairs, notes } = scored({ edits: [name], perArticle: 1 / 8 })
		expect(pairs).toBeGreaterThan(0)
		expect(notes).toEqual([])
	},
)

test.each<[string, Revision, number]>([
	['30–60 % of the words replaced', { edits: ['article rewritten heavily'], perArticle: 1 / 8 }, 0.99],
	['items inserted', { edits: ['item inserted'], perArticle: 1 / 8 }, 0.99],
	['all edits, one to three articles', { edits: EDIT_NAMES, perArticle: 1 / 3 }, 0.99],
	['all edits, two to three articles', { edits: EDIT_NAMES, perArticle: 2 / 3 }, 0.98],
	['all edits, short texts', { edits: EDIT_NAMES, perArticle: 1 / 3, atMost: 8 }, 0.98],
	['条 to 一、（一）', { edits: EDIT_NAMES, perArticle: 1 / 8, fresh: 'sections' }, 0.99],
	['一、（一） to 条', { edits: EDIT_NAMES, perArticle: 1 / 8, old: 'sections' }, 0.99],
	['条 to 1.', { edits: EDIT_NAMES, perArticle: 1 / 8, fresh: 'arabic' }, 0.99],
])('links of articles and of paragraphs reach their measure: %s', (_name, revision, least) => {
	const { articles, paragraphs } = scored(revision)
	expect(articles.right).toBeGreaterThan(50)
	expect(f1(articles)).toBeGreaterThanOrEqual(least)
	expect(f1(paragraphs)).toBeGreaterThanOrEqual(least)
})

/** A line that ends with its sentence at the edge cannot be told from the end of a paragraph. */
const AMBIGUOUS = new Set(['lines broken at the edge', 'broken and page numbers'])

test.each(Object.entries(TYPESETTINGS).filter(([name]) => !AMBIGUOUS.has(name)))(
	'typesetting changes no article: %s',
	(_name, how) => {
		const tally = emptyTally()
		for (const [index, draft] of DRAFTS.entries()) {
			const written = writeDraft(draft, 'articles', null)
			scorePair(written, typeset(written, how, openChance(index)), () => 'unchanged', tally)
		}
		expect(tally.articles.right).toBeGreaterThan(50)
		expect(tally.notes).toEqual([])
	},
)

/** Texts of any size for the bench, of our own words, the same for the same seed. */
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'

/** A row of numbers from 0 to 1 that looks random and is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
	}
}

const WHO =
	'街道办事处 区城管局 区市场监管局 经营者 集市管理人 摊位承租人 社区居民委员会 区卫生健康局 申请人 行业协会 区应急局 承办单位'.split(
		' ',
	)
const MUST = '应当 可以 不得 负责 有权 应当及时 应当按照规定 应当会同有关单位 不得擅自 应当书面'.split(' ')
const DO =
	'登记 公示 报送 检查 清运 核验 受理 撤销 变更 延长 划定 调整 公布 留存 移交 收取 退还 培训 复核 评估 记录 整改 劝导 备案'.split(
		' ',
	)
const WHAT =
	'摊位 证照 名录 台账 经营品种 营业时间 健康证明 食品来源 废弃油脂 噪声监测结果 消防通道 保证金 租赁合同 信用信息 投诉事项 处理结果 应急预案 巡查日志 收费标准 用电线路 计量器具 占道范围 环境卫生 听证意见'.split(
		' ',
	)
const HOW =
	'在三个工作日内 自收到申请之日起十日内 每季度 在经营场所醒目位置 通过政务服务平台 依照本办法第十二条 当场 会同派出所 经集体讨论后 在公开征求意见后 逾期不改的 情节严重的 符合条件的 根据实际需要 对首次违反的 处二百元以上一千元以下罚款 有效期为二年'.split(
		' ',
	)

function pick(words: readonly string[], random: () => number): string {
	return words[Math.floor(random() * words.length)] ?? ''
}

function sentence(random: () => number): string {
	const clauses = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
		const object = random() < 0.4 ? `${pick(WHAT, random)}和${pick(WHAT, random)}` : pick(WHAT, random)
		return `${pick(WHO, random)}${random() < 0.6 ? pick(HOW, random) : ''}${pick(MUST, random)}${pick(DO, random)}${object}`
	})
	return `${clauses.join('，')}。`
}

/** An article: one or more 款, some with 项. */
function article(random: () => number): string[] {
	const lines = [sentence(random) + (random() < 0.4 ? sentence(random) : '')]
	if (random() < 0.25) lines.push(sentence(random))
	if (random() < 0.15) {
		lines.push('有下列情形之一的，不予登记：')
		for (let item = 1; item <= 3; item += 1)
			lines.push(`（${writeNumber(item)}）${pick(HOW, random)}${pick(DO, random)}${pick(WHAT, random)}；`)
	}
	return lines
}

function written(articles: readonly (readonly string[])[]): string {
	return [
		'集市经营管理办法',
		...articles.flatMap(([first, ...rest], at) => [`第${writeNumber(at + 1)}条　${first}`, ...rest]),
	].join('\n')
}

/** Two versions of a text of about this many characters: three in ten articles changed, some added and deleted, so that all numbers shift. */
export function revision(characters: number, seed = 7): { oldText: string; newText: string } {
	const random = seeded(seed)
	const old: string[][] = []
	for (let length = 0; length < characters;) {
		const lines = article(random)
		old.push(lines)
		length += lines.join('').length + 6
	}
	const fresh = old.flatMap((lines): string[][] => {
		const chance = random()
		if (chance < 0.02) return []
		if (chance < 0.04) return [article(random), lines]
		return [chance < 0.34 ? lines.map((line) => edited(line, random)) : lines]
	})
	return { oldText: written(old), newText: written(fresh) }
}

/** A paragraph with a word replaced, left out or put in, once or a few times. */
function edited(line: string, random: () => number): string {
	let text = line
	for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
		const list = oneOf([WHO, MUST, DO, WHAT, HOW], random)
		const word = list.find((each) => text.includes(each) && random() < 0.5)
		if (word !== undefined) text = text.replace(word, random() < 0.25 ? '' : pick(list, random))
		else text = text.replace('，', `，${pick(HOW, random)}的，`)
	}
	return text
}

function oneOf<Each>(lists: readonly Each[], random: () => number): Each {
	const found = lists[Math.floor(random() * lists.length)]
	if (found === undefined) throw new Error('nothing to pick from')
	return found
}

/** A text with nothing of the other in it but single characters. */
export function unrelated(characters: number, seed: number): string {
	const random = seeded(seed)
	const first = 0x4e00 + seed * 3000
	return Array.from({ length: characters }, (_, at) =>
		at % 97 === 96 ? '\n' : String.fromCodePoint(first + Math.floor(random() * 2500)),
	).join('')
}

/** Characters of one small set in no order, without any line end. */
export function noise(characters: number, seed: number): string {
	const random = seeded(seed)
	return Array.from({ length: characters }, () =>
		String.fromCodePoint(0x4e00 + Math.floor(random() * 500)),
	).join('')
}

/** So many articles that differ in their figures alone, and the same with other figures and one other word. */
export function nearlyAlike(count: number): [string, string] {
	const side = (often: string, shift: number) =>
		articles(
			count,
			(at) =>
				`第${(at + shift) % 50}号摊位的经营者应当按照规定${often}消毒，台账保存${(at % (9 - shift)) + 2}年，` +
				`违者处${(at * (37 + 4 * shift)) % 991}元罚款。`,
		)
	return [side('每日', 0), side('每周', 1)]
}

/** So many articles, and one that holds them all as its paragraphs. */
export function manyIntoOne(count: number): [string, string] {
	const duty = (at: number) =>
		`区${at % 7}局会同街道办事处做好第${(at * 7) % 501}项工作，自受理之日起${(at * 13) % 57}日内报告。`
	return [articles(count, duty), `第1条　${Array.from({ length: count }, (_, at) => duty(at)).join('\n')}`]
}

/** The same of articles that have hardly any two neighbouring characters in common. */
export function manyInOwnWordsIntoOne(count: number): [string, string] {
	const random = seeded(count)
	const own = Array.from({ length: count }, () =>
		Array.from({ length: 40 }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 15_000))).join(''),
	)
	return [articles(count, (at) => `${own[at]}。`), `第1条　${own.map((words) => `${words}。`).join('\n')}`]
}

/** So many articles of a few characters, and the same one place further. */
export function tinyArticles(count: number): [string, string] {
	const side = (shift: number) => articles(count, (at) => `甲${(at + shift) % 97}。`)
	return [side(0), side(1)]
}

function articles(count: number, write: (at: number) => string): string {
	return Array.from({ length: count }, (_, at) => `第${at + 1}条　${write(at)}`).join('\n')
}

/** Long texts of our own writing, for what measures the comparison of large pairs. */

const WHO = [
	'区人民政府',
	'区司法局',
	'镇人民政府',
	'街道办事处',
	'申请人',
	'主管部门',
	'行政相对人',
	'经营者',
]
const WHAT = ['办理登记', '提交材料', '组织验收', '公布结果', '开展检查', '作出决定', '报送备案', '告知权利']
const WHEN = ['五个工作日', '十日', '十五日', '二十个工作日', '三十日', '两个月']

/** Two versions of a text of about so many characters: 30 % of the articles changed, some new, so that numbers move. */
export function largePair(characters: number): { readonly oldText: string; readonly newText: string } {
	const random = numbersFrom(713)
	const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
	const sentence = () =>
		`${pick(WHO)}应当自收到材料之日起${pick(WHEN)}内${pick(WHAT)}，并书面通知${pick(WHO)}。`
	const old: string[] = []
	const fresh: string[] = []
	for (let size = 0; size < characters;) {
		const article = Array.from({ length: 3 }, sentence).join('')
		old.push(article)
		const chance = random()
		if (chance < 0.03) fresh.push(sentence())
		fresh.push(
			chance < 0.3 ? article.replace('书面通知', '以书面形式及时通知').replace('应当', '可以') : article,
		)
		size += article.length + 8
	}
	const numbered = (articles: readonly string[]) =>
		['青禾区综合管理规定', ...articles.map((article, at) => `第${at + 1}条　${article}`)].join('\n')
	return { oldText: numbered(old), newText: numbered(fresh) }
}

/** Numbers between 0 and 1, the same ones each time. */
function numbersFrom(seed: number): () => number {
	let state = seed
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
		return state / 2 ** 32
	}
}

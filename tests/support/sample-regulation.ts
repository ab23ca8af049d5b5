/** What a made-up regulation is like; the same wishes always give the same text. */
export type Regulation = {
	readonly articles: number
	readonly seed?: number
	readonly chapters?: number
	readonly annex?: boolean
}

const SUBJECTS = ['区人民政府', '街道办事处', '市场管理机构', '集市开办者', '经营者', '区商务主管部门']
const DUTIES = ['应当', '不得', '可以']
const ACTS = [
	'公示摊位的划分方案',
	'登记摊位使用人的姓名',
	'保持通道畅通',
	'收取约定以外的费用',
	'在收市后清扫场地',
	'张贴投诉电话',
	'核对健康证明',
	'留存进货凭证',
	'占用消防通道',
	'转让摊位',
]
const WHEN = ['每日', '每季度', '自受理之日起十五日内', '在开市前', '经公示后', '遇有暴雨时']
const NUMERALS = '零一二三四五六七八九'

/** A regulation of our own making: title, note, chapters, articles with 款, 项 and amounts, and an annex with a table. */
export function sampleRegulation({ articles, seed = 1, chapters = 1, annex = false }: Regulation): string[] {
	const pick = openDice(seed)
	const sentence = () => `${pick(SUBJECTS)}${pick(WHEN)}${pick(DUTIES)}${pick(ACTS)}`
	const lines = ['示例区集市管理办法（试行）', '（2020年3月1日区人民政府令第1号公布）']
	for (let article = 1; article <= articles; article += 1) {
		const chapter = Math.floor(((article - 1) * chapters) / articles) + 1
		if (article === 1 || chapter > Math.floor(((article - 2) * chapters) / articles) + 1)
			lines.push(`第${chineseNumber(chapter)}章　${pick(['总则', '开办', '经营', '监督', '责任', '附则'])}`)
		const number = `第${chineseNumber(article)}条　`
		if (article === articles && articles > 1) lines.push(`${number}本办法自2020年5月1日起施行。`)
		else if (article % 4 === 3) {
			lines.push(`${number}${pick(SUBJECTS)}应当遵守下列规定：`)
			for (let item = 1; item <= 3; item += 1)
				lines.push(`（${chineseNumber(item)}）${pick(WHEN)}${pick(ACTS)}${item === 3 ? '。' : '；'}`)
		} else if (article % 4 === 0) {
			lines.push(
				`${number}${sentence()}。`,
				`违反前款规定的，处${chineseNumber(1 + (article % 9))}百元以下罚款。`,
			)
		} else lines.push(`${number}${sentence()}；${sentence()}。`)
	}
	if (annex) lines.push('附件1', '摊位登记表', '序号\t摊位\t使用人', '1\t东一\t', '', '注：<一摊> & “一证”。')
	return lines
}

/** A revised regulation: words change, articles come, go and move, and everything after them is numbered anew. */
export function revise(lines: readonly string[], seed: number): string[] {
	const pick = openDice(seed)
	const roll = (sides: number) => pick(Array.from({ length: sides }, (_, side) => side))
	const revised: string[] = []
	let parked: string | null = null
	for (const line of lines) {
		const isArticle = line.startsWith('第') && line.includes('条　')
		const fate = roll(12)
		if (fate === 0 && isArticle) continue
		if (fate === 1 && isArticle && parked === null) parked = line
		else if (fate === 2)
			revised.push(line.replace('应当', '必须').replace('百元', '千元').replace('每日', '每周'))
		else if (fate === 3) revised.push(`${line.replace(/。$/, '')}，并向社会公布。`)
		else if (fate === 4 && isArticle)
			revised.push(line, `第条　${pick(SUBJECTS)}应当建立${pick(WHEN)}巡查的制度。`)
		else if (fate === 5 && line.startsWith('（'))
			revised.push(line.replace(/[。；]$/, '；'), '（九）其他义务。')
		else revised.push(line)
		if (parked !== null && roll(6) === 0) revised.push(parked.slice(0))
		if (parked !== null && revised[revised.length - 1] === parked) parked = null
	}
	return renumber(revised)
}

function renumber(lines: readonly string[]): string[] {
	let article = 0
	let item = 0
	return lines.map((line) => {
		if (/^第.{0,6}条　/.test(line)) {
			item = 0
			return line.replace(/^第.{0,6}条/, `第${chineseNumber((article += 1))}条`)
		}
		if (/^（.{1,2}）/.test(line)) return line.replace(/^（.{1,2}）/, `（${chineseNumber((item += 1))}）`)
		return line
	})
}

function chineseNumber(value: number): string {
	const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
	const high = hundreds > 0 ? `${NUMERALS[hundreds]}百${tens === 0 && ones > 0 ? '零' : ''}` : ''
	const ten = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : NUMERALS[tens]}十` : ''
	return `${high}${ten}${ones > 0 ? NUMERALS[ones] : ''}`
}

/** Numbers that look like chance and are the same every time. */
function openDice(seed: number): <Each>(from: readonly Each[]) => Each {
	let state = seed * 2_654_435_761
	return (from) => {
		state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
		return from[(state >>> 8) % from.length] as (typeof from)[number]
	}
}

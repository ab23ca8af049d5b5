import { appendAll } from '#app/domain/append-all.ts'
import { DIGIT, NUMERAL, readNumber, writeNumber } from './chinese-number.ts'

/** A place that a citation names. What it leaves out is null: 第二款 alone names no article. */
export type CitedPlace = {
	/** Key of the article: 13, 120-1 (第一百二十条之一). */
	readonly article: string | null
	readonly part: number | null
	readonly item: number | null
	readonly subItem: number | null
}

/**
 * A place of a legal text that a sentence refers to. `text` says in which text it lies: this one, another one
 * (《…法》第十条), or not told, where a bare 第十条 follows another law in the same paragraph. `relative` ones
 * (前款, 前条, 前三项) name no number and are never resolved.
 */
export type Citation = {
	/** Code units in the text given. */
	readonly start: number
	readonly end: number
	readonly written: string
	readonly text: 'own' | 'other' | 'untold' | 'relative'
	readonly place: CitedPlace
	/** The end of a range that begins with the citation before: 第三条至第五条. */
	readonly isThrough: boolean
}

const BLANK = '[ \\t\\u3000]{0,3}'
const NUMBER = `(?:${NUMERAL}|${DIGIT}){1,12}`
/** One step of a citation: 第十条, 第十条之一, 第二款, 第三项, 第（三）项, （三）项, 第2目. */
const STEP = new RegExp(
	`第${BLANK}(${NUMBER})${BLANK}([条條款项項目])(?:之([一二三四五六七八九十]{1,3}))?|第?${BLANK}[（(]${BLANK}(${NUMBER})${BLANK}[）)](?:${BLANK}[项項])?`,
	'y',
)
/** 目前条件, 前款项 and 前项目 are other words. */
const BEGINS = new RegExp(
	`第${BLANK}(?:${NUMBER}${BLANK}[条條款项項]|[（(]${BLANK}${NUMBER}${BLANK}[）)])|(?<![目提之先以事])前[一二两三四五六七八九十]{0,2}(?:[条條](?!件)|款(?![项項])|[项項](?!目))`,
	'g',
)
/** What stands between two citations of one list, its law named once: 第三条、第四条和第五条第二款, 第三条至第五条. */
const JOINT = /[ \t\u3000]{0,3}(?:、|和|与|及|以及|或|或者|至|到|—|－|-|～|~)[ \t\u3000]{0,3}(?=第|[（(])/y
const THROUGH = /[至到—－\-～~]/

/** 本法, 本条例, 本实施办法: the text that speaks. */
const OWN =
	/本(?:实施|暂行|试行|管理)?(?:宪?法|条例|规定|办法|细则|规则|解释|章程|制度|规范|规程|准则|方案|意见|通知|决定|标准)$/
/** The name of another text, in 《》 or not. */
const OTHER =
	/(?:》|法|法典|条例|规定|办法|细则|规则|解释|章程|制度|规范|规程|准则|决定|公约|协定|协议|合同|修正案|通知|意见|标准|方案|令|号)$/
/** 违反前款规定, 依法: words that end like the name of a text and are none. */
const NO_NAME = /(?:[依合违司执守立方无]法|(?:下列|前款|有关|上述|违反|依照|按照|根据)(?:规定|办法))$/
/** What may stand between the name and the number: （2023年修订）, 的, 中的. */
const BETWEEN = '的中之'
const CLOSING = '）)〕'
const OPENING = /[（(〔][^（(〔）)〕]*$/
const LONGEST_BRACKETS = 40
/** Longer than 本实施细则 and every other ending of a name. */
const LONGEST_ENDING = 8

/** 条、款、项、目, in both scripts. */
const LEVELS = ['条條', '款', '项項', '目'] as const
const NOWHERE: CitedPlace = { article: null, part: null, item: null, subItem: null }

/**
 * The citations in one paragraph, in order: those of this text with the place that they name, those of other texts
 * and relative ones so that nobody takes them for the former. A list or range (第三条、第四条第二款至第四款) gives one
 * citation each, the article carried on.
 */
export function findCitations(text: string): Citation[] {
	if (!text.includes('第') && !text.includes('前')) return []
	const found: Citation[] = []
	let isOtherNamed = false
	BEGINS.lastIndex = 0
	for (let begins = BEGINS.exec(text); begins; begins = BEGINS.exec(text)) {
		const isRelative = begins[0].startsWith('前')
		const origin = isRelative ? 'relative' : originOf(text, begins.index, isOtherNamed)
		const chain = readChain(text, begins.index, origin, isRelative ? begins[0].length : 0)
		if (origin === 'other') isOtherNamed = true
		if (origin === 'own' && isNamed(text, begins.index)) isOtherNamed = false
		appendAll(found, chain)
		BEGINS.lastIndex = Math.max(chain[chain.length - 1]?.end ?? 0, begins.index + begins[0].length)
	}
	return found
}

/** The words for a cited place: 第十条第二款第三项, or 第（三）项 where brackets are wished for. */
export function citedWords({ article, part, item, subItem }: CitedPlace, isBracketed = false): string {
	const [number, branch] = (article ?? '').split('-')
	return [
		article === null ? '' : `第${writeNumber(Number(number))}条`,
		branch === undefined ? '' : `之${writeNumber(Number(branch))}`,
		part === null ? '' : `第${writeNumber(part)}款`,
		item === null ? '' : isBracketed ? `第（${writeNumber(item)}）项` : `第${writeNumber(item)}项`,
		subItem === null ? '' : `第${writeNumber(subItem)}目`,
	].join('')
}

/** In which text a citation lies, by the words before it. A bare one after another law might be of either. */
function originOf(text: string, start: number, isOtherNamed: boolean): Citation['text'] {
	const name = nameBefore(text, start)
	if (OWN.test(name) || name.endsWith('本条')) return 'own'
	if (name.endsWith('本款')) return 'relative'
	if (OTHER.test(name) && !NO_NAME.test(name)) return 'other'
	return isOtherNamed ? 'untold' : 'own'
}

function isNamed(text: string, start: number): boolean {
	return OWN.test(nameBefore(text, start))
}

/** The last characters of the name that a citation follows. */
function nameBefore(text: string, start: number): string {
	let end = start
	for (let last = text[end - 1]; last !== undefined; last = text[end - 1]) {
		if (/\s/.test(last) || BETWEEN.includes(last)) end -= 1
		else if (!CLOSING.includes(last)) break
		else {
			const opening = text.slice(Math.max(0, end - LONGEST_BRACKETS), end - 1).search(OPENING)
			if (opening < 0) break
			end = Math.max(0, end - LONGEST_BRACKETS) + opening
		}
	}
	return text.slice(Math.max(0, end - LONGEST_ENDING), end)
}

/** Reads a list of citations that begins here; `skip` is the length of the 前款 that it begins with. */
function readChain(text: string, start: number, origin: Citation['text'], skip: number): Citation[] {
	const chain: Citation[] = []
	let from = start
	let at = start + skip
	let place = NOWHERE
	let level = skip > 0 ? 0 : -1
	let isThrough = false
	const close = () =>
		chain.push({ start: from, end: at, written: text.slice(from, at), text: origin, place, isThrough })
	for (;;) {
		const step = readStep(text, at)
		if (!step || step.level <= level) break
		place = placeAt(place, step)
		level = step.level
		at = step.end
		JOINT.lastIndex = at
		const joint = JOINT.exec(text)
		const next = joint && readStep(text, JOINT.lastIndex)
		if (!joint || !next || (next.isLoose && level < 2)) continue
		close()
		from = at = at + joint[0].length
		level = next.level - 1
		isThrough = THROUGH.test(joint[0])
	}
	if (at > from) close()
	return chain
}

type CitedStep = {
	readonly level: number
	readonly value: number
	readonly branch: number | null
	readonly end: number
	/** （三） without 第 and 项, which after a 条 in a list might be anything. */
	readonly isLoose: boolean
}

function readStep(text: string, at: number): CitedStep | null {
	STEP.lastIndex = at
	const match = STEP.exec(text)
	const value = match && readNumber(match[1] ?? match[4] ?? '')
	if (!match || value === null) return null
	return {
		level: match[2] === undefined ? 2 : LEVELS.findIndex((signs) => signs.includes(match[2] ?? '')),
		value,
		branch: match[3] === undefined ? null : readNumber(match[3]),
		end: at + match[0].length,
		isLoose: !match[0].startsWith('第'),
	}
}

/** A step goes into the place that the steps before it name; what lies below is left behind. */
function placeAt(place: CitedPlace, { level, value, branch }: CitedStep): CitedPlace {
	if (level === 0) return { ...NOWHERE, article: branch === null ? String(value) : `${value}-${branch}` }
	if (level === 1) return { ...place, part: value, item: null, subItem: null }
	return level === 2 ? { ...place, item: value, subItem: null } : { ...place, subItem: value }
}

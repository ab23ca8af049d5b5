import { withoutInvisible } from './invisible-characters.ts'

/**
 * The grades of a state secret (保守国家秘密法 art. 14): 绝密 top secret, 机密 secret, 秘密 confidential.
 */
export const SECRECY_LEVELS = ['top-secret', 'secret', 'confidential'] as const

export type SecrecyLevel = (typeof SECRECY_LEVELS)[number]

/** Where a marking stands. Never what stands around it: the text may not be kept, so neither may a part of it. */
export type SecrecyMarking = {
	readonly level: SecrecyLevel
	/** Line of the text, counted from 1; 1 for a file name. */
	readonly line: number
}

const LEVEL_OF_FIRST: Readonly<Record<string, SecrecyLevel>> = {
	绝: 'top-secret',
	絕: 'top-secret',
	机: 'secret',
	機: 'secret',
	秘: 'confidential',
	祕: 'confidential',
}

/** Lines in which a level of its own, without star, label or brackets, is a marking: the head of a document. */
const HEAD_LINES = 20

const GAP = '[ \\t　]*'
const LEVEL = `([绝絕机機秘祕])${GAP}密`
const TERM = `(?:${GAP}[·.、]?${GAP}(?:\\d{1,3}|[一二三四五六七八九十]{1,3})${GAP}(?:年|个月|月|天|日)|${GAP}(?:长期|启封前|解密前))`
const URGENCY = `(?:${GAP}(?:特急|特提|加急|平急|急件))`

/** 秘密★, 机密 ★ 5年: the form that GB/T 9704 prescribes. No ordinary word is followed by a star. */
const STARRED = new RegExp(`(?<!商业|工作|个人|技术|经营|企业)${LEVEL}${GAP}级?${GAP}[★☆⭐✩✪✭✮⚝]`)

/** 秘密* typed for want of a star; after another word it is a footnote mark. */
const ASTERISK = new RegExp(`(?<![\\p{Script=Han}])${LEVEL}${GAP}[*＊]`, 'u')

/** 密级：机密, 秘密等级：☑秘密; a list of all levels is a form that somebody has yet to fill in. */
const LABELLED = new RegExp(
	`(?:密${GAP}级|秘密等级|保密等级|保密级别|涉密等级)${GAP}[:：]${GAP}[☑√✓■]?${GAP}${LEVEL}(?!${GAP}(?:级${GAP})?[、，,/或和□☐])`,
)

/** 【机密】 anywhere; 〔秘密〕（机密） only at the head of a line, where no sentence explains the word. */
const BRACKETED = new RegExp(`[【\\[［]${GAP}${LEVEL}${GAP}级?${TERM}?${GAP}[】\\]］]`)
const BRACKETED_FIRST = new RegExp(`^${GAP}[（(〔《〈<]${GAP}${LEVEL}${GAP}级?${TERM}?${GAP}[）)〕》〉>]`)

/** 机密, 秘密 5年, 绝密 特急 as a line of its own. */
const ALONE = new RegExp(`^${GAP}${LEVEL}${GAP}级?(?:${TERM}|${URGENCY})*${GAP}$`)

/** 机密-方案.docx, 方案_秘密.docx, 方案（绝密）.pdf. */
const IN_FILE_NAME = [
	new RegExp(`^${GAP}${LEVEL}${GAP}(?:[-_—－＿.·]|[ 　])`),
	new RegExp(`[-_—－＿.· 　]${GAP}${LEVEL}${GAP}\\.[a-z0-9]{2,5}$`, 'i'),
	new RegExp(`[（(〔]${GAP}${LEVEL}${GAP}级?${TERM}?${GAP}[）)〕]`),
	new RegExp(`^${GAP}${LEVEL}${GAP}\\.[a-z0-9]{2,5}$`, 'i'),
]

/**
 * The first marking of a state secret in a file's name or in a text, or null. The system may not hold state secrets,
 * so a marked file is refused; ordinary words (商业秘密, 保守国家秘密, 机密级以上) are no marking. A single line that ends
 * in a file suffix is read as a file name.
 */
export function findSecrecyMarking(nameOrText: string): SecrecyMarking | null {
	const lines = withoutInvisible(nameOrText).split(/\r\n?|\n/)
	const isFileName = lines.length === 1 && /\.[a-z0-9]{2,5}$/i.test(nameOrText.trim())
	for (const [index, line] of lines.entries()) {
		const found = isFileName
			? firstLevel(line, [...ANYWHERE, ...IN_FILE_NAME])
			: firstLevel(line, index < HEAD_LINES ? AT_HEAD : ANYWHERE)
		if (found !== null) return { level: found, line: index + 1 }
	}
	return null
}

const ANYWHERE = [STARRED, ASTERISK, LABELLED, BRACKETED, BRACKETED_FIRST]
const AT_HEAD = [...ANYWHERE, ALONE]

function firstLevel(line: string, patterns: readonly RegExp[]): SecrecyLevel | null {
	if (!line.includes('密')) return null
	for (const pattern of patterns) {
		const level = LEVEL_OF_FIRST[pattern.exec(line)?.[1] ?? '']
		if (level !== undefined) return level
	}
	return null
}

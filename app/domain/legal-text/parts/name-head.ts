import type { ParagraphKind } from '../legal-text.ts'
import type { Line } from '../lines/line-kind.ts'
import { isAddressee, isDocumentNumber, isLetterhead, readAnnexHead } from './part-words.ts'
import { endsSentence } from '../lines/sentence-end.ts'

/** So many lines are looked at where a text begins. */
const MOST_LINES = 16
const LONGEST_TITLE = 80
/** The kinds of official documents (党政机关公文处理工作条例 art. 8), and of what they carry. */
const LETTER = /(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)$/
const NAMED =
	/(?:办法|规定|细则|条例|规则|规程|制度|章程|规范|准则|标准|方案|计划|规划|预案|要点|措施|合同|合同书|协议|协议书|书|表|辦法|規定)$/
const BRACKETS = /[（(][^（）()]{1,20}[）)]$/

/**
 * Names what stands above a text: letterhead, number, title (also one that was broken over lines) and addressee of an
 * official document, or the mark 附件 over a text that is an annex itself. Lines of a text that begins otherwise stay as
 * they are.
 */
export function nameHead(lines: readonly Line[]): readonly Line[] {
	const roles = new Map<number, ParagraphKind>()
	for (const [at, { begins }] of lines.entries())
		if (at === 0 || (begins.kind === 'part' && begins.part === 'body')) nameFrom(lines, at, roles)
	return roles.size === 0
		? lines
		: lines.map((line, at) => {
				const role = line.role === null ? roles.get(at) : undefined
				return role === undefined ? line : { ...line, role }
			})
}

function nameFrom(lines: readonly Line[], from: number, roles: Map<number, ParagraphKind>): void {
	const head = headLines(lines, from)
	let isOfficial = from > 0
	let place = 0
	for (; place < head.length; place += 1) {
		const text = lines[head[place] ?? 0]?.text ?? ''
		const role = roleAbove(text)
		if (role === null) break
		isOfficial = true
		roles.set(head[place] ?? 0, role)
	}
	const title = titleAt(lines, head, place)
	if (title.length === 0) return
	const words = wordsOf(lines, title)
	place += title.length
	const hasNumber = isDocumentNumber(lines[head[place] ?? -1]?.text ?? '')
	if (hasNumber) roles.set(head[place] ?? 0, 'document-number')
	const to = head[hasNumber ? place + 1 : place] ?? -1
	const isSent = (isOfficial || LETTER.test(words)) && isAddressee(lines[to]?.text ?? '')
	if (isSent) roles.set(to, 'addressee')
	if (isOfficial || hasNumber || isSent || title.length > 1) for (const at of title) roles.set(at, 'title')
}

function roleAbove(text: string): ParagraphKind | null {
	if (isLetterhead(text)) return 'letterhead'
	if (isDocumentNumber(text)) return 'document-number'
	return readAnnexHead(text) ? 'annex-note' : null
}

/** The places of the first lines with words, up to the first numbered one. */
function headLines(lines: readonly Line[], from: number): number[] {
	const head: number[] = []
	for (let at = from; at < lines.length && at < from + 3 * MOST_LINES && head.length < MOST_LINES; at += 1) {
		const line = lines[at]
		if (!line) break
		const isOwn = at === from || line.begins.kind === 'plain'
		if (!isOwn) break
		if (line.text.trim() !== '' && line.role === null) head.push(at)
	}
	return head
}

/** The lines of a title: one, or as many as it takes until it names a kind of document. */
function titleAt(lines: readonly Line[], head: readonly number[], place: number): number[] {
	const title: number[] = []
	for (const at of head.slice(place, place + 3)) {
		const text = lines[at]?.text ?? ''
		if (text.length > LONGEST_TITLE || endsSentence(text) || isDocumentNumber(text)) break
		title.push(at)
		if (isNamed(wordsOf(lines, title))) return title
	}
	return title.slice(0, 1)
}

function isNamed(title: string): boolean {
	const words = title.replace(BRACKETS, '').trimEnd()
	return LETTER.test(words) || NAMED.test(words)
}

function wordsOf(lines: readonly Line[], places: readonly number[]): string {
	return places.map((at) => lines[at]?.text.trim() ?? '').join('')
}

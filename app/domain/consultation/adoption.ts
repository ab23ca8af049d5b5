import type { ReplyAnswer } from '#app/domain/opinion/reply.ts'
import { findPersonalData } from '#app/domain/precheck/personal-data.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { AdoptionCounts } from './adoption-counts.ts'

/** The longest gist of like comments, and the longest reason, in UTF-16 code units: they stand in a row of a table. */
export const ADOPTION_WORDS_LIMIT = 1000

/** So many rows an adoption table has at most: like comments are answered together, and the paper stays readable. */
export const MOST_ADOPTION_ROWS = 500

/** So many comments are judged together: those that one page shows. */
export const COMMENTS_AT_ONCE = 50

/** What is said of one comment or of several like ones (采纳、部分采纳、不采纳), and why. */
export type AdoptionGiven = { readonly answer: ReplyAnswer; readonly gist: string; readonly reason: string }

/** A comment as the table counts it. */
export type CountedComment = { readonly id: string; readonly number: number; readonly isLate: boolean }

/** An entry as it stands in the database: on these comments, oldest entry first. */
export type AdoptionEntryRecord = AdoptionGiven & {
	readonly id: string
	readonly commentIds: readonly string[]
}

/** A row of the table: the comments of which its entry is the newest word, by their numbers. */
export type AdoptionRow = AdoptionGiven & {
	readonly id: string
	readonly numbers: readonly number[]
	readonly late: readonly number[]
}

/** The adoption table (意见采纳情况表) of a consultation as it stands. */
export type AdoptionTable = {
	/** By the first comment that each answers. */
	readonly rows: readonly AdoptionRow[]
	readonly counts: AdoptionCounts
	/** The numbers of those that nobody has answered: while there is one, the table does not close. */
	readonly unanswered: readonly number[]
}

/**
 * The table: of each comment the newest entry counts, in one pass over both. Decree 713 art. 18: 决策承办单位应当对社会
 * 各方面提出的意见进行归纳整理、研究论证，充分采纳合理意见.
 */
export function adoptionTable(
	comments: readonly CountedComment[],
	entries: readonly AdoptionEntryRecord[],
): AdoptionTable {
	const answeredBy = new Map(
		entries.flatMap((entry) => entry.commentIds.map((id) => [id, entry.id] as const)),
	)
	const byNumber = comments.toSorted((one, other) => one.number - other.number)
	const answered = new Map<string, CountedComment[]>()
	for (const comment of byNumber) {
		const entry = answeredBy.get(comment.id)
		if (entry === undefined) continue
		const its = answered.get(entry)
		if (its) its.push(comment)
		else answered.set(entry, [comment])
	}
	const rows = entries
		.flatMap(({ id, answer, gist, reason }) => {
			const its = answered.get(id) ?? []
			if (its.length === 0) return []
			const numbers = its.map(({ number }) => number)
			const late = its.filter(({ isLate }) => isLate).map(({ number }) => number)
			return [{ ...{ id, answer, gist, reason }, numbers, late }]
		})
		.toSorted((one, other) => (one.numbers[0] ?? 0) - (other.numbers[0] ?? 0))
	return {
		rows,
		counts: countsOf(comments, rows),
		unanswered: byNumber.filter(({ id }) => !answeredBy.has(id)).map(({ number }) => number),
	}
}

function countsOf(comments: readonly CountedComment[], rows: readonly AdoptionRow[]): AdoptionCounts {
	const countWith = (answer: ReplyAnswer) =>
		rows.filter((row) => row.answer === answer).reduce((sum, { numbers }) => sum + numbers.length, 0)
	return {
		received: comments.length,
		adopted: countWith('adopted'),
		partly: countWith('partly'),
		notAdopted: countWith('not-adopted'),
		late: comments.filter(({ isLate }) => isLate).length,
	}
}

/** What only repeats the answer: whoever wrote nothing else has given no reason. */
const ANSWER_WORDS =
	/不予|予以|部分|没有|未|不|已|采纳|采用|接受|同意|认可|意见|建议|该|此|条|对|本|的|了|理由|原因|如下/g
const FEWEST_LETTERS = 4

/** Whether a reason says more than the answer itself: 不采纳。 alone does not. */
export function saysWhy(reason: string): boolean {
	const rest = reason.replaceAll(/[^\p{L}\p{N}]/gu, '').replaceAll(ANSWER_WORDS, '')
	return [...rest].length >= FEWEST_LETTERS
}

/**
 * Judges what is written of comments; `ownWords` are those of the one comment that is judged alone, which stand for a
 * gist that was left out. Nobody's identity or telephone number goes into the table: it is published (个人信息保护法
 * art. 6, 25).
 */
export function judgeAdoption(
	given: AdoptionGiven,
	ownWords: string | null,
): Result<AdoptionGiven, Unfitting> {
	const unfitting = (field: string, problem: Unfitting['problem']) =>
		refuse({ code: 'unfitting' as const, field, problem })
	const gist = given.gist.trim() === '' ? (ownWords?.trim() ?? '') : given.gist.trim()
	const reason = given.reason.trim()
	if (gist === '') return unfitting('gist', 'missing')
	if (gist.length > ADOPTION_WORDS_LIMIT) return unfitting('gist', 'too-long')
	if (findPersonalData(gist).length > 0) return unfitting('gist', 'personal-data')
	if (reason === '') return unfitting('reason', 'missing')
	if (reason.length > ADOPTION_WORDS_LIMIT) return unfitting('reason', 'too-long')
	if (!saysWhy(reason)) return unfitting('reason', 'no-reason')
	if (findPersonalData(reason).length > 0) return unfitting('reason', 'personal-data')
	return accept({ answer: given.answer, gist, reason })
}

/** Numbers as people list them: 1—3、5. */
export function numberRanges(numbers: readonly number[]): string {
	const ranges: [from: number, to: number][] = []
	for (const number of numbers) {
		const last = ranges.at(-1)
		if (last?.[1] === number - 1) last[1] = number
		else ranges.push([number, number])
	}
	return ranges.map(([from, to]) => (from === to ? String(from) : `${from}—${to}`)).join('、')
}

import type { PaperNode } from '#app/domain/paper/paper.ts'
import { asSentence, line, rowOf, say } from './say.ts'
import {
	type PaperSource,
	addressee,
	dayIn,
	numeral,
	plainDayIn,
	signedByReviewBody,
	sourcesOf,
	textOf,
	toneOf,
} from './paper-source.ts'

/** 受理通知书: what was accepted, under which number, and until which day it is reviewed. */
export function acceptanceNotice(source: PaperSource): PaperNode[] {
	const { matter } = source
	const of = sourcesOf(source)
	const review = matter.deadlines.findLast(({ kind, endedAt }) => kind === 'review' && endedAt === null)
	const deadline = rowOf('deadline', review?.id ?? '')
	return [
		line('title', say('acceptance.title')),
		addressee(source),
		line(
			'paragraph',
			say('acceptance.received', {
				...textOf(source),
				day: dayIn(of.matter, matter.submittedAt ?? source.at),
				case: of.matter(matter.caseNumber ?? ''),
			}),
		),
		...(review
			? [
					line(
						'paragraph',
						say(`acceptance.period.${toneOf(source)}`, {
							days: deadline(review.periodDays),
							due: plainDayIn(deadline, review.dueOn),
						}),
					),
				]
			: []),
		line('paragraph', say(`acceptance.notice.${toneOf(source)}`)),
		...signedByReviewBody(source, of.matter.computed(dayIn(of.matter, source.at).text)),
	]
}

/** 补正通知书: the whole list at once, each item with its reason, and the day until which it is waited for. */
export function supplementNotice(source: PaperSource): PaperNode[] {
	const { matter } = source
	const asked = matter.supplements.at(-1)
	if (!asked) throw new Error(`matter ${matter.id} has no supplement to notify`)
	const supplement = rowOf('supplement', asked.id)
	const waits = matter.deadlines.findLast(({ kind, endedAt }) => kind === 'supplement' && endedAt === null)
	return [
		line('title', say('supplement.title')),
		addressee(source),
		line('paragraph', say('supplement.opening', { ...textOf(source), number: supplement(asked.number) })),
		...asked.items.map(({ position, what, reason }, at) => {
			const item = rowOf('supplement_item', `${asked.id}:${position}`)
			return line(
				'paragraph',
				say('supplement.item', {
					numeral: numeral(item, at),
					what: item(what.replace(/[。；]$/, '')),
					reason: item(asSentence(reason)),
				}),
			)
		}),
		...(waits
			? [
					line(
						'paragraph',
						say(`supplement.period.${toneOf(source)}`, {
							due: plainDayIn(rowOf('deadline', waits.id), waits.dueOn),
						}),
					),
				]
			: []),
		...signedByReviewBody(source, dayIn(supplement, asked.requestedAt)),
	]
}

/** 退回函: the reason from the list and the words that were added. */
export function returnLetter(
	source: PaperSource,
	given: { readonly reasonCode: string; readonly words: string },
): PaperNode[] {
	const of = sourcesOf(source)
	const reason = source.reasons.find(({ code, use }) => use === 'return' && code === given.reasonCode)
	return [
		line('title', say('return.title')),
		addressee(source),
		line('paragraph', say('return.opening', textOf(source))),
		line(
			'paragraph',
			say('return.reason', {
				reason: rowOf(
					'reference_entry',
					`reason:${given.reasonCode}`,
				)(asSentence(reason?.name.zh ?? given.reasonCode)),
				words: of.matter(asSentence(given.words)),
			}),
		),
		line('paragraph', say('return.again')),
		...signedByReviewBody(source, of.matter.computed(dayIn(of.matter, source.at).text)),
	]
}

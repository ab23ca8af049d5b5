import { type AdoptionRow, type AdoptionTable, numberRanges } from '#app/domain/consultation/adoption.ts'
import { daysOf } from '#app/domain/consultation/consultation.ts'
import type { PaperNode, TableRow } from '#app/domain/paper/paper.ts'
import { asSentence, line, rowOf, say, shortHash, tableRow } from './say.ts'
import { type PaperSource, dayIn, numeral, plainDayIn, signature, sourcesOf } from './paper-source.ts'

/** 公开征求意见采纳情况表: how long the public was asked, what came, and what became of it; nobody who commented is named. */
export function adoptionTablePaper(
	source: PaperSource,
	consultationId: string,
	{ rows, counts }: AdoptionTable,
): PaperNode[] {
	const { matter } = source
	const held = matter.consultations.find(({ id }) => id === consultationId)
	if (!held) throw new Error(`matter ${matter.id} has no consultation ${consultationId}`)
	const its = rowOf('consultation', held.id)
	const { organ, matter: of } = sourcesOf(source)
	const { received, adopted, partly, notAdopted, late } = counts
	return [
		line('title', say('consulted.title')),
		line(
			'paragraph',
			say('consulted.period', {
				...{ title: of(matter.title), hash: its(shortHash(held.contentSha256)) },
				...{ from: plainDayIn(its, held.fromDay), to: plainDayIn(its, held.toDay) },
				days: its.computed(daysOf(held)),
			}),
		),
		...(held.shorterReason === null
			? []
			: [line('paragraph', say('consulted.shortened', { reason: its(asSentence(held.shorterReason)) }))]),
		received === 0
			? line('paragraph', say('consulted.none'))
			: line(
					'paragraph',
					say('consulted.counts', {
						...{ received: its.computed(received), adopted: its.computed(adopted) },
						...{ partly: its.computed(partly), notAdopted: its.computed(notAdopted) },
						late: its.computed(late),
					}),
				),
		...(rows.length === 0 ? [] : [tableOf(rows)]),
		...signature(organ(matter.organ.name), of.computed(dayIn(of, source.at).text)),
	]
}

function tableOf(rows: readonly AdoptionRow[]): PaperNode {
	return {
		kind: 'table',
		widths: [6, 16, 36, 12, 30],
		head: [
			say('adoption.column.number'),
			say('consulted.column.comments'),
			say('consulted.column.gist'),
			say('adoption.column.answer'),
			say('consulted.column.reason'),
		],
		rows: rows.map(rowOfTable),
	}
}

function rowOfTable({ id, numbers, late, gist, answer, reason }: AdoptionRow, at: number): TableRow {
	const row = rowOf('adoption_entry', id)
	return tableRow([
		say('agenda.numeral', { numeral: numeral(row, at) }),
		[
			say('consulted.numbers', { numbers: row.computed(numberRanges(numbers)) }),
			...(late.length === 0 ? [] : [say('consulted.late', { numbers: row.computed(numberRanges(late)) })]),
		],
		say('plain', { words: row(asSentence(gist)) }),
		say(`consulted.${answer}`),
		say('plain', { words: row(asSentence(reason)) }),
	])
}

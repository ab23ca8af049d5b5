import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { PaperNode, TableRow } from '#app/domain/paper/paper.ts'
import { asSentence, line, rowOf, say, tableRow } from './say.ts'
import { type PaperSource, dayIn, numeral, signature, sourcesOf, textOf } from './paper-source.ts'

/** 意见采纳情况说明: item by item what the drafting unit adopted, and why not (国办发〔2018〕115号 (六)). */
export function adoptionPaper(source: PaperSource): PaperNode[] {
	const { matter } = source
	const opinion = opinionInForce(matter)
	if (!opinion) throw new Error(`matter ${matter.id} has no opinion to adopt`)
	const { organ, person, matter: of } = sourcesOf(source)
	return [
		line('title', say('adoption.title')),
		line(
			'paragraph',
			say('adoption.opening', { ...textOf(source), opinion: rowOf('opinion', opinion.id)(opinion.number) }),
		),
		{
			kind: 'table',
			widths: [6, 18, 30, 14, 32],
			head: [
				say('adoption.column.number'),
				say('adoption.column.place'),
				say('adoption.column.problem'),
				say('adoption.column.answer'),
				say('adoption.column.change'),
			],
			rows: opinion.items.map(replyRow),
		},
		line(
			'hands',
			say('adoption.head', { head: person(matter.headId ?? ''), drafter: person(matter.drafterId) }),
		),
		...signature(organ(matter.organ.name), of.computed(dayIn(of, source.at).text)),
	]
}

function replyRow(item: MatterRecord['opinions'][number]['items'][number], at: number): TableRow {
	const row = rowOf('opinion_item', item.id)
	const reply = item.replies.at(-1)
	const said = rowOf('reply', reply?.id ?? '')
	const words = [reply?.text, reply?.reason].filter((part): part is string => Boolean(part))
	return tableRow([
		say('agenda.numeral', { numeral: numeral(row, at) }),
		say('plain', { words: row(item.place) }),
		say('plain', { words: row(asSentence(item.problem)) }),
		say(reply ? `adoption.${reply.answer}` : 'adoption.none'),
		words.length === 0
			? say('adoption.empty')
			: words.map((part) => say('plain', { words: said(asSentence(part)) })),
	])
}

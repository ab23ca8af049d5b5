import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { PaperNode, Words } from '#app/domain/paper/paper.ts'
import { isAudit } from '#app/domain/legal-basis/regime.ts'
import { asSentence, line, rowOf, say } from './say.ts'
import {
	type PaperSource,
	addressee,
	dayIn,
	numeral,
	signedByReviewBody,
	sourcesOf,
	textOf,
} from './paper-source.ts'

type Opinion = MatterRecord['opinions'][number]
type Recheck = MatterRecord['rechecks'][number]

/** 复核意见: each item of the opinion with the reviewer's verdict on the revised text, and what follows from it. */
export function recheckPaper(source: PaperSource, recheckId: string): PaperNode[] {
	const { matter } = source
	const recheck = matter.rechecks.find(({ id }) => id === recheckId)
	const opinion = matter.opinions.find(({ id }) => id === recheck?.opinionId)
	if (!recheck || !opinion) throw new Error(`matter ${matter.id} has no re-check ${recheckId}`)
	const row = rowOf('recheck', recheck.id)
	const { person } = sourcesOf(source)
	return [
		line('title', say(isAudit(tracksOf(matter)) ? 'recheck.title.audit' : 'recheck.title')),
		addressee(source),
		line(
			'paragraph',
			say('recheck.opening', { ...textOf(source), opinion: rowOf('opinion', opinion.id)(opinion.number) }),
		),
		...itemLines(opinion, recheck),
		...(recheck.note === ''
			? []
			: [line('paragraph', say('recheck.note', { words: row(asSentence(recheck.note)) }))]),
		line('strong', conclusionOf(opinion, recheck)),
		line(
			'hands',
			say('hands.recheck', { reviewer: person(recheck.reviewerId), signer: person(recheck.decidedBy ?? '') }),
		),
		...signedByReviewBody(source, dayIn(row, recheck.decidedAt ?? source.at)),
	]
}

function itemLines({ items }: Opinion, recheck: Recheck): PaperNode[] {
	return items.flatMap((item, at) => {
		const said = item.recheckItems.find(({ recheckId }) => recheckId === recheck.id)
		if (!said) return []
		const row = rowOf('opinion_item', item.id)
		const given = { numeral: numeral(row, at), place: row(item.place) }
		const note = rowOf('recheck_item', `${recheck.id}:${item.id}`)
		return [
			line(
				said.verdict === 'retained' ? 'strong' : 'paragraph',
				said.note === ''
					? say(`recheck.${said.verdict}`, given)
					: say(`recheck.${said.verdict}.note`, { ...given, note: note(asSentence(said.note)) }),
			),
		]
	})
}

/** The conclusion is the opinion's own; a re-check says what became of it (国办发〔2018〕115号 (六)). */
function conclusionOf({ conclusion }: Opinion, { id, decisionText }: Recheck): Words {
	if (decisionText)
		return say('recheck.conclusion.retained', { words: rowOf('recheck', id)(asSentence(decisionText)) })
	if (conclusion === 'risk-flagged') return say('recheck.conclusion.flagged')
	return say(conclusion === 'lawful' ? 'recheck.conclusion.lawful' : 'recheck.conclusion.amended')
}

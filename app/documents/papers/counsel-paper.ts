import type { PaperNode } from '#app/domain/paper/paper.ts'
import { asSentence, line, rowOf, say } from './say.ts'
import { type PaperSource, dayIn, sourcesOf, textOf } from './paper-source.ts'

/** 法律意见书: what one counsel wrote on one version, with their conclusion and their word on conflicts of interest. */
export function counselPaper(source: PaperSource, counselOpinionId: string): PaperNode[] {
	const { matter } = source
	const opinion = matter.counselOpinions.find(({ id }) => id === counselOpinionId)
	if (!opinion) throw new Error(`matter ${matter.id} has no counsel opinion ${counselOpinionId}`)
	const row = rowOf('counsel_opinion', opinion.id)
	const { reviewOrgan, person } = sourcesOf(source)
	return [
		line('title', say('counsel-opinion.title')),
		line('addressee', say('addressee', { organ: reviewOrgan(matter.reviewOrgan?.name ?? '') })),
		line('paragraph', say('counsel-opinion.opening', textOf(source))),
		...opinion.text
			.split('\n')
			.filter((paragraph) => paragraph.trim() !== '')
			.map((paragraph) => line('paragraph', say('plain', { words: row(asSentence(paragraph.trim())) }))),
		line('strong', say(`counsel-opinion.${opinion.conclusion}`)),
		line('paragraph', say('counsel-opinion.no-conflict')),
		line('signer', say('counsel-opinion.signed', { name: person(opinion.personId) })),
		line('day', say('day', { day: dayIn(row, opinion.signedAt) })),
	]
}

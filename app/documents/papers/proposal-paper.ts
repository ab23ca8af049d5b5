import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import type { PaperNode, Words } from '#app/domain/paper/paper.ts'
import { line, rowOf, say, tableRow } from './say.ts'
import { type PaperSource, dayIn, signature, sourcesOf, textOf } from './paper-source.ts'

/** What the head proposes, with the row that holds it. */
export type ProposalOnPaper = {
	readonly agendaItemId: string
	readonly presenter: string
	readonly minutes: number
	/** The organ before whose meeting it goes. */
	readonly organId: string
	/** The leader whom this proposal asks to consent; null where a signed paper follows, or where none is asked. */
	readonly asked: { readonly id: string; readonly leaderName: string } | null
	readonly proposedBy: string
}

/** 议题申报单: what is proposed, by whom, on which text, and whom it asks to consent. */
export function proposalPaper(source: PaperSource, proposal: ProposalOnPaper): PaperNode[] {
	const { matter, at } = source
	const { organ, person } = sourcesOf(source)
	const item = rowOf('agenda_item', proposal.agendaItemId)
	const { title, version, hash } = textOf(source)
	const opinion = opinionInForce(matter)
	const row = (name: Words, words: Words) => tableRow([name, words])
	return [
		line('title', say('proposal.title')),
		{
			kind: 'table',
			widths: [24, 76],
			head: [],
			rows: [
				row(say('proposal.row.title'), say('plain', { words: title })),
				row(say('proposal.row.organ'), say('plain', { words: organ(matter.organ.name) })),
				row(say('proposal.row.presenter'), say('plain', { words: item(proposal.presenter) })),
				row(say('proposal.row.minutes'), say('proposal.minutes', { minutes: item(proposal.minutes) })),
				row(say('proposal.row.text'), say('proposal.text', { version, hash })),
				row(
					say('proposal.row.opinion'),
					opinion
						? say('plain', { words: rowOf('opinion', opinion.id)(opinion.number) })
						: say('proposal.no-opinion'),
				),
				row(say('proposal.row.consent'), consentWords(source, proposal)),
				row(
					say('proposal.row.proposed'),
					say('proposal.proposed', { name: person(proposal.proposedBy), day: dayIn(item, at) }),
				),
			],
		},
		...signature(organ(matter.organ.name), dayIn(item, at)),
	]
}

function consentWords({ matter, at }: PaperSource, { organId, asked }: ProposalOnPaper): Words {
	if (organId === matter.organId) return say('proposal.consent.own')
	if (!asked) return say('proposal.consent.paper')
	const row = rowOf('leader_consent', asked.id)
	return say('proposal.consent.asked', { name: row(asked.leaderName), day: dayIn(row, at) })
}

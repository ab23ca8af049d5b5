import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { PaperNode, Words } from '#app/domain/paper/paper.ts'
import { isAudit } from '#app/domain/legal-basis/regime.ts'
import { riskLines } from './risk-lines.ts'
import { asSentence, line, rowOf, say } from './say.ts'
import { type PaperSource, dayIn, signedByReviewBody, sourcesOf, textOf } from './paper-source.ts'

/** What of a clearance its paper says. */
export type ClearanceOnPaper = {
	readonly id: string
	readonly kind: 'reviewed' | 'risk-flagged' | 'out-of-scope' | 'emergency'
	readonly opinionId: string | null
	readonly number: string
	readonly signedBy: string
	readonly issuedAt: Date
	readonly expiresAt: Date | null
	readonly explanation: string | null
}

const TITLES = {
	'risk-flagged': 'clearance.title.risk',
	'out-of-scope': 'clearance.title.excluded',
	emergency: 'clearance.title.emergency',
} as const

/** 通过确认, a paper of its own: the one text that it is for, the opinion by its number, and the opinion's conclusion. */
export function clearancePaper(source: PaperSource, clearance: ClearanceOnPaper): PaperNode[] {
	const row = rowOf('clearance', clearance.id)
	const { person } = sourcesOf(source)
	const opinion = source.matter.opinions.find(({ id }) => id === clearance.opinionId)
	return [
		line('title', say(titleOf(source, clearance))),
		line('paragraph', say('clearance.text', textOf(source))),
		...(opinion
			? [
					line(
						'paragraph',
						say('clearance.opinion', { opinion: rowOf('opinion', opinion.id)(opinion.number) }),
					),
				]
			: []),
		line('strong', conclusionOf(clearance, opinion)),
		...(clearance.kind === 'risk-flagged' && opinion?.risk
			? riskLines(opinion.risk, rowOf('opinion_risk', opinion.id))
			: []),
		...(clearance.expiresAt
			? [line('paragraph', say('clearance.expires', { day: dayIn(row, clearance.expiresAt) }))]
			: []),
		// The law of this sentence asks for a review; where there was none, it is not the paper's ground.
		...(opinion ? [line('paragraph', say('clearance.law'))] : []),
		line('hands', say('clearance.signer', { signer: person(clearance.signedBy) })),
		...signedByReviewBody(source, dayIn(row, clearance.issuedAt)),
	]
}

/** Printed papers say 审核 of normative documents, 审查 of all others; a signed fact is neither. */
function titleOf({ matter }: PaperSource, { kind }: ClearanceOnPaper) {
	if (kind !== 'reviewed') return TITLES[kind]
	return isAudit(tracksOf(matter)) ? 'clearance.title.audit' : 'clearance.title'
}

function conclusionOf(
	{ id, kind, explanation }: ClearanceOnPaper,
	opinion: MatterRecord['opinions'][number] | undefined,
): Words {
	const words = rowOf('clearance', id)(asSentence(explanation ?? ''))
	if (kind === 'out-of-scope') return say('clearance.excluded', { words })
	if (kind === 'risk-flagged') return say('clearance.flagged')
	if (kind !== 'reviewed') return say('clearance.other', { words })
	if (explanation) return say('clearance.retained', { words })
	return say(opinion?.conclusion === 'lawful' ? 'clearance.lawful' : 'clearance.amended')
}

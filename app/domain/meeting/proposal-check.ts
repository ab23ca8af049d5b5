import type { ConsentStanding } from './leader-consent.ts'

/** What the office looks for before a proposal goes on (申报核对), in the order of the proposal sheet. */
export const PROPOSAL_PARTS = ['presenter', 'minutes', 'consent', 'materials'] as const

export type ProposalPart = (typeof PROPOSAL_PARTS)[number]

/** What of a proposal answers it. */
export type CheckedProposal = {
	readonly presenter: string | null
	readonly minutes: number | null
	readonly consent: ConsentStanding<unknown>['state']
	/** Whether its text came with any material at all. */
	readonly hasMaterials: boolean
}

/**
 * The parts that a proposal still lacks (地方议事规则, 待确认): who presents and for how long, the leader's consent to this
 * text, and what was handed in with it. It informs the office and the chair; the gate is another question.
 */
export function lackingParts(proposal: CheckedProposal): readonly ProposalPart[] {
	const isThere: Readonly<Record<ProposalPart, boolean>> = {
		presenter: (proposal.presenter ?? '') !== '',
		minutes: proposal.minutes !== null,
		consent: proposal.consent === 'given' || proposal.consent === 'not-needed',
		materials: proposal.hasMaterials,
	}
	return PROPOSAL_PARTS.filter((part) => !isThere[part])
}

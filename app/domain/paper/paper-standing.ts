import type { PaperKind } from './paper.ts'

/** How a sealed paper stands now. What it says stays as it was sealed; what it is good for may have ended. */
export const PAPER_STANDINGS = [
	'in-force',
	/** The opinion was revoked. */
	'revoked',
	/** The clearance ended before it was used: the text changed, or its opinion was revoked. */
	'void',
	/** The clearance was used by the meeting that decided. */
	'used',
	'expired',
	/** A later paper of the same kind took its place. */
	'replaced',
	/** The unit withdrew the matter. */
	'withdrawn',
	/** The meeting was cancelled. */
	'cancelled',
] as const

export type PaperStanding = (typeof PAPER_STANDINGS)[number]

/** What has become of the rows that a paper is about. */
export type StandingFacts = {
	/** The opinion that it is, or that it rests on. */
	readonly isRevoked: boolean
	/** How the clearance that it is has ended; null while it has not, and for other papers. */
	readonly ended: 'void' | 'consumed' | 'expired' | null
	readonly isWithdrawn: boolean
	readonly isCancelled: boolean
	/** Whether a later paper of this kind is about the same row. */
	readonly hasLater: boolean
}

/** Papers that a later one about the same row replaces; other kinds may be about one row several times. */
const REPLACED: readonly PaperKind[] = [
	'meeting-notice',
	'meeting-agenda',
	'item-sheet',
	'meeting-minutes',
	'adoption-statement',
]

const ENDED = { void: 'void', consumed: 'used', expired: 'expired' } as const

/** How a paper stands: the reason that lies in itself first, then that of its matter or meeting. */
export function paperStanding(kind: PaperKind, facts: StandingFacts): PaperStanding {
	if (facts.ended !== null) return ENDED[facts.ended]
	if (facts.isRevoked) return 'revoked'
	if (REPLACED.includes(kind) && facts.hasLater) return 'replaced'
	if (facts.isCancelled) return 'cancelled'
	return facts.isWithdrawn ? 'withdrawn' : 'in-force'
}

import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import type { ConsentRecord, ConsentStanding } from './leader-consent.ts'
import {
	type WorkingCalendar,
	lastWorkingDayBefore,
	workingDaysBetween,
} from '#app/domain/calendar/working-calendar.ts'

/** Working days that a proposal should reach the secretary before its meeting: a default to be confirmed locally. */
export const LEAD_DAYS = 7

/** The last day for proposals (申报截止): one that comes in on it has its lead time, one of the next working day has not. */
export function proposalsCloseOn(meetingOn: PlainDate, calendar: WorkingCalendar): PlainDate {
	return lastWorkingDayBefore(meetingOn, LEAD_DAYS, calendar)
}

/** What a proposal says of itself: when it came in, for which day, and how it stands with the leader's consent. */
export type Proposal = {
	readonly proposedOn: PlainDate
	readonly meetingOn: PlainDate
	readonly consent: ConsentStanding<ConsentRecord>
}

/** 会前时限 and 分管领导同意上会: printed below the rules of the gate, which neither of them opens or shuts. */
export type ProposalTerm =
	| { readonly id: 'lead-time'; readonly status: 'met' | 'unmet'; readonly days: number }
	| {
			readonly id: 'leader-consent'
			readonly status: 'signed-fact' | 'unmet' | 'not-applicable'
			readonly consent: ConsentStanding<ConsentRecord>
	  }

/** Both terms of a proposal with the facts behind them. A consent is a leader's signature or a signed paper, and nothing else. */
export function judgeProposal(proposal: Proposal, calendar: WorkingCalendar): readonly ProposalTerm[] {
	const days = workingDaysBetween(proposal.proposedOn, proposal.meetingOn, calendar)
	return [
		{ id: 'lead-time', status: days >= LEAD_DAYS ? 'met' : 'unmet', days },
		{ id: 'leader-consent', status: statusOf(proposal.consent), consent: proposal.consent },
	]
}

function statusOf({ state }: Proposal['consent']) {
	if (state === 'not-needed') return 'not-applicable'
	return state === 'given' ? 'signed-fact' : 'unmet'
}

import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import type { ConsentRecord, ConsentStanding } from './leader-consent.ts'
import {
	type WorkingCalendar,
	lastWorkingDayBefore,
	workingDaysBetween,
} from '#app/domain/calendar/working-calendar.ts'

/** The last day for proposals (申报截止): one that comes in on it has its lead time, one of the next working day has not. */
export function proposalsCloseOn(meetingOn: PlainDate, lead: number, calendar: WorkingCalendar): PlainDate {
	return lastWorkingDayBefore(meetingOn, lead, calendar)
}

/** What a proposal says of itself: when it came in, for which day, and how it stands with the leader's consent. */
export type Proposal = {
	readonly proposedOn: PlainDate
	readonly meetingOn: PlainDate
	/** Working days that it should come in before the meeting, by its tracks. */
	readonly lead: number
	readonly consent: ConsentStanding<ConsentRecord>
}

/** 会前时限 and 分管领导同意上会: printed below the rules of the gate, which neither of them opens or shuts. */
export type ProposalTerm =
	| {
			readonly id: 'lead-time'
			readonly status: 'met' | 'unmet'
			readonly days: number
			readonly lead: number
	  }
	| {
			readonly id: 'leader-consent'
			readonly status: 'signed-fact' | 'unmet' | 'not-applicable'
			readonly consent: ConsentStanding<ConsentRecord>
	  }

/** Both terms of a proposal with the facts behind them. A consent is a leader's signature or a signed paper, and nothing else. */
export function judgeProposal(proposal: Proposal, calendar: WorkingCalendar): readonly ProposalTerm[] {
	const { proposedOn, meetingOn, lead } = proposal
	const days = workingDaysBetween(proposedOn, meetingOn, calendar)
	return [
		{ id: 'lead-time', status: isInTime(proposal, calendar) ? 'met' : 'unmet', days, lead },
		{ id: 'leader-consent', status: statusOf(proposal.consent), consent: proposal.consent },
	]
}

/** Whether a proposal came in by its last day (申报截止); one that did not is taken up only where the chair approves it. */
export function isInTime(
	{ proposedOn, meetingOn, lead }: Pick<Proposal, 'proposedOn' | 'meetingOn' | 'lead'>,
	calendar: WorkingCalendar,
): boolean {
	return workingDaysBetween(proposedOn, meetingOn, calendar) >= lead
}

function statusOf({ state }: Proposal['consent']) {
	if (state === 'not-needed') return 'not-applicable'
	return state === 'given' ? 'signed-fact' : 'unmet'
}

/** The last day on which proposals come in in time, the working days that it lies before the meeting, and whether those are a default. */
export type Closing = {
	readonly on: PlainDate
	readonly days: number
	readonly isPast: boolean
	readonly isAssumed: boolean
}

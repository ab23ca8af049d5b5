import type { Dossier } from '#app/domain/agenda-gate/dossier.ts'
import { evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { type PlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { type ReviewLimits, leadDays } from '#app/domain/matter/review-limits.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { type MeetingItem, type MeetingRecord, agendaOf } from '#app/domain/meeting/meeting-record.ts'
import { consentStanding } from '#app/domain/meeting/leader-consent.ts'
import { judgeProposal } from '#app/domain/meeting/proposal-terms.ts'
import type { SheetFacts } from '#app/documents/papers/item-sheet.ts'

/** What the sheets of a meeting's items are written from. */
export type SheetSources = {
	readonly meeting: Pick<MeetingRecord, 'id' | 'startsAt' | 'items' | 'urgents'>
	readonly matters: readonly MatterRecord[]
	readonly dossiers: ReadonlyMap<string, Dossier>
	readonly calendar: WorkingCalendar
	/** The limits by day: a proposal is judged by those of the day on which it was made. */
	readonly limitsOn: (day: PlainDate) => ReviewLimits
	/** The names of those who approved that something is taken up urgently. */
	readonly approvers: ReadonlyMap<string, string>
	readonly at: Date
}

/** The facts of the sheets of all items that decide something and are listed, in the order of the agenda. */
export function sheetFactsOf(sources: SheetSources): SheetFacts[] {
	const decisions = agendaOf(sources.meeting).filter((item) => item.matterId !== null)
	return decisions.flatMap((item, at) => sheetOf(sources, item, at) ?? [])
}

function sheetOf(sources: SheetSources, item: MeetingItem, at: number): SheetFacts | null {
	const { meeting, matters, dossiers, calendar, limitsOn } = sources
	const matter = matters.find(({ id }) => id === item.matterId)
	const dossier = dossiers.get(item.matterId ?? '')
	if (!item.listing || !matter || !dossier?.clearance) return null
	const proposedOn = plainDateIn(item.proposedAt)
	const proposal = {
		proposedOn,
		meetingOn: plainDateIn(meeting.startsAt) satisfies PlainDate,
		lead: leadDays(tracksOf(matter), limitsOn(proposedOn)),
		consent: consentStanding(item, matter),
	}
	return {
		at,
		agendaItemId: item.id,
		title: item.title,
		presenter: item.presenter ?? '',
		minutes: item.minutes,
		proposedAt: item.proposedAt,
		meetingId: meeting.id,
		matter,
		clearance: dossier.clearance,
		rules: evaluateGate(dossier).rules,
		terms: judgeProposal(proposal, calendar),
		urgent: urgentOf(sources, matter.id),
		verifiedAt: sources.at,
	}
}

function urgentOf(
	{ meeting: { id: meetingId, urgents }, approvers }: SheetSources,
	matterId: string,
): SheetFacts['urgent'] {
	const found = urgents.find((urgent) => urgent.matterId === matterId)
	if (!found) return null
	const { reason, approvedBy, approvedAt } = found
	return {
		meetingId,
		matterId,
		reason,
		approvedAt,
		approver: { id: approvedBy, name: approvers.get(approvedBy) ?? '' },
	}
}

import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { MeetingItem, MeetingRecord, OffSystemRecord } from '#app/domain/meeting/meeting-record.ts'
import type { DiscussionRecord, Voice } from '#app/domain/minutes/discussion.ts'
import { dissenting, namesOrgan, spokeLast } from '#app/domain/minutes/head-decides.ts'
import { type Quorum, quorumOf } from '#app/domain/minutes/quorum.ts'
import { discussionOf } from '#app/domain/minutes/recorded-item.ts'

/** How an item was discussed, with what follows from it. */
export type DiscussionEntry = {
	readonly head: string
	readonly headReason: string
	readonly voices: readonly Pick<Voice, 'part' | 'name' | 'organ' | 'stance' | 'words'>[]
	readonly isHeadLast: boolean
	/** Members whose opinion is another than the head's. */
	readonly dissenting: readonly string[]
	/** The organ that reviewed the item, where the lists of the discussion do not name it. */
	readonly reviewBodyMissing: string | null
}

/** What became of an item, and how it was discussed. */
export type OutcomeEntry = {
	readonly agendaItemId: string
	readonly title: string
	/** Null: discussed, and not recorded yet. */
	readonly outcome: Outcome | null
	readonly decisionText: string
	readonly dissent: string
	readonly recordedAt: string
	readonly discussion: DiscussionEntry | null
}

export type OffSystemEntry = Pick<OffSystemRecord, 'id' | 'title' | 'organ' | 'decisionText' | 'reason'>

export type CorrectionEntry = {
	readonly id: string
	/** The title of the item; null of the record as a whole. */
	readonly title: string | null
	readonly words: string
	readonly reason: string
	readonly correctedAt: string
}

/** The record of a meeting as its pages show it: a draft until a second person has confirmed it. */
export type MeetingRecordEntries = {
	readonly isDraft: boolean
	readonly outcomes: readonly OutcomeEntry[]
	readonly attendance: MeetingRecord['attendances']
	/** Null before anybody was recorded. */
	readonly quorum: Quorum | null
	/** What was taken up outside the system. */
	readonly offSystem: readonly OffSystemEntry[]
	readonly corrections: readonly CorrectionEntry[]
}

/** The entries of a meeting's record, in the order of its agenda. */
export function recordEntries(meeting: MeetingRecord): MeetingRecordEntries {
	const titles = new Map(meeting.items.map(({ id, title }) => [id, title]))
	return {
		isDraft: meeting.state === 'held',
		outcomes: meeting.items.flatMap((item) => outcomeEntry(meeting, item)),
		attendance: meeting.attendances,
		quorum: meeting.attendances.length > 0 ? quorumOf(meeting) : null,
		offSystem: meeting.offSystem.map(({ id, title, organ, decisionText, reason }) => ({
			id,
			title,
			organ,
			decisionText,
			reason,
		})),
		corrections: meeting.corrections.map(({ id, agendaItemId, words, reason, correctedAt }) => ({
			id,
			title: agendaItemId === null ? null : (titles.get(agendaItemId) ?? ''),
			words,
			reason,
			correctedAt: correctedAt.toISOString(),
		})),
	}
}

function outcomeEntry(meeting: MeetingRecord, item: MeetingItem): OutcomeEntry[] {
	const { id, title, outcome } = item
	const discussion = discussionOf(meeting, id)
	if (!outcome && !discussion) return []
	return [
		{
			agendaItemId: id,
			title,
			outcome: outcome?.outcome ?? null,
			decisionText: outcome?.decisionText ?? '',
			dissent: outcome?.dissent ?? '',
			recordedAt: (outcome ?? discussion)?.recordedAt.toISOString() ?? '',
			discussion: discussion && discussionEntry(discussion, item),
		},
	]
}

function discussionEntry(discussion: DiscussionRecord, { reviewOrgan }: MeetingItem): DiscussionEntry {
	const { head, headReason, voices } = discussion
	return {
		head,
		headReason,
		voices: voices.map(({ part, name, organ, stance, words }) => ({ part, name, organ, stance, words })),
		isHeadLast: spokeLast(discussion),
		dissenting: dissenting(discussion).map(({ name }) => name),
		reviewBodyMissing: reviewOrgan && !namesOrgan(discussion, reviewOrgan.name) ? reviewOrgan.name : null,
	}
}

import type { Stance } from './stance.ts'

/** 汇报、列席、发表意见. */
export const VOICE_PARTS = ['presenter', 'attending', 'opinion'] as const

export type VoicePart = (typeof VOICE_PARTS)[number]

/** One person of an item's discussion. A stance is a member's; whoever attends may speak and takes none. */
export type Voice = {
	readonly part: VoicePart
	readonly name: string
	readonly organ: string
	readonly stance: Stance | null
	/** What they said, in their own words; opinions stand in the order in which they were given. */
	readonly words: string
}

/** How an item was discussed (审议情况), as it was recorded last. */
export type DiscussionRecord = {
	readonly id: string
	readonly agendaItemId: string
	/** 行政首长: who decides, by name. */
	readonly head: string
	/** Why the head decided otherwise than most members; empty where that was not so. */
	readonly headReason: string
	readonly voices: readonly Voice[]
	readonly recordedBy: string
	readonly recordedAt: Date
}

/** A discussion as the secretary types it: one person a line. */
export type TypedDiscussion = {
	readonly presenters: string
	readonly attending: string
	readonly opinions: string
	readonly head: string
	readonly headReason: string
}

/** The longest list of those who presented or attended, and of opinions, in UTF-16 code units. */
export const PERSONS_LIMIT = 5000
export const OPINIONS_LIMIT = 20_000

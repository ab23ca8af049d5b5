import type { DoingDefinition } from './definition.ts'
import { SECRETARY } from './who.ts'

/** What the trail keeps of the record of a meeting: what was said of each item, and what was corrected afterwards. */
export type MinutesDetails = {
	'discussion.recorded': {
		readonly item: string
		readonly discussion: string
		readonly head: string
		readonly headReason: string
		readonly voices: readonly {
			readonly part: string
			readonly name: string
			readonly organ: string
			readonly stance: string | null
			readonly words: string
		}[]
	}
	'record.corrected': {
		readonly correction: string
		/** Null: of the record as a whole. */
		readonly item: string | null
		readonly words: string
		readonly reason: string
	}
}

/** The acts on the record of a meeting: a draft while the meeting is held, frozen once a second person has closed it. */
export const MINUTES_ACTS = {
	// Recorded again, it is the newest that counts; the trail keeps them all.
	'discussion.recorded': {
		meeting: { held: 'held' },
		who: SECRETARY,
		page: '/meetings/:meetingId/outcomes',
		told: [],
	},
	// A confirmed record is not changed: what it should have said stands beside it.
	'record.corrected': {
		meeting: { closed: 'closed' },
		who: SECRETARY,
		page: '/meetings/:meetingId/outcomes',
		told: ['named'],
	},
} as const satisfies Record<keyof MinutesDetails, DoingDefinition>

import type { DoingDefinition } from './definition.ts'
import { SECRETARY, TASK_HOLDER } from './who.ts'

type Step = { readonly task: string; readonly words: string }

/** What the trail keeps of each act on the tasks that a meeting gave (督办). */
export type FollowUpDetails = {
	'follow-up.set': {
		readonly task: string
		readonly item: string
		readonly organ: string
		readonly what: string
		/** A plain date. */
		readonly dueOn: string
	}
	'follow-up.reported': Step
	'follow-up.confirmed': Step
	'follow-up.returned': Step
	'follow-up.withdrawn': Step
}

const PAGE = '/meetings/:meetingId/follow-ups'

/** 督办: the office gives a task from what was decided; its unit reports the result, and the office confirms it. */
export const FOLLOW_UP_ACTS = {
	'follow-up.set': {
		meeting: { held: 'held', closed: 'closed' },
		who: SECRETARY,
		page: PAGE,
		told: ['named'],
	},
	// Once the record is confirmed: until then the task itself may still change with it.
	'follow-up.reported': { meeting: { closed: 'closed' }, who: TASK_HOLDER, page: PAGE, told: ['named'] },
	'follow-up.confirmed': {
		meeting: { closed: 'closed' },
		who: SECRETARY,
		isOwnHand: true,
		page: PAGE,
		told: ['named'],
	},
	'follow-up.returned': { meeting: { closed: 'closed' }, who: SECRETARY, page: PAGE, told: ['named'] },
	// Given to the wrong unit, or twice: without this it would stand as late for ever.
	'follow-up.withdrawn': {
		meeting: { held: 'held', closed: 'closed' },
		who: SECRETARY,
		page: PAGE,
		told: ['named'],
	},
} as const satisfies Record<keyof FollowUpDetails, DoingDefinition>

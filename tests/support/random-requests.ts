import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import type { MatterEventType } from '#app/domain/review-workflow/matter-events.ts'

type Open = MatterFacts['openRequests']

const without = (open: Open, ...kinds: readonly string[]) => open.filter((kind) => !kinds.includes(kind))

/** What is asked for and not answered after an act; every other request to end a matter asks for a merger. */
export function requestsAfter(open: Open, type: MatterEventType, texts: number): Open {
	switch (type) {
		case 'pause.requested':
			return [...open, 'pause']
		case 'urgency.requested':
			return [...open, 'urgency']
		case 'objection.filed':
			return [...open, 'objection']
		case 'ending.requested':
			return [...open, texts % 2 === 0 ? 'merger' : 'termination']
		case 'pause.decided':
			return without(open, 'pause')
		case 'urgency.decided':
			return without(open, 'urgency')
		case 'objection.answered':
			return without(open, 'objection')
		case 'ending.declined':
			return without(open, 'termination', 'merger')
		default:
			return open
	}
}

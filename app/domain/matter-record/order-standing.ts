import { type EmergencyRecord, emergencyFacts, newestOrder } from '#app/domain/matter/emergency-order.ts'
import type { MatterRecord } from './matter-record.ts'
import { opinionInForce } from './opinion-records.ts'

/** What the review after an order found of it, or that the order was revoked; before that it is only ordered. */
export const ORDER_STATES = ['ordered', 'reviewed', 'amend', 'unlawful', 'revoked'] as const

export type OrderState = (typeof ORDER_STATES)[number]

/** How an emergency order stands, as pages say it. Days are plain dates. */
export type OrderStanding = {
	readonly state: OrderState
	readonly leaderName: string
	readonly signedAt: string
	readonly contentSha256: string
	/** The day by which its review is owed, and the day by which it is to be filed. */
	readonly reviewBy: string | null
	readonly fileBy: string | null
	readonly isFiled: boolean
}

/** What an emergency order waits for next, and so whom: the page says it to everybody who may read it. */
export const ORDER_STEPS = [
	'ask',
	'cannot',
	'sign',
	'review',
	'amend',
	'revoke',
	'file',
	'conclude',
	'over',
] as const

export type OrderStep = (typeof ORDER_STEPS)[number]

/**
 * What comes next with an order. `mayBeAsked`: nothing about the matter keeps its head from asking for one. The filing is
 * owed beside the review, and is the next thing alone where the review is done.
 */
export function orderStep(given: {
	readonly standing: Pick<OrderStanding, 'state' | 'isFiled'> | null
	readonly isAsked: boolean
	readonly mayBeAsked: boolean
}): OrderStep {
	const { standing, isAsked, mayBeAsked } = given
	if (isAsked) return 'sign'
	switch (standing?.state) {
		case undefined:
			return mayBeAsked ? 'ask' : 'cannot'
		case 'ordered':
			return 'review'
		case 'amend':
			return 'amend'
		case 'unlawful':
			return 'revoke'
		case 'reviewed':
			return standing?.isFiled ? 'conclude' : 'file'
		case 'revoked':
			return 'over'
	}
}

type Ordered = Pick<
	MatterRecord,
	'title' | 'emergency' | 'currentVersion' | 'clearances' | 'opinions' | 'deadlines'
>

/** How the newest order on a matter stands; null where there is none. */
export function orderStandingOf(matter: Ordered): OrderStanding | null {
	const order = newestOrder(matter.emergency)
	if (!order) return null
	const dueOf = (kind: string) =>
		matter.deadlines.filter((deadline) => deadline.kind === kind).at(-1)?.dueOn ?? null
	return {
		state: stateOf(matter, order),
		leaderName: order.leaderName,
		signedAt: order.recordedAt.toISOString(),
		contentSha256: order.contentSha256,
		reviewBy: dueOf('after-review'),
		fileBy: dueOf('order-filing'),
		isFiled: emergencyFacts(matter).isOrderFiled,
	}
}

/** Only an opinion that was signed after the order says what the review after it found. */
function stateOf(matter: Ordered, { recordedAt }: Pick<EmergencyRecord, 'recordedAt'>): OrderState {
	const { order, isOrderReviewed } = emergencyFacts(matter)
	if (order === 'revoked') return 'revoked'
	if (isOrderReviewed) return 'reviewed'
	const opinion = opinionInForce(matter)
	if (!opinion || opinion.signedAt.getTime() < recordedAt.getTime()) return 'ordered'
	const { conclusion } = opinion
	return conclusion === 'amend' || conclusion === 'unlawful' ? conclusion : 'ordered'
}

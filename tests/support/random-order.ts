import type { EmergencyFacts } from '#app/domain/matter/emergency-order.ts'

/** An emergency order in a random procedure: asked for, signed on a text, revoked, filed. It clears nothing. */
export type DrawnOrder = {
	readonly isAsked: boolean
	readonly text: number | null
	readonly isRevoked: boolean
	readonly isFiled: boolean
}

export const NO_ORDER: DrawnOrder = { isAsked: false, text: null, isRevoked: false, isFiled: false }

/** What the workflow is told of it. */
export function orderFactsOf(
	order: DrawnOrder,
	text: number,
	live: { readonly text: number; readonly kind: string } | null,
): EmergencyFacts {
	return {
		orderAskedOf: order.isAsked ? 'leader' : null,
		order: order.text === null ? 'none' : order.isRevoked ? 'revoked' : 'in-force',
		orderedBy: order.text === null ? null : 'leader',
		isOrderFiled: order.isFiled,
		isOrderedText: order.text === text,
		isOrderReviewed: live?.kind === 'reviewed' && live.text === order.text,
	}
}

/** What an act makes of it. */
export function orderAfter(order: DrawnOrder, act: string, text: number): DrawnOrder {
	switch (act) {
		case 'emergency.asked':
			return { ...order, isAsked: true }
		case 'emergency.declined':
			return { ...order, isAsked: false }
		case 'emergency.ordered':
		case 'emergency.amended':
			return { isAsked: false, text, isRevoked: false, isFiled: false }
		case 'emergency.revoked':
			return { ...order, isRevoked: true }
		case 'emergency.filed':
			return { ...order, isFiled: true }
		default:
			return order
	}
}

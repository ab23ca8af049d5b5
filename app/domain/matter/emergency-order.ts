import { type PresentText, isOnPresentText } from './signed-text.ts'

/**
 * 突发事件应急签发 (domain paper §8.5, 8.8; Decree 713 art. 3 does not reach it): a leader signs that a draft decision takes
 * effect before its review. The order clears nothing. What it leaves owed is the review after it (补审), and its filing with
 * the people's congress (突发事件应对法 art. 25).
 */
export const EMERGENCY_STEPS = ['asked', 'signed', 'declined', 'filed', 'revoked', 'concluded'] as const

export type EmergencyStep = (typeof EMERGENCY_STEPS)[number]

/** The longest number of the receipt of a filing, and of an article that an order rests on, in UTF-16 code units. */
export const RECEIPT_LIMIT = 100
export const ORDER_GROUND_LIMIT = 200

/** A step of an order, oldest first: about which text, which leader, and in what words. */
export type EmergencyRecord = {
	readonly id: string
	readonly step: EmergencyStep
	readonly versionId: string
	readonly contentSha256: string
	/** The title that the matter had; null in rows of earlier releases. */
	readonly title: string | null
	readonly leaderId: string
	readonly leaderName: string
	readonly words: string
	/** The article that it rests on; of a filing the number of the receipt. */
	readonly ground: string
	/** Of a filing the day on which it was received, a plain date. */
	readonly doneOn: string | null
	readonly recordedBy: string
	readonly recordedAt: Date
}

type Row = Pick<EmergencyRecord, 'step' | 'contentSha256' | 'title' | 'leaderId'>

/** What workflow and turn ask of an order. */
export type EmergencyFacts = {
	/** The leader who is asked for an order and has not answered. */
	readonly orderAskedOf: string | null
	readonly order: 'none' | 'in-force' | 'revoked'
	/** The leader who signed it. */
	readonly orderedBy: string | null
	/** The newest order was filed with the people's congress. */
	readonly isOrderFiled: boolean
	/** The current text is the one that the order is about. */
	readonly isOrderedText: boolean
	/** The review after it found the very text of the order lawful, or revised as it had to be. */
	readonly isOrderReviewed: boolean
}

/** The matter's side of it: its text, and what was cleared of it last. */
export type OrderedMatter<Each extends Row = Row> = PresentText & {
	readonly emergency: readonly Each[]
	readonly clearances: readonly { readonly contentSha256: string; readonly kind: string }[]
}

/** The newest order that was signed, or null; it may have been revoked since. */
export function newestOrder<Each extends Row>(rows: readonly Each[]): Each | null {
	return rows.filter(({ step }) => step === 'signed').at(-1) ?? null
}

/** The request for an order that waits for its leader, or null. */
export function openRequestForOrder<Each extends Row>(rows: readonly Each[]): Each | null {
	const last = rows.filter(({ step }) => step === 'asked' || step === 'signed' || step === 'declined').at(-1)
	return last?.step === 'asked' ? last : null
}

/** How it stands with an order; each of these facts is computed here and nowhere else. */
export function emergencyFacts(matter: OrderedMatter): EmergencyFacts {
	const { emergency, clearances } = matter
	const order = newestOrder(emergency)
	const since = order ? emergency.slice(emergency.indexOf(order) + 1) : []
	const cleared = clearances.at(-1)
	return {
		orderAskedOf: openRequestForOrder(emergency)?.leaderId ?? null,
		order: order === null ? 'none' : since.some(({ step }) => step === 'revoked') ? 'revoked' : 'in-force',
		orderedBy: order?.leaderId ?? null,
		isOrderFiled: since.some(({ step }) => step === 'filed'),
		isOrderedText: order !== null && isOnPresentText(order, matter),
		isOrderReviewed:
			order !== null &&
			cleared?.kind === 'reviewed' &&
			cleared.contentSha256 === order.contentSha256 &&
			(order.title === null || order.title === matter.title),
	}
}

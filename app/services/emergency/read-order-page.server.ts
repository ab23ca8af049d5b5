import { matterActsOf, type MatterAct } from '#app/domain/act/act.ts'
import { EMERGENCY_ACTS } from '#app/domain/act/emergency-acts.ts'
import { type EmergencyStep, newestOrder, openRequestForOrder } from '#app/domain/matter/emergency-order.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import {
	type OrderStanding,
	type OrderStep,
	orderStandingOf,
	orderStep,
} from '#app/domain/matter-record/order-standing.ts'
import { isOnPresentText } from '#app/domain/matter/signed-text.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { leadersOf } from '#app/services/consent/read-consent-page.server.ts'
import { type VersionReading, readVersionAsStored } from '#app/services/files/read-as-stored.server.ts'
import { type MatterDeskHeading, openMatterDesk } from '#app/services/matter/open-matter-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A step of an order, as the page tells it. */
export type OrderLine = {
	readonly id: string
	readonly step: EmergencyStep
	readonly leader: string
	/** Of a filing its plain date, else an instant. */
	readonly on: string
	readonly words: string
	readonly ground: string
	readonly isOnThisText: boolean
}

/** The page on which an emergency order is asked for and signed, and on which what it leaves owed is settled. */
export type OrderPage = {
	readonly heading: MatterDeskHeading
	readonly standing: OrderStanding | null
	readonly next: OrderStep
	/** The leader who is asked and has not answered. */
	readonly askedOf: string | null
	readonly lines: readonly OrderLine[]
	readonly version: {
		readonly versionNo: number
		readonly contentSha256: string
		readonly isOrdered: boolean
	} | null
	readonly reading: Pick<VersionReading, 'document' | 'fileSha256'> | null
	readonly leaders: readonly { readonly id: string; readonly name: string }[]
	readonly days: {
		readonly afterReview: number
		readonly orderFiling: number
		readonly isAssumed: boolean
	}
	/** The acts whose requirements are met as well, and that are this reader's to do. */
	readonly possible: readonly MatterAct[]
}

const ACTS = matterActsOf(EMERGENCY_ACTS)
const ASKED_IN = EMERGENCY_ACTS['emergency.asked'].matter

/** Reads the page; whoever sees the matter sees who ordered what, and what is still owed. */
export async function readOrderPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<OrderPage, Refusal>> {
	const desk = await openMatterDesk(shell, actor, matterId, [], ACTS)
	if (!desk.ok) return desk
	const { matter, facts, heading, reference } = desk.value
	const { currentVersion } = matter
	const possible = heading.open.filter(
		(act) => unmetRequirements(act, facts).length === 0 && isTheirs(act, matter, actor),
	)
	const { afterReview, orderFiling, assumed } = reference.limits
	const standing = orderStandingOf(matter)
	const asked = openRequestForOrder(matter.emergency)
	return accept({
		heading,
		standing,
		next: orderStep({ standing, isAsked: asked !== null, mayBeAsked: mayBeAsked(matter, facts) }),
		askedOf: asked?.leaderName ?? null,
		lines: matter.emergency.map((row) => ({
			...{ id: row.id, step: row.step, leader: row.leaderName, words: row.words, ground: row.ground },
			on: row.doneOn ?? row.recordedAt.toISOString(),
			isOnThisText: isOnPresentText(row, matter),
		})),
		version: currentVersion && {
			versionNo: currentVersion.versionNo,
			contentSha256: currentVersion.contentSha256,
			isOrdered: facts.isOrderedText,
		},
		reading:
			currentVersion && (await readVersionAsStored(shell, matter.jurisdictionId, currentVersion.files)),
		leaders: possible.includes('emergency.asked') ? await leadersOf(shell, matter.jurisdictionId) : [],
		days: { afterReview, orderFiling, isAssumed: assumed.includes('emergency') },
		possible,
	})
}

function mayBeAsked({ state }: MatterRecord, facts: MatterFacts): boolean {
	return state in ASKED_IN && unmetRequirements('emergency.asked', facts).length === 0
}

/** What a leader signs is theirs who was asked, or who signed the order. */
function isTheirs(act: MatterAct, { emergency }: MatterRecord, { personId }: Actor): boolean {
	switch (act) {
		case 'emergency.ordered':
		case 'emergency.declined':
			return openRequestForOrder(emergency)?.leaderId === personId
		case 'emergency.amended':
		case 'emergency.revoked':
			return newestOrder(emergency)?.leaderId === personId
		default:
			return true
	}
}

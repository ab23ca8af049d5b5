import { loadPersonNames } from '#app/db/load-names.server.ts'
import { AFTER_MEETING_ACTS } from '#app/domain/act/after-meeting-acts.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { isDecision } from '#app/domain/matter/track.ts'
import type { MatterItemRecord } from '#app/domain/matter-record/agenda-records.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import {
	type RulingBody,
	type RulingResult,
	awaitedItem,
	earliestRuling,
	referredItems,
} from '#app/domain/meeting/ruling.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { type MatterDeskHeading, openMatterDesk } from '#app/services/matter/open-matter-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What a meeting has referred, with the text that it discussed, and what was ruled on it. Days are plain dates. */
export type Referral = {
	readonly itemId: string
	readonly meeting: string
	readonly metOn: string
	readonly decisionText: string
	readonly dissent: string
	readonly text: { readonly versionNo: number; readonly contentSha256: string } | null
	/** The day on which the clearance ran out while the ruling was awaited. */
	readonly expiredOn: string | null
	readonly ruling: {
		readonly body: RulingBody
		readonly result: RulingResult
		readonly ruledOn: string
		readonly documentNumber: string | null
		readonly words: string
		readonly by: string
		readonly at: string
	} | null
}

/** The page on which a secretary records what was ruled above; whoever sees the matter reads it. */
export type RulingPage = {
	readonly heading: MatterDeskHeading
	/** Newest first: what was sent back may be referred again. */
	readonly referrals: readonly Referral[]
	/** Whether one of them waits for its ruling. */
	readonly isAwaited: boolean
	readonly isForRegister: boolean
	/** It is a major decision, or one of its tracks is: Decree 713 speaks of it. */
	readonly isDecision: boolean
	/** The state that each result leads to. */
	readonly leadsTo: Readonly<Record<RulingResult, MatterState>>
	readonly today: string
}

/** Reads the page, for whoever sees the matter. */
export async function readRulingPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<RulingPage, Refusal>> {
	const desk = await openMatterDesk(shell, actor, matterId, [], ['ruling.recorded'])
	if (!desk.ok) return desk
	const { matter, facts, heading } = desk.value
	const items = referredItems(matter)
	const names = await loadPersonNames(
		shell.db,
		matter.jurisdictionId,
		items.map(({ outcome }) => outcome?.ruling?.recordedBy ?? null),
	)
	return accept({
		heading,
		referrals: items.toReversed().map((item) => referralOf(matter, item, names)),
		isAwaited: awaitedItem(matter) !== null,
		isForRegister: facts.isForRegister,
		isDecision: heading.tracks.some((track) => isDecision([track])),
		leadsTo: AFTER_MEETING_ACTS['ruling.recorded'].matter.decided.to,
		today: plainDateIn(shell.now()),
	})
}

function referralOf(
	matter: MatterRecord,
	{ id, meeting, outcome }: MatterItemRecord,
	names: ReadonlyMap<string, string>,
): Referral {
	const clearance = matter.clearances.find((each) => each.id === outcome?.clearanceId)
	const ruling = outcome?.ruling ?? null
	const isExpired = clearance?.standing?.state === 'expired' && clearance.expiresAt !== null
	return {
		itemId: id,
		meeting: meeting?.title ?? '',
		metOn: meeting ? earliestRuling(meeting) : '',
		decisionText: outcome?.decisionText ?? '',
		dissent: outcome?.dissent ?? '',
		text: clearance
			? { versionNo: clearance.version.versionNo, contentSha256: clearance.contentSha256 }
			: null,
		expiredOn: isExpired ? plainDateIn(clearance.expiresAt) : null,
		ruling: ruling && {
			body: ruling.body,
			result: ruling.result,
			ruledOn: ruling.ruledOn,
			documentNumber: ruling.documentNumber,
			words: ruling.words,
			by: names.get(ruling.recordedBy) ?? '',
			at: ruling.recordedAt.toISOString(),
		},
	}
}

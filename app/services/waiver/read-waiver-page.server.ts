import { loadPersonNames } from '#app/db/load-names.server.ts'
import { waiversOfCurrent } from '#app/domain/matter-record/current-text.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { type MatterDeskHeading, openMatterDesk } from '#app/services/matter/open-matter-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What was asked about the invisible characters of a version, and what the intake answered. */
export type WaiverLine = {
	readonly requestedBy: string
	readonly requestedAt: string
	readonly reason: string
	readonly answer: {
		readonly decision: 'granted' | 'declined'
		readonly decidedBy: string
		readonly decidedAt: string
		readonly reason: string
	} | null
}

/** The page on which the intake is asked about invisible characters, and answers. */
export type WaiverPage = {
	readonly heading: MatterDeskHeading
	readonly version: { readonly versionNo: number; readonly contentSha256: string } | null
	readonly characters: readonly UnseenCharacter[]
	readonly lines: readonly WaiverLine[]
	/** The acts whose requirements are met as well. */
	readonly possible: readonly WaiverAct[]
	readonly isWaived: boolean
	/** Something else keeps the text back, which has to be mended first. */
	readonly isOtherwiseBlocked: boolean
}

const WAIVER_ACTS = ['waiver.requested', 'waiver.granted', 'waiver.declined'] as const
type WaiverAct = (typeof WAIVER_ACTS)[number]

/** Reads the waiver page; whoever sees the matter sees what was asked and answered. */
export async function readWaiverPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<WaiverPage, Refusal>> {
	const desk = await openMatterDesk(shell, actor, matterId, [], WAIVER_ACTS)
	if (!desk.ok) return desk
	const { matter, facts, heading } = desk.value
	const version = matter.currentVersion
	return accept({
		heading,
		version: version && { versionNo: version.versionNo, contentSha256: version.contentSha256 },
		characters: version?.invisibleCharacters ?? [],
		lines: await readWaivers(shell, matter),
		possible: WAIVER_ACTS.filter(
			(act) => heading.open.includes(act) && unmetRequirements(act, facts).length === 0,
		),
		isWaived: facts.unseenCharacters.length === 0,
		isOtherwiseBlocked: version !== null && !version.isSound,
	})
}

/** What was asked and answered about the current version, oldest first. */
export async function readWaivers(shell: Shell, matter: MatterRecord): Promise<WaiverLine[]> {
	const requests = waiversOfCurrent(matter)
	const persons = requests.flatMap(({ requestedBy, decision }) => [requestedBy, decision?.decidedBy ?? null])
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, persons)
	return requests.map(({ requestedBy, requestedAt, reason, decision }) => ({
		requestedBy: names.get(requestedBy) ?? '',
		requestedAt: requestedAt.toISOString(),
		reason,
		answer: decision && {
			decision: decision.decision,
			decidedBy: names.get(decision.decidedBy) ?? '',
			decidedAt: decision.decidedAt.toISOString(),
			reason: decision.reason,
		},
	}))
}

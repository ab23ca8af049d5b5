import { isOwnDocument } from '#app/domain/issuer/issuer.ts'
import { openAgendaItems } from '#app/domain/matter-record/agenda-records.ts'
import type { Reason } from '#app/domain/materials/checklist.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { leadersOf } from '#app/services/consent/read-consent-page.server.ts'
import { liveClearance } from '#app/services/clearance/genuine-clearances.server.ts'
import { type DeskHeading, openDraftingDesk } from '#app/services/drafting/open-drafting-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What the head reads before withdrawing, or before proposing: how the matter stands and what would fall. */
export type HeadPage = {
	readonly heading: DeskHeading
	readonly reasons: readonly Reason[]
	/** The leaders who may be asked to consent; null where the matter goes before the unit's own meeting. */
	readonly leaders: readonly { readonly id: string; readonly name: string }[] | null
	readonly clearanceNumber: string | null
	readonly openItems: readonly {
		readonly title: string
		readonly state: string
		readonly meeting: string | null
	}[]
}

/** Reads the page on which the head withdraws a matter or proposes it for an agenda. */
export async function readHeadPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
	act: 'matter.withdrawn' | 'agenda.proposed',
): Promise<Result<HeadPage, Refusal>> {
	const opened = await openDraftingDesk(shell, actor, matterId, [act])
	if (!opened.ok) return opened
	const { matter, reference, heading } = opened.value
	return accept({
		heading,
		reasons: reference.reasons.filter((reason) => reason.use === 'withdrawal'),
		leaders: isOwnDocument(matter.issuer) ? null : await leadersOf(shell, matter.jurisdictionId),
		clearanceNumber: liveClearance(shell, matter)?.number ?? null,
		openItems: openAgendaItems(matter).map((item) => ({
			title: item.title,
			state: item.state,
			meeting: item.meeting?.title ?? null,
		})),
	})
}

import { CLEARED_STATES } from '#app/domain/matter/matter-state.ts'
import { type Act, matterActsOf } from '#app/domain/act/act.ts'
import { DRAFTING_ACTS } from '#app/domain/act/drafting-acts.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import {
	type MatterDesk,
	type MatterDeskHeading,
	openMatterDesk,
} from '#app/services/matter/open-matter-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A matter as the drafting side works on it. */
export type DraftingDesk = MatterDesk & { readonly heading: DeskHeading }

/** What stands at the top of each of the drafting side's pages. */
export type DeskHeading = MatterDeskHeading & {
	/** The text is cleared: another upload ends the clearance and goes through the page before it. */
	readonly isCleared: boolean
}

/** The acts whose forms stand on the drafting side's pages. */
const DESK_ACTS = matterActsOf(DRAFTING_ACTS)

/** Opens a matter for one of the drafting side's pages, for whom one of `acts` is allowed. */
export async function openDraftingDesk(
	shell: Shell,
	actor: Actor,
	matterId: string,
	acts: readonly Act[],
): Promise<Result<DraftingDesk, Refusal>> {
	const desk = await openMatterDesk(shell, actor, matterId, acts, DESK_ACTS)
	if (!desk.ok) return desk
	const { heading } = desk.value
	const isCleared = CLEARED_STATES.some((each) => each === heading.state)
	return accept({ ...desk.value, heading: { ...heading, isCleared } })
}

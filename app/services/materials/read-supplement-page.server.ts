import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { type DeskHeading, openDraftingDesk } from '#app/services/drafting/open-drafting-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The open supplement list, item by item. */
export type SupplementPage = {
	readonly heading: DeskHeading
	readonly number: number
	readonly requestedBy: string
	readonly requestedAt: string
	readonly dueOn: string | null
	readonly items: readonly {
		readonly position: number
		readonly what: string
		readonly reason: string
		readonly answer: string | null
	}[]
	/** What is missing for sending it in, other than answers. */
	readonly unmet: readonly Requirement[]
}

/** Reads the page of the open supplement list; without one there is no such page. */
export async function readSupplementPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<SupplementPage, Refusal>> {
	const opened = await openDraftingDesk(shell, actor, matterId, ['supplement.submitted'])
	if (!opened.ok) return opened
	const { matter, facts, heading } = opened.value
	const list = matter.supplements.find((supplement) => supplement.answeredAt === null)
	if (!list) return refuse({ code: 'not-found' })
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [list.requestedBy])
	return accept({
		heading,
		number: list.number,
		requestedBy: names.get(list.requestedBy) ?? '',
		requestedAt: list.requestedAt.toISOString(),
		dueOn: matter.dueOn,
		items: list.items.map(({ position, what, reason, answer }) => ({ position, what, reason, answer })),
		unmet: unmetRequirements('supplement.submitted', facts).filter((each) => each !== 'supplement-answered'),
	})
}

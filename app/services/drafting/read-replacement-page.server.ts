import { loadTold } from '#app/db/load-told.server.ts'
import { RECORDS } from '#app/domain/act/records.ts'
import { openAgendaItems } from '#app/domain/matter-record/agenda-records.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { liveClearance } from '#app/services/clearance/genuine-clearances.server.ts'
import { type DraftPage, readDraftPage } from './read-draft-page.server.ts'
import { openDraftingDesk } from './open-drafting-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The page before a clearance falls: which one, which agenda item is blocked, and who will be told. */
export type ReplacementPage = DraftPage & {
	readonly clearance: {
		readonly number: string
		readonly versionNo: number
		readonly issuedAt: string
	} | null
	readonly items: readonly {
		readonly title: string
		readonly state: string
		readonly meeting: string | null
		readonly startsAt: string | null
	}[]
	readonly told: readonly string[]
}

/** Reads the page before a clearance falls. Reading it changes nothing. */
export async function readReplacementPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<ReplacementPage, Refusal>> {
	const [desk, page] = [
		await openDraftingDesk(shell, actor, matterId, ['version.uploaded']),
		await readDraftPage(shell, actor, matterId),
	]
	if (!desk.ok) return desk
	if (!page.ok) return page
	const { matter } = desk.value
	const holders = (await loadTold(shell.db, matter, RECORDS['clearance.voided'].told)).filter(
		(personId) => personId !== actor.personId,
	)
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, holders)
	const live = liveClearance(shell, matter)
	return accept({
		...page.value,
		clearance: live
			? { number: live.number, versionNo: live.version.versionNo, issuedAt: live.issuedAt.toISOString() }
			: null,
		items: openAgendaItems(matter).map((item) => ({
			title: item.title,
			state: item.state,
			meeting: item.meeting?.title ?? null,
			startsAt: item.meeting?.startsAt.toISOString() ?? null,
		})),
		told: holders.map((personId) => names.get(personId) ?? '').filter((name) => name !== ''),
	})
}

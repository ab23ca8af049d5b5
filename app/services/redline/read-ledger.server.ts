import type { BesideChange } from '#app/domain/document/compare-beside.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { changesOfLedger } from '#app/domain/redline-reading/ledger.ts'
import type { ReaderLedger } from '#app/domain/redline-reading/reader-ledger.ts'
import type { PlacedItem } from '#app/domain/redline-reading/reading.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { loadSeen } from './load-seen.server.ts'

/** The ledger of whoever reads a comparison of two versions of a matter; null for those who keep none. */
export async function readLedger(
	shell: Shell,
	actor: Actor,
	matter: MatterRecord,
	redline: Pick<Redline, 'blocks'>,
	items: readonly PlacedItem[],
	beside: readonly BesideChange[],
): Promise<ReaderLedger | null> {
	if (!isPermitted(actor, 'changes.seen', subjectOf(matter))) return null
	const { jurisdictionId, id: matterId } = matter
	const seen = await loadSeen(shell.db, { jurisdictionId, matterId, personId: actor.personId })
	return { changes: changesOfLedger(redline, items, beside), ...seen }
}

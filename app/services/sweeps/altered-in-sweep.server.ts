import { findAlteredParts, rewrittenRows } from '#app/db/find-altered-rows.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Whether somebody changed a row of a matter past the product, of those that a sweep would write again. As no act takes
 * such a row over, no sweep does: what it writes would be sealed with what was changed, and nobody would see it any more.
 * The matter is left as it is, and the log says so with every sweep.
 */
export async function isAlteredInSweep(
	{ log }: Pick<Shell, 'log'>,
	tx: Tx,
	matter: MatterRecord,
): Promise<boolean> {
	const { jurisdictionId, id } = matter
	const parts = await findAlteredParts(tx, jurisdictionId, rewrittenRows(matter))
	if (parts.length === 0) return false
	log.error(
		{ matter: id, parts, runs: 'npm run verify' },
		'a matter was changed past the product: left alone',
	)
	return true
}

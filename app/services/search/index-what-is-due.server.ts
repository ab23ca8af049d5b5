import { findTree } from '#app/db/find-trees.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { replaceParts, takeDue } from '#app/db/search-index.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { gramsOf } from '#app/domain/search/grams.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { loadSearched } from './searched-fields.server.ts'

/** So many are read in one transaction: nobody's command waits longer for the one writer. */
const AT_ONCE = 4

/**
 * Brings the index up to date with what was written since, and gives how many rows of the list it has worked off. A row
 * is taken off the list in the transaction that reads what it names: what is written meanwhile has a row of its own.
 */
export async function indexWhatIsDue(
	shell: Pick<Shell, 'db'>,
	isStopped: () => boolean = () => false,
): Promise<number> {
	let worked = 0
	while (!isStopped() && (await findTree(shell.db, 'searchDue', { select: { id: true }, take: 1 })) !== null)
		worked += await inTransaction(shell.db, indexSome)
	return worked
}

async function indexSome(tx: Tx): Promise<number> {
	const due = await takeDue(tx, AT_ONCE)
	for (const { jurisdictionId, kind, refId } of due) {
		const [searched] = await loadSearched(tx, jurisdictionId, kind, [refId])
		const texts = searched?.texts.map((each) => each.text) ?? []
		await replaceParts(tx, { jurisdictionId, kind, refId }, gramsOf(texts))
	}
	return due.length
}

import type { Tx } from '#app/db/open-database.server.ts'

/** Whose ledger of which matter. */
export type Reader = {
	readonly jurisdictionId: string
	readonly matterId: string
	readonly personId: string
}

/** What one reader has seen of a matter: every change by its id, and those of them that no sitting has taken up yet. */
export type SeenByReader = { readonly seenIds: ReadonlySet<string>; readonly openIds: ReadonlySet<string> }

/** Reads what somebody has ticked, in a sitting that has ended or in the one that is open. */
export async function loadSeen(
	db: Pick<Tx, 'seenChange' | 'changeTick'>,
	reader: Reader,
): Promise<SeenByReader> {
	const where = { ...reader }
	const taken = await db.seenChange.findMany({ where, select: { change: true } })
	const ticked = await db.changeTick.findMany({ where, select: { change: true } })
	const openIds = new Set(ticked.map(({ change }) => change))
	return { seenIds: new Set([...openIds, ...taken.map(({ change }) => change)]), openIds }
}

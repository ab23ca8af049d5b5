import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import {
	type ChangedStatute,
	type StatuteChange,
	changedStatutes,
	tableReaches,
} from '#app/domain/statutes/statute-change.ts'
import type { GateRecord } from '#app/domain/agenda-gate/gate-record.ts'
import { findTrees } from './find-trees.server.ts'
import { loadStatutes } from './load-reference.server.ts'
import type { Tx } from './open-database.server.ts'

type LawTx = Pick<Tx, '$queryRaw'>

/** What the table of statutes says of cleared texts. */
export type ChangedLaws = {
	/** The laws that a matter's cleared text cites and that changed since it was cleared. */
	readonly of: (matter: GateRecord) => readonly ChangedStatute[]
	/** The last day that the table knows of; null where there is none, and nothing is known. */
	readonly reaches: string | null
}

/** Loads the table and the texts of those matters that have a clearance: two queries, however many; else none. */
export async function loadChangedLaws(
	tx: LawTx,
	matters: readonly GateRecord[],
	now: Date,
): Promise<ChangedLaws> {
	const cleared = matters.filter((matter) => matter.clearances.length > 0 && matter.currentVersion !== null)
	if (cleared.length === 0) return { of: () => [], reaches: null }
	const table = await loadStatutes(tx, plainDateIn(now))
	const texts = await loadTexts(tx, cleared)
	const changes = new Map(
		cleared.map((matter) => [
			matter.id,
			changesOf(matter, texts.get(matter.currentVersionId) ?? '', table, now),
		]),
	)
	return { of: ({ id }) => changes.get(id) ?? [], reaches: tableReaches(table) }
}

function changesOf(
	{ clearances }: GateRecord,
	text: string,
	table: readonly StatuteChange[],
	now: Date,
): ChangedStatute[] {
	const issuedAt = clearances.at(-1)?.issuedAt
	if (!issuedAt) return []
	return changedStatutes(text, { after: plainDateIn(issuedAt), until: plainDateIn(now) }, table)
}

async function loadTexts(
	tx: LawTx,
	matters: readonly GateRecord[],
): Promise<ReadonlyMap<string | null, string>> {
	const [first] = matters
	const ids = matters.flatMap(({ currentVersionId }) => (currentVersionId === null ? [] : [currentVersionId]))
	const where = { jurisdictionId: first?.jurisdictionId ?? '', id: { in: ids } }
	const versions = await findTrees(tx, 'draftVersion', { where, select: { id: true, text: true } })
	return new Map(versions.map(({ id, text }) => [id, text]))
}

import { findTrees } from '#app/db/find-trees.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { referenceRows } from './load-reference.ts'

/** An entry of the law as data that is not the one that this release ships. */
export type ReferenceFault = {
	readonly kind: string
	readonly code: string
	readonly effectiveFrom: string
	readonly problem: 'differs' | 'extra' | 'missing'
}

type Named = { readonly kind: string; readonly code: string; readonly effectiveFrom: string }

const ENTRY = {
	kind: true,
	code: true,
	effectiveFrom: true,
	body: true,
	source: true,
	mark: true,
	lastChecked: true,
} as const

type Version = { readonly [Each in keyof typeof ENTRY]: string }

/**
 * Compares the law as data with what this release ships and with what two persons of the house have agreed upon: whatever
 * differs from both was changed past the product. The proposals themselves are compared with the trail.
 */
export async function compareReference(tx: Pick<Tx, '$queryRaw'>): Promise<readonly ReferenceFault[]> {
	const stored = await findTrees(tx, 'referenceEntry', { where: {}, select: { ...ENTRY, proposalId: true } })
	const shipped = byName(referenceRows())
	const confirmed = await loadConfirmed(tx)
	const present = new Set(stored.map(nameOf))
	const found = stored.flatMap((row): ReferenceFault[] => {
		const own = (row.proposalId === null ? shipped : confirmed).get(nameOf(row))
		if (!own) return [faultOf(row, 'extra')]
		return isSame(row, own) ? [] : [faultOf(row, 'differs')]
	})
	const missing = [...shipped.values(), ...confirmed.values()].filter((row) => !present.has(nameOf(row)))
	return [...found, ...missing.map((row) => faultOf(row, 'missing'))]
}

/** What a house has agreed upon. */
async function loadConfirmed(tx: Pick<Tx, '$queryRaw'>): Promise<ReadonlyMap<string, Version>> {
	return byName(
		await findTrees(tx, 'referenceProposal', { where: { decision: { isConfirmed: true } }, select: ENTRY }),
	)
}

function byName(rows: readonly Version[]): ReadonlyMap<string, Version> {
	return new Map(rows.map((row) => [nameOf(row), row]))
}

function isSame(row: Version, own: Version): boolean {
	return (
		row.body === own.body &&
		row.source === own.source &&
		row.mark === own.mark &&
		row.lastChecked === own.lastChecked
	)
}

function nameOf({ kind, code, effectiveFrom }: Named): string {
	return `${kind} ${code} ${effectiveFrom}`
}

function faultOf({ kind, code, effectiveFrom }: Named, problem: ReferenceFault['problem']): ReferenceFault {
	return { kind, code, effectiveFrom, problem }
}

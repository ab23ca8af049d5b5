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

/** Compares the law as data with what this release ships: no act of the product changes it, so whatever differs was changed past it. */
export async function compareReference(tx: Pick<Tx, '$queryRaw'>): Promise<readonly ReferenceFault[]> {
	const stored = await findTrees(tx, 'referenceEntry', { where: {}, select: ENTRY })
	const shipped = new Map(referenceRows().map((row) => [nameOf(row), row]))
	const present = new Set(stored.map(nameOf))
	const found = stored.flatMap((row): ReferenceFault[] => {
		const own = shipped.get(nameOf(row))
		if (!own) return [faultOf(row, 'extra')]
		const isSame =
			row.body === own.body &&
			row.source === own.source &&
			row.mark === own.mark &&
			row.lastChecked === own.lastChecked
		return isSame ? [] : [faultOf(row, 'differs')]
	})
	const missing = [...shipped.values()].filter((row) => !present.has(nameOf(row)))
	return [...found, ...missing.map((row) => faultOf(row, 'missing'))]
}

function nameOf({ kind, code, effectiveFrom }: Named): string {
	return `${kind} ${code} ${effectiveFrom}`
}

function faultOf({ kind, code, effectiveFrom }: Named, problem: ReferenceFault['problem']): ReferenceFault {
	return { kind, code, effectiveFrom, problem }
}

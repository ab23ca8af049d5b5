import { Prisma } from '#app/db/generated/sqlite/client.ts'
import { readCoveredEntries } from '#app/db/read-evidence.server.ts'
import { readRows } from '#app/db/statements.server.ts'
import {
	consistencyRanges,
	type Hash,
	inclusionRanges,
	type LeafRange,
} from '#app/domain/checkpoint/merkle-tree.ts'
import { earlierLine, keyLine, leafLine, type ProvenKey } from '#app/domain/evidence/archive.ts'
import type { NamedByTrail } from '#app/domain/evidence/named-by-trail.ts'
import type { Shell } from '#app/services/shell.server.ts'
import type { Extract, Place } from './extract.ts'

const AT_ONCE = 500
/** So many of the last checkpoints are in the archive, for whoever holds one of them. */
const LAST_CHECKPOINTS = 200

/** The texts of the entries, as far as the checkpoint has them; what they name and where they stand is noted on the way. */
export async function* trailLines(
	{ longReads }: Shell,
	{ jurisdictionId, stream, checkpoint: { size } }: Extract,
	named: NamedByTrail,
	places: Place[],
): AsyncGenerator<string> {
	for (;;) {
		const after = places.at(-1)?.seq ?? 0
		const entries = await readCoveredEntries(longReads.db, jurisdictionId, stream, {
			after,
			size,
			atMost: AT_ONCE,
		})
		if (entries.length === 0) return
		for (const { leaf, ...place } of entries) {
			named.take(leaf)
			places.push(place)
			yield leaf
		}
	}
}

/** The lines that show where everything stands under the checkpoint: entries, keys, and what earlier checkpoints signed. */
export type Proven = {
	readonly leaves: readonly string[]
	readonly keys: readonly string[]
	readonly earlier: readonly string[]
}

/** Makes all proofs of an archive in one reading of the list, in a thread of its own. */
export async function proveTrail(shell: Shell, extract: Extract, places: readonly Place[]): Promise<Proven> {
	const { jurisdictionId, checkpoint } = extract
	const { size } = checkpoint
	const keys = await readKeys(shell, extract)
	const notes = await readEarlier(shell, extract, places)
	const asked = [
		...[...places, ...keys.map(({ entry }) => entry)].map(({ index }) => inclusionRanges(index, size)),
		...notes.map((note) => consistencyRanges(note.size, size)),
	]
	const proofs = await proofsOf(shell, jurisdictionId, size, asked)
	const take = () => proofs.shift() ?? []
	return {
		leaves: places.map(({ seq, hash, index }) => leafLine(seq, hash, { index, proof: take() })),
		keys: keys.map((key) => keyLine({ ...key, entry: { ...key.entry, proof: take() } })),
		earlier: notes.map(({ note }) => earlierLine(note, take())),
	}
}

async function proofsOf(
	{ longReads }: Shell,
	jurisdictionId: string,
	size: number,
	asked: readonly (readonly LeafRange[])[],
): Promise<Hash[][]> {
	const names = new Map<string, LeafRange>()
	for (const range of asked.flat()) names.set(`${range.start}-${range.end}`, range)
	const roots = await longReads.rangeRoots(jurisdictionId, size, [...names.values()])
	const rootOf = new Map([...names.keys()].map((name, at) => [name, roots[at] ?? '']))
	return asked.map((ranges) => ranges.map(({ start, end }) => rootOf.get(`${start}-${end}`) ?? ''))
}

type ListedKey = Omit<ProvenKey, 'entry'> & {
	readonly entry: { readonly text: string; readonly index: number }
}

/** The public keys in the order in which they came, each with the entry that brought it. */
async function readKeys({ db, longReads }: Shell, extract: Extract): Promise<ListedKey[]> {
	const { jurisdictionId, checkpoint } = extract
	const rows = await db.signingKey.findMany({
		where: { jurisdictionId },
		orderBy: [{ fromAt: 'asc' }, { id: 'asc' }],
	})
	const entries = await readRows(
		longReads.db,
		Prisma.sql`SELECT "entry"."leaf", "place"."position" FROM "audit_entry" "entry" JOIN "checkpoint_leaf" "place"
			ON "place"."jurisdiction_id" = "entry"."jurisdiction_id" AND "place"."stream" = "entry"."stream"
				AND "place"."seq" = "entry"."seq"
			WHERE "entry"."jurisdiction_id" = ${jurisdictionId} AND "entry"."kind" = 'key.introduced'
				AND "place"."position" < ${checkpoint.size} ORDER BY "place"."position"`,
	)
	return rows.flatMap(({ id, use, algorithm, publicKey, fromAt }, at) => {
		const entry = entries.find(([leaf]) => String(leaf).includes(`"key":${JSON.stringify(id)}`))
		if (!entry) return []
		const next = rows.slice(at + 1).find((other) => other.use === use)
		const period = { from: fromAt.toISOString(), until: next?.fromAt.toISOString() ?? null }
		return [
			{
				id,
				use,
				algorithm,
				publicKey,
				...period,
				entry: { text: String(entry[0]), index: Number(entry[1]) },
			},
		]
	})
}

/** Checkpoints before the archive's: the last ones, and for each entry the last without it and the first with it. */
async function readEarlier(
	{ db, longReads }: Shell,
	{ jurisdictionId, checkpoint }: Extract,
	places: readonly Place[],
): Promise<{ readonly size: number; readonly note: string }[]> {
	const found = await readRows(
		longReads.db,
		Prisma.sql`SELECT "size" FROM "checkpoint" WHERE "jurisdiction_id" = ${jurisdictionId}
			AND "size" < ${checkpoint.size} ORDER BY "size"`,
	)
	const sizes = found.map(([size]) => Number(size))
	const wanted = new Set(sizes.slice(-LAST_CHECKPOINTS))
	for (const { index } of places) {
		const at = countUpTo(sizes, index)
		for (const size of sizes.slice(Math.max(at - 1, 0), at + 1)) wanted.add(size)
	}
	const chosen = [...wanted]
	const notes: { size: number; note: string }[] = []
	for (let at = 0; at < chosen.length; at += AT_ONCE) {
		const size = { in: chosen.slice(at, at + AT_ONCE) }
		const where = { jurisdictionId, size }
		notes.push(...(await db.checkpoint.findMany({ where, select: { size: true, note: true } })))
	}
	return notes.sort((a, b) => a.size - b.size)
}

/** How many of these ascending sizes are not larger than a number. */
function countUpTo(sizes: readonly number[], most: number): number {
	let low = 0
	for (let high = sizes.length; low < high;) {
		const middle = Math.floor((low + high) / 2)
		if ((sizes[middle] ?? 0) <= most) low = middle + 1
		else high = middle
	}
	return low
}

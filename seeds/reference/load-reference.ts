import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Database } from '#app/db/open-database.server.ts'
import { CHECKLIST } from './checklists.ts'
import { PRECHECK_LISTS } from './precheck/lists.ts'
import { PRECHECK_RULES } from './precheck/rules.ts'
import { REASONS } from './reasons.ts'
import type { ReferenceSeed } from './reference-seed.ts'
import { REVIEW_LIMITS } from './review-limits.ts'
import { REVIEW_POINTS } from './review-points.ts'
import { STATUTES } from './statutes.ts'
import { TRACK_PERIODS } from './track-periods.ts'
import { WORKING_DAYS } from './working-days.ts'

const KINDS: Readonly<Record<string, readonly ReferenceSeed<unknown>[]>> = {
	'track-periods': TRACK_PERIODS,
	'checklist-item': CHECKLIST,
	'review-point': REVIEW_POINTS,
	reason: REASONS,
	'review-limits': REVIEW_LIMITS,
	'precheck-rule': PRECHECK_RULES,
	'precheck-list': PRECHECK_LISTS,
	statute: STATUTES,
	'working-days': WORKING_DAYS,
}

/**
 * Writes the law as data that the product ships. Safe to run twice: what is there stays as it is, so that an
 * administrator's correction is never overwritten by a later version of the product. Returns how many were new.
 */
export async function loadReferenceSeeds(db: Database): Promise<number> {
	const present = await db.referenceEntry.findMany({
		select: { kind: true, code: true, effectiveFrom: true },
	})
	const known = new Set(present.map(keyOf))
	const missing = referenceRows().filter((row) => !known.has(keyOf(row)))
	await putInOfRelease(db, missing)
	return missing.length
}

type EntryRow = ReturnType<typeof referenceRows>[number]

/** Where a database says that a start puts entries of its release in; the wall lets no other row of nobody's in. */
const PUTTING_IN = 'reference-of-release'

/** Puts entries in as a release ships them. That it does so is said for as long as this transaction lasts. */
export async function putInOfRelease(db: Database, rows: readonly EntryRow[]): Promise<void> {
	if (rows.length === 0) return
	await inTransaction(db, async (tx) => {
		const saying = (value: string) =>
			tx.installation.upsert({
				where: { name: PUTTING_IN },
				create: { name: PUTTING_IN, value },
				update: { value },
			})
		await saying('being-put-in')
		await tx.referenceEntry.createMany({ data: [...rows] })
		await saying('put-in')
	})
}

/** The shipped entries as rows. */
export function referenceRows() {
	return Object.entries(KINDS).flatMap(([kind, seeds]) =>
		seeds.map(({ code, effectiveFrom, body, source, mark, lastChecked }, position) => ({
			kind,
			code,
			effectiveFrom,
			// The order in which the instrument lists them, for screens and papers.
			body: JSON.stringify({ position, ...(body as object) }),
			source,
			mark,
			lastChecked,
		})),
	)
}

function keyOf({ kind, code, effectiveFrom }: { kind: string; code: string; effectiveFrom: string }): string {
	return `${kind}/${code}/${effectiveFrom}`
}

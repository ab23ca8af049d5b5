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
	if (missing.length > 0) await db.referenceEntry.createMany({ data: missing })
	return missing.length
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

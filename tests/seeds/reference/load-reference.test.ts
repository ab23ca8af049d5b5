import { expect, test } from 'vitest'
import { loadReference } from '#app/db/load-reference.server.ts'
import { checklistFor, periodsFor, pointsFor } from '#app/domain/materials/checklist.ts'
import { STEPS } from '#app/domain/materials/step.ts'
import { TRACKS } from '#app/domain/matter/track.ts'
import { loadReferenceSeeds, referenceRows } from '#seeds/reference/load-reference.ts'
import { openTestDatabase } from '#tests/support/open-test-database.ts'

const TODAY = '2026-11-23'

test('loading the reference data twice changes nothing, and an administrator’s newer entry stays in force', async () => {
	const { db, close } = await openTestDatabase()
	expect(await loadReferenceSeeds(db)).toBe(referenceRows().length)
	const own = referenceRows().find(
		(row) => row.kind === 'track-periods' && row.code === 'government-contract',
	)
	if (!own) throw new Error('no such entry')
	const body = JSON.stringify({ ...(JSON.parse(own.body) as object), review: 8 })
	await db.referenceEntry.create({ data: { ...own, effectiveFrom: '2026-11-01', body } })
	expect(await loadReferenceSeeds(db)).toBe(0)
	const before = await loadReference(db, '2026-10-31')
	const after = await loadReference(db, TODAY)
	expect(periodsFor(['government-contract'], before.periods).review).toBe(5)
	expect(periodsFor(['government-contract'], after.periods).review).toBe(8)
	await close()
})

test('every track has periods, required papers and review points, and every step has its paper', async () => {
	const { db, close } = await openTestDatabase()
	await loadReferenceSeeds(db)
	const reference = await loadReference(db, TODAY)
	for (const track of TRACKS) {
		expect(
			reference.periods.some((period) => period.track === track),
			track,
		).toBe(true)
		const checklist = checklistFor([track], reference.checklist)
		expect(
			checklist.some((item) => item.isRequired),
			track,
		).toBe(true)
		for (const step of STEPS)
			expect(checklist.find((item) => item.code === step)?.isRequired, `${track} ${step}`).toBe(false)
		expect(pointsFor([track], reference.points).length, track).toBeGreaterThanOrEqual(3)
	}
	await close()
})

test('decisions have the three points of Decree 713 art. 27, normative documents the seven of 国办发〔2018〕115号', async () => {
	const { db, close } = await openTestDatabase()
	await loadReferenceSeeds(db)
	const { points } = await loadReference(db, TODAY)
	expect(pointsFor(['government-decision'], points)).toHaveLength(3)
	expect(pointsFor(['normative-document'], points)).toHaveLength(7)
	expect(pointsFor(['government-decision', 'normative-document'], points)).toHaveLength(10)
	await close()
})

test('no decision is reviewed in fewer than the 7 working days that Decree 713 art. 26 keeps for it', async () => {
	const { db, close } = await openTestDatabase()
	await loadReferenceSeeds(db)
	const { periods } = await loadReference(db, TODAY)
	for (const track of ['government-decision', 'department-decision'] as const)
		expect(periodsFor([track], periods).review, track).toBeGreaterThanOrEqual(7)
	await close()
})

test('each use has its list of reasons, every entry names its source, and what is assumed is marked', () => {
	const rows = referenceRows()
	const uses = rows
		.filter((row) => row.kind === 'reason')
		.map((row) => (JSON.parse(row.body) as { use: string }).use)
	expect(new Set(uses)).toEqual(new Set(['return', 'exclusion', 'withdrawal']))
	for (const row of rows) {
		expect(row.source, row.code).not.toBe('')
		expect(row.lastChecked, row.code).toMatch(/^\d{4}-\d{2}-\d{2}$/)
	}
	const unsure = rows.filter((row) => row.source.includes('待确认'))
	expect(new Set(unsure.map((row) => row.mark))).toEqual(new Set(['to-be-confirmed']))
	expect(new Set(rows.map((row) => `${row.kind}/${row.code}`)).size).toBe(rows.length)
})

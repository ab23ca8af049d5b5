import { expect, test } from 'vitest'
import { loadCalendar } from '#app/db/load-reference.server.ts'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { recountPeriods } from '#app/services/reminders/recount-periods.server.ts'
import { readClockPage } from '#app/services/intake/read-clock-page.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import type { ProposalForm } from '#app/services/reference/propose-reference.server.ts'
import { matterOf, must } from '#tests/support/drafting-steps.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { changedEntry } from '#tests/support/reference-steps.ts'
import { counselSays, reviewingMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

/** A notice, made up: New Year's Day is free, with the weekend after it. */
const YEAR_2027: ProposalForm = {
	intent: 'year',
	kind: 'working-days',
	code: '2027',
	rest: '2027-01-01 至 2027-01-03\n2027-02-05至2027-02-12、2027-04-03~2027-04-05',
	work: '2027-02-14',
	source: '国务院办公厅关于2027年部分节假日安排的通知',
	reason: '通知已经公布。',
	from: parsePlainDate('2026-12-25'),
}

test('a period that runs into a year without its holidays is counted again once they are known, by itself and once', async () => {
	// Ten working days from Thursday the 24th by the week: 12-25, 12-28 to 12-31, 01-01, 01-04 to 01-07.
	const shell = await openTestShell(new Date('2026-12-24T01:30:00.000Z'))
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	const standing = async () => {
		const { dueOn, dueProvisional } = await matterOf(shell, org, matterId)
		return [dueOn, dueProvisional]
	}
	expect(await standing()).toEqual(['2027-01-07', true])
	expect(await recountPeriods(shell)).toBe(0)
	shell.setNow(new Date('2026-12-25T01:30:00.000Z'))
	await changedEntry(shell, org, YEAR_2027)
	const { revision } = await matterOf(shell, org, matterId)
	expect(await recountPeriods(shell)).toBe(1)
	// Friday the 1st falls away.
	expect(await standing()).toEqual(['2027-01-08', false])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'period.recounted',
		outcome: 'done',
	})
	for (const told of [org.actors.drafter, org.actors.reviewer])
		expect(await noticesOf(shell, told)).toContain('period.recounted')
	const page = must(await readClockPage(shell, org.actors.drafter, matterId))
	expect(page.lines.at(-1)).toMatchObject({ dueOn: '2027-01-08', isProvisional: false })
	// What somebody types beside it is not refused for it.
	expect((await matterOf(shell, org, matterId)).revision).toBe(revision)
	expect(await recountPeriods(shell)).toBe(0)
	expect(await verifyTrail(shell)).toMatchObject({ brokenStreams: 0, faultyRows: 0, forged: [] })
})

test('a matter that somebody changed past the product is not counted again, and keeps no other from it', async () => {
	const shell = await openTestShell(new Date('2026-12-24T01:30:00.000Z'))
	const org = await seedOrganisation(shell)
	const [bent, whole] = [await reviewingMatter(shell, org), await reviewingMatter(shell, org)]
	shell.setNow(new Date('2026-12-25T01:30:00.000Z'))
	await changedEntry(shell, org, YEAR_2027)
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update matter set title = '改过的题目' where id = '${bent}'`)
	await runRaw(
		shell.url,
		`update deadline set period_days = 60 where matter_id = '${bent}' and ended_at is null`,
	)
	expect(await recountPeriods(shell)).toBe(1)
	expect((await matterOf(shell, org, whole)).dueOn).toBe('2027-01-08')
	expect((await matterOf(shell, org, bent)).dueProvisional).toBe(true)
	// What was changed is still seen: nothing was sealed over it.
	expect(await counselSays(shell, org, bent)).toMatchObject({ reason: { code: 'record-altered' } })
})

test('a year that is known stays an estimate while the one before it does not hold yet', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const year = (code: string, from: string, otherwise = {}) =>
		changedEntry(shell, org, { ...YEAR_2027, code, from: parsePlainDate(from), ...otherwise } as ProposalForm)
	await year('2027', '2027-06-01')
	const rest = '2028-01-01至2028-01-03、2028-01-26至2028-02-01、2028-04-03至2028-04-05'
	await year('2028', '2026-11-24', { rest, work: '' })
	const covered = async (day: string) => (await loadCalendar(shell.db, day)).coveredUntil
	expect([await covered('2026-11-24'), await covered('2027-06-01')]).toEqual([2026, 2028])
})

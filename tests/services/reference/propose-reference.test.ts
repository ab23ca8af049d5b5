import { expect, test } from 'vitest'
import { loadCalendar, loadLimits, loadReference } from '#app/db/load-reference.server.ts'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { endOfPeriod } from '#app/domain/calendar/working-calendar.ts'
import { confirmReference, declineReference } from '#app/services/reference/decide-reference.server.ts'
import { type ProposalForm, proposeReference } from '#app/services/reference/propose-reference.server.ts'
import { readEntry } from '#app/services/reference/read-entries.server.ts'
import { readReference } from '#app/services/reference/read-reference.server.ts'
import { compareReference } from '#seeds/reference/compare-reference.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { changedEntry, objectionDays, proposedEntry } from '#tests/support/reference-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { systemAdministrator: system, securityAdministrator: security } = org.actors
	const propose = (form: ProposalForm, by = system) => proposeReference(shell, by, shell.newId(), form)
	const confirm = (id: string, by = security) => confirmReference(shell, by, shell.newId(), id)
	const decline = (id: string, by = security) =>
		declineReference(shell, by, shell.newId(), { proposalId: id, reason: '出处不符。' })
	const objection = async (day: string) => (await loadLimits(shell.db, day))(day).objection
	return { shell, org, system, security, propose, confirm, decline, objection, ...org.actors }
}

/** Next year's notice, made up. */
const YEAR_2027: ProposalForm = {
	intent: 'year',
	kind: 'working-days',
	code: '2027',
	source: '国务院办公厅关于2027年部分节假日安排的通知',
	reason: '通知已经公布。',
	from: parsePlainDate('2026-11-23'),
	rest: '2027-01-01 至 2027-01-03\n2027-02-05至2027-02-12、2027-04-03~2027-04-05',
	work: '2027-02-14',
}

const CHECK: ProposalForm = {
	intent: 'check',
	kind: 'review-point',
	code: 'document-issuer',
	source: '国办发〔2018〕115号（六）',
	reason: '与国务院公报正式文本核对。',
	from: parsePlainDate('2026-11-23'),
}

test('a new limit holds once a second administrator has confirmed it, and from its day', async () => {
	const { shell, org, propose, confirm, objection } = await ground()
	const { proposalId } = must(await propose(objectionDays(5, '2026-12-01'))).value
	expect(await objection('2026-12-31')).toBe(3)
	must(await confirm(proposalId))
	expect(await objection('2026-11-30')).toBe(3)
	expect(await objection('2026-12-01')).toBe(5)
	const stream = `admin/${org.jurisdictionId}`
	expect(await entryKinds(shell, stream)).toEqual(['reference.proposed', 'reference.confirmed'])
	expect((await lastEntry(shell, stream)).detail).toEqual({
		proposal: proposalId,
		kind: 'review-limits',
		code: 'objection',
		from: '2026-12-01',
		mark: 'verified',
		source: '《青禾区合法性审查办法》第十二条',
		numbers: [{ name: 'objection', was: 3, is: 5 }],
		proposedBy: org.actors.systemAdministrator.personId,
	})
})

test('who has to answer, who audits and who leads the review are told of each step, and who proposed of the answer', async () => {
	const { shell, org, system, security, auditAdministrator, lead, drafter } = await ground()
	await changedEntry(shell, org)
	expect(await noticesOf(shell, security)).toEqual(['reference.proposed'])
	expect(await noticesOf(shell, system)).toEqual(['reference.confirmed'])
	for (const told of [auditAdministrator, lead])
		expect(await noticesOf(shell, told)).toEqual(['reference.proposed', 'reference.confirmed'])
	expect(await noticesOf(shell, drafter)).toEqual([])
})

test('a proposal that was declined changes nothing, keeps its reason, and may be made anew', async () => {
	const { shell, lead, propose, confirm, decline, objection } = await ground()
	const { proposalId } = must(await propose(objectionDays(5))).value
	must(await decline(proposalId))
	expect(await objection('2026-12-31')).toBe(3)
	const { proposals } = must(await readEntry(shell, lead, 'review-limits', 'objection'))
	expect(proposals).toMatchObject([{ id: proposalId, declined: { reason: '出处不符。' } }])
	for (const again of [confirm, decline])
		expect(await again(proposalId)).toMatchObject({ reason: { problem: 'recovery-decided' } })
	expect(await propose(objectionDays(5))).toMatchObject({ ok: true })
})

test('nobody answers what they have proposed, and neither act is another’s', async () => {
	const { shell, org, system, security, lead, drafter, propose, confirm, decline } = await ground()
	const id = await proposedEntry(shell, org)
	const refused = { ok: false, reason: { code: 'not-permitted' } }
	expect(await confirm(id, system)).toMatchObject(refused)
	expect(await decline(id, system)).toMatchObject(refused)
	for (const by of [security, lead, drafter])
		expect(await propose(objectionDays(6), by)).toMatchObject(refused)
	// One who has become the other administrator since, by whatever way, still is the same person.
	const turned = { ...system, posts: security.posts }
	expect(await confirm(id, turned)).toMatchObject({ reason: { problem: 'own-request' } })
	expect(await decline(id, turned)).toMatchObject({ reason: { problem: 'own-request' } })
})

test.each([
	['a day that is past', objectionDays(5, '2026-11-22'), 'from', 'before-today'],
	['a day years ahead', objectionDays(5, '2029-01-01'), 'from', 'too-far-ahead'],
	['no day at all', objectionDays(0), 'numbers-objection', 'out-of-bounds'],
	['too many days', objectionDays(31), 'numbers-objection', 'out-of-bounds'],
	['a number left out', { ...objectionDays(5), numbers: {} } as ProposalForm, 'numbers-objection', 'missing'],
	[
		'numbers where there are none',
		{ ...objectionDays(5), kind: 'reason', code: 'not-pursued' } as ProposalForm,
		'numbers',
		'with-a-release',
	],
	['a year that leaves one out', { ...YEAR_2027, code: '2028' } as ProposalForm, 'rest', 'year-out-of-turn'],
	['a year that is past', { ...YEAR_2027, code: '2025' } as ProposalForm, 'rest', 'year-out-of-turn'],
	['work on a weekday', { ...YEAR_2027, work: '2027-02-15' } as ProposalForm, 'work', 'no-weekend'],
])('it is not proposed with %s', async (_what, form, field, problem) => {
	const { propose } = await ground()
	expect(await propose(form)).toEqual({ ok: false, reason: { code: 'unfitting', field, problem } })
})

test('a review of a government decision is not proposed below the seven days of Decree 713', async () => {
	const { propose } = await ground()
	const form = (review: number): ProposalForm => ({
		...objectionDays(5),
		intent: 'numbers',
		mark: 'verified',
		kind: 'track-periods',
		code: 'government-decision',
		numbers: { accept: 2, supplement: 5, review, revise: 10, recheck: 3, postCheck: 2 },
	})
	expect(await propose(form(6))).toMatchObject({
		reason: { field: 'numbers-review', problem: 'out-of-bounds' },
	})
	expect(await propose(form(7))).toMatchObject({ ok: true })
})

test('one proposal of an entry waits at a time, and of an entry that is as proposed there is nothing to propose', async () => {
	const { shell, org, propose } = await ground()
	await proposedEntry(shell, org)
	expect(await propose(objectionDays(6))).toMatchObject({ reason: { problem: 'recovery-waits' } })
	const { shell: next, org: there, propose: again } = await ground()
	await changedEntry(next, there)
	expect(await again(objectionDays(5, '2026-12-01'))).toMatchObject({
		reason: { problem: 'nothing-changed' },
	})
	expect(await again(objectionDays(6))).toMatchObject({ reason: { problem: 'later-version' } })
})

test('a proposal whose day is past, or beside which another version has come, is confirmed no more', async () => {
	const { shell, org, confirm, decline } = await ground()
	const late = await proposedEntry(shell, org)
	shell.setNow(new Date('2026-11-24T01:30:00.000Z'))
	expect(await confirm(late)).toMatchObject({ reason: { problem: 'outdated' } })
	must(await decline(late))
	expect(await proposedEntry(shell, org, objectionDays(5, '2026-11-24'))).not.toBe('')
})

test('an entry that was compared with its source is 已核 once two have said so, and says the same', async () => {
	const { shell, org, system } = await ground()
	const before = await loadReference(shell.db, '2026-11-23')
	await changedEntry(shell, org, CHECK)
	expect(await loadReference(shell.db, '2026-11-23')).toEqual(before)
	const { shown, versions } = must(await readEntry(shell, system, 'review-point', 'document-issuer'))
	expect(shown).toMatchObject({
		mark: 'verified',
		effectiveFrom: '2026-11-23',
		hands: { proposedBy: expect.any(String), confirmedBy: expect.any(String) },
	})
	expect(versions.map(({ mark, hands }) => [mark, hands === null])).toEqual([
		['verified', false],
		['to-be-confirmed', true],
	])
})

test('periods that two have confirmed are not called assumed any more', async () => {
	const { shell, org } = await ground()
	const assumed = async (day: string) =>
		(await loadReference(shell.db, day)).periods.find(({ track }) => track === 'government-contract')
			?.isAssumed
	await changedEntry(shell, org, { ...CHECK, kind: 'track-periods', code: 'government-contract' })
	expect(await assumed('2026-11-22')).toBe(true)
	expect(await assumed('2026-11-23')).toBe(false)
})

test('a year of the calendar that two have loaded is counted with, and its dates are not provisional', async () => {
	const { shell, org } = await ground()
	const due = async () =>
		endOfPeriod(parsePlainDate('2026-12-31'), 1, await loadCalendar(shell.db, '2026-12-31'))
	expect(await due()).toEqual({ day: '2027-01-01', provisional: true })
	await changedEntry(shell, org, YEAR_2027)
	expect(await due()).toEqual({ day: '2027-01-04', provisional: false })
})

test('what waits is shown to all who read, and its answer is offered to the second administrator alone', async () => {
	const { shell, org, system, security, lead } = await ground()
	const id = await proposedEntry(shell, org)
	const seen = async (by: typeof system) => must(await readReference(shell, by)).waiting
	expect(await seen(security)).toMatchObject([{ id, mayDecide: true, was: { mark: 'to-be-confirmed' } }])
	for (const by of [system, lead]) expect(await seen(by)).toMatchObject([{ id, mayDecide: false }])
})

test('a house with its own versions is as it should be, at the next start too; what was put in past them is named', async () => {
	const { shell, org } = await ground()
	await changedEntry(shell, org)
	await changedEntry(shell, org, CHECK)
	expect(await compareReference(shell.db)).toEqual([])
	expect(await loadReferenceSeeds(shell.db)).toBe(0)
})

import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import { answerSupplement } from '#app/services/materials/answer-supplement.server.ts'
import { submitSupplement } from '#app/services/materials/submit-supplement.server.ts'
import { matterOf, must, orderOn, readyMatter, submittedMatter } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { supplementOf } from '#tests/support/review-rows.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

/** A matter in 待补正, asked for on a day on which so many days of its period were left, that day among them. */
async function inSupplement(
	shell: TestShell,
	org: SampleOrganisation,
	kind: 'accept' | 'review',
	daysLeft: number,
) {
	const matterId = await submittedMatter(shell, org)
	const before = await shell.db.deadline.findFirstOrThrow()
	await byAnAct(shell, async (tx) => {
		await tx.deadline.updateMany({ data: { kind, periodDays: daysLeft, dueOn: before.dueOn } })
		if (kind === 'review') await tx.matter.updateMany({ data: { state: 'reviewing' } })
	})
	await supplementOf(shell, org, matterId, ['补充起草说明', '补充依据目录'])
	await stopFor(shell, org, before.id)
	return matterId
}

async function stopFor(shell: TestShell, { jurisdictionId }: SampleOrganisation, deadlineId: string) {
	const stop = { jurisdictionId, id: shell.newId(), deadlineId, cause: 'supplement', startsOn: '2026-11-23' }
	await byAnAct(shell, (tx) => tx.deadlineStop.create({ data: stop }))
}

test('[3] a supplement is sent in when every item is answered, and the review’s clock goes on with the days left', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter, registrar } = org.actors
	const matterId = await inSupplement(shell, org, 'review', 6)
	must(await answerSupplement(shell, drafter, orderOn(shell, matterId), [{ position: 1, text: '已补。' }]))
	expect(await submitSupplement(shell, drafter, orderOn(shell, matterId))).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['supplement-answered'] },
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'supplement.submitted',
		outcome: 'refused',
	})
	must(
		await answerSupplement(shell, drafter, orderOn(shell, matterId), [
			{ position: 2, text: '见依据目录第3项。' },
		]),
	)
	must(await submitSupplement(shell, drafter, orderOn(shell, matterId)))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'reviewing', supplementFrom: null, dueOn: '2026-12-01' })
	expect(matter.deadlines.at(-1)).toMatchObject({
		kind: 'review',
		periodDays: 6,
		startsOn: '2026-11-23',
		dueOn: '2026-12-01',
		endedAt: null,
		stops: [{ cause: 'supplement', startsOn: '2026-11-23', endsOn: '2026-11-23', resumedAt: shell.now() }],
	})
	expect(matter.supplements[0]?.answeredAt).toEqual(shell.now())
	expect(await noticesOf(shell, registrar)).toContain('supplement.submitted')
})

test('before acceptance the matter goes back to the intake, with the days that were left on the day it asked', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await inSupplement(shell, org, 'accept', 1)
	const answers = [1, 2].map((position) => ({ position, text: '已补。' }))
	must(await answerSupplement(shell, org.actors.drafter, orderOn(shell, matterId), answers))
	must(await submitSupplement(shell, org.actors.drafter, orderOn(shell, matterId)))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'submitted', dueOn: '2026-11-24' })
})

test('a clock that an earlier release ended when the supplement was asked for goes on with the days it had left', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await inSupplement(shell, org, 'accept', 2)
	await byAnAct(shell, async (tx) => {
		await tx.deadlineStop.deleteMany()
		await tx.deadline.updateMany({ data: { endedAt: shell.now(), daysLeft: 0 } })
	})
	const answers = [1, 2].map((position) => ({ position, text: '已补。' }))
	must(await answerSupplement(shell, org.actors.drafter, orderOn(shell, matterId), answers))
	must(await submitSupplement(shell, org.actors.drafter, orderOn(shell, matterId)))
	const { deadlines } = await matterOf(shell, org, matterId)
	expect(deadlines.at(-1)).toMatchObject({ kind: 'accept', periodDays: 1 })
})

test('an answer that is emptied is open again', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await inSupplement(shell, org, 'accept', 2)
	const save = (text: string) =>
		answerSupplement(shell, org.actors.drafter, orderOn(shell, matterId), [{ position: 1, text }])
	must(await save('已补。'))
	must(await save(' '))
	expect(await shell.db.supplementItem.findFirstOrThrow({ where: { position: 1 } })).toMatchObject({
		answer: null,
		answeredAt: null,
	})
})

test('there is nothing to answer without an open list, and no item that the list does not have', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const drafted = await readyMatter(shell, org)
	const order = orderOn(shell, drafted)
	expect(await answerSupplement(shell, org.actors.drafter, order, [{ position: 1, text: '已补。' }])).toEqual(
		{
			ok: false,
			reason: { code: 'unfitting', field: 'supplement', problem: 'none-open' },
		},
	)
	const matterId = await inSupplement(shell, org, 'accept', 2)
	const answers = [
		{ position: 1, text: '已补。' },
		{ position: 9, text: '已补。' },
	]
	expect(await answerSupplement(shell, org.actors.drafter, orderOn(shell, matterId), answers)).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'answer-9', problem: 'unknown' },
	})
	expect(await shell.db.supplementItem.count({ where: { answer: { not: null } } })).toBe(0)
})

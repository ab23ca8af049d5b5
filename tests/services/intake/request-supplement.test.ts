import { expect, test } from 'vitest'
import { answerSupplement } from '#app/services/materials/answer-supplement.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { submitSupplement } from '#app/services/materials/submit-supplement.server.ts'
import { matterOf, must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { reviewingMatter } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const LIST = [
	{ what: '部门法制机构审核意见', reason: '未见盖章页。' },
	{ what: '征求意见汇总表', reason: '缺区财政局的意见。' },
]

async function answered(shell: TestShell, org: SampleOrganisation, matterId: string): Promise<void> {
	const { drafter } = org.actors
	const items = (await matterOf(shell, org, matterId)).supplements.at(-1)?.items ?? []
	const answers = items.map(({ position }) => ({ position, text: '已补交。' }))
	must(await answerSupplement(shell, drafter, orderOn(shell, matterId), answers))
	must(await submitSupplement(shell, drafter, orderOn(shell, matterId)))
}

test('[2] the registrar asks for supplements in one numbered list, and the acceptance period stops', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	const asked = must(
		await requestSupplement(shell, org.actors.registrar, orderOn(shell, matterId), LIST),
	).value
	expect(asked).toEqual({ number: 1 })
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'supplement', supplementFrom: 'submitted', dueOn: '2026-11-30' })
	expect(matter.supplements[0]?.items).toMatchObject([
		{ position: 1, ...LIST[0] },
		{ position: 2, ...LIST[1] },
	])
	expect(matter.deadlines[0]).toMatchObject({
		kind: 'accept',
		endedAt: null,
		stops: [{ cause: 'supplement', startsOn: '2026-11-23', endsOn: null, resumedAt: null }],
	})
	expect(await noticesOf(shell, org.actors.drafter)).toContain('supplement.requested')
})

test('in review the reviewer asks and the registrar may not; the day of the pause and that of the answer are not counted', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	const byRegistrar = await requestSupplement(shell, org.actors.registrar, orderOn(shell, matterId), LIST)
	expect(byRegistrar).toMatchObject({
		ok: false,
		reason: { code: 'not-permitted', act: 'supplement.requested' },
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ outcome: 'refused' })
	shell.setNow(new Date('2026-11-25T01:30:00.000Z'))
	must(await requestSupplement(shell, org.actors.reviewer, orderOn(shell, matterId), LIST))
	shell.setNow(new Date('2026-11-30T01:30:00.000Z'))
	await answered(shell, org, matterId)
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'reviewing', dueOn: '2026-12-11' })
	expect(matter.deadlines.find(({ kind }) => kind === 'review')).toMatchObject({
		startsOn: '2026-11-23',
		periodDays: 10,
		dueOn: '2026-12-11',
		stops: [{ startsOn: '2026-11-25', endsOn: '2026-11-30', resumedAt: shell.now() }],
	})
})

test('each item of the list needs its reason, and the list at least one item', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	for (const [list, field] of [
		[[], 'what-0'],
		[[{ what: ' ', reason: '' }], 'what-0'],
		[[LIST[0], { what: '起草说明', reason: ' ' }], 'reason-1'],
		[[{ what: '', reason: '缺。' }], 'what-0'],
	] as const) {
		const given = list.flatMap((item) => item ?? [])
		const answer = await requestSupplement(shell, org.actors.registrar, orderOn(shell, matterId), given)
		expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field, problem: 'missing' } })
	}
})

test('a third list is refused: a matter is not sent back for papers piece by piece', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { registrar } = org.actors
	const matterId = await submittedMatter(shell, org)
	for (const number of [1, 2]) {
		const asked = must(await requestSupplement(shell, registrar, orderOn(shell, matterId), LIST)).value
		expect(asked.number).toBe(number)
		await answered(shell, org, matterId)
	}
	const third = await requestSupplement(shell, registrar, orderOn(shell, matterId), LIST)
	expect(third).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'items', problem: 'no-round-left' },
	})
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'submitted' })
})

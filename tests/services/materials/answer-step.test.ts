import { expect, test } from 'vitest'
import { STEPS } from '#app/domain/materials/step.ts'
import { type StepGiven, answerStep } from '#app/services/materials/answer-step.server.ts'
import { matterOf, must, openedMatter, orderOn, STEP_FACTS, textFile } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { refusedActs } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const answer = (given: StepGiven) => answerStep(shell, org.actors.drafter, orderOn(shell, matterId), given)
	return { shell, org, matterId, answer }
}

test('a step that was done has its facts and its paper', async () => {
	const { shell, org, matterId, answer } = await desk()
	for (const step of STEPS)
		must(
			await answer({ step, answer: 'done', facts: STEP_FACTS[step], paper: textFile('材料', `${step}.txt`) }),
		)
	const { stepAnswers, materials } = await matterOf(shell, org, matterId)
	expect(stepAnswers.map((each) => each.step)).toEqual([...STEPS])
	expect(stepAnswers.map((each) => each.materialId)).toEqual(materials.map((material) => material.id))
	expect(stepAnswers[4]?.facts).toEqual({
		heldOn: '2026-11-02',
		way: 'meeting',
		people: [{ name: '郑某', field: '省农业大学，农业经济', interest: 'none', opinion: 'written' }],
		conclusion: '方案可行。',
		hasAdoptionReport: true,
	})
})

test('a step said to be done without its paper is refused; the paper that is there already will do', async () => {
	const { shell, org, matterId, answer } = await desk()
	const done = { step: 'risk-assessment', answer: 'done', facts: STEP_FACTS['risk-assessment'] } as const
	expect(await answer({ ...done, paper: null })).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'paper', problem: 'missing' },
	})
	must(await answer({ ...done, paper: textFile('风险评估报告') }))
	must(await answer({ ...done, facts: { ...done.facts, level: 'medium' }, paper: null }))
	const { stepAnswers, materials } = await matterOf(shell, org, matterId)
	expect(stepAnswers.map((each) => each.materialId)).toEqual([materials[0]?.id, materials[0]?.id])
})

test('不适用 needs a reason, and needs no paper', async () => {
	const { shell, org, matterId, answer } = await desk()
	const step = 'expert-argumentation'
	expect(await answer({ step, answer: 'not-applicable', reason: '' })).toMatchObject({
		reason: { code: 'unfitting', field: 'reason', problem: 'missing' },
	})
	must(await answer({ step, answer: 'not-applicable', reason: '不涉及专业性、技术性事项。' }))
	const { stepAnswers } = await matterOf(shell, org, matterId)
	expect(stepAnswers).toMatchObject([
		{ answer: 'not-applicable', reason: '不涉及专业性、技术性事项。', materialId: null },
	])
})

test.each([
	['risk-assessment', { level: '' }, 'level', 'missing'],
	['risk-assessment', { assessedOn: '2026-11-24' }, 'assessedOn', 'in-the-future'],
	['public-consultation', { to: '2026-09-01' }, 'to', 'before-start'],
] as const)('a fact that cannot be is refused by its field: %s %o', async (step, change, field, problem) => {
	const { shell, answer } = await desk()
	const facts = { ...STEP_FACTS[step], ...change }
	const refused = await answer({ step, answer: 'done', facts, paper: textFile('材料') })
	expect(refused).toEqual({ ok: false, reason: { code: 'unfitting', field, problem } })
	expect(await shell.db.stepAnswer.count()).toBe(0)
	expect(await shell.db.material.count()).toBe(0)
	expect(await refusedActs(shell)).toEqual([])
})

test('a step that the law does not know is refused', async () => {
	const { answer } = await desk()
	expect(await answer({ step: 'blessing', answer: 'not-applicable', reason: '无' })).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'step', problem: 'unknown' },
	})
})

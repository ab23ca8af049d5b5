import { expect, test } from 'vitest'
import { parsePlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { findingOfStep } from '#app/domain/agenda-gate/step-finding.ts'
import { stepStandingsOf } from '#app/domain/agenda-gate/step-standings.ts'
import { cancelConsultation, startConsultation } from '#app/services/consultation/open-consultation.server.ts'
import { readConsultationPage } from '#app/services/consultation/read-consultation-page.server.ts'
import { answerStep } from '#app/services/materials/answer-step.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	openedMatter,
	orderOn,
	readyMatter,
	STEP_FACTS,
	textFile,
	uploadedText,
	uploadText,
} from '#tests/support/drafting-steps.ts'
import { openTestShell, type TestShell } from '#tests/support/open-test-shell.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { noticesOf } from '#tests/support/trail-reading.ts'

const GIVEN = {
	from: parsePlainDate('2026-11-23'),
	to: parsePlainDate('2026-12-23'),
	shorterReason: '',
	introduction: '为规范认定工作，起草本办法。',
	contact: '',
}

async function district() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const start = (matterId: string, given = {}) =>
		startConsultation(shell, org.actors.drafter, orderOn(shell, matterId), { ...GIVEN, ...given })
	return { shell, org, start }
}

async function consultationFinding(shell: TestShell, org: SampleOrganisation, matterId: string) {
	const standing = stepStandingsOf(await matterOf(shell, org, matterId)).find(
		({ step }) => step === 'public-consultation',
	)
	if (!standing) throw new Error('the step has no answer')
	return findingOfStep(
		standing,
		{ today: plainDateIn(shell.now()), issuer: 'government', tracks: ['normative-document'] },
		null,
	)
}

test('opening one makes its days the answer to the step, which is unmet while it runs', async () => {
	const { shell, org, start } = await district()
	const matterId = await readyMatter(shell, org)
	must(await start(matterId))
	expect(await consultationFinding(shell, org, matterId)).toMatchObject({
		status: 'unmet',
		fact: 'consultation-running',
		figures: { from: '2026-11-23', to: '2026-12-23', days: 30 },
	})
	shell.setNow(new Date('2026-12-23T15:59:00.000Z'))
	expect(await consultationFinding(shell, org, matterId)).toMatchObject({ fact: 'consultation-running' })
	shell.setNow(new Date('2026-12-23T16:00:00.000Z'))
	expect(await consultationFinding(shell, org, matterId)).toMatchObject({ fact: 'adoption-report-missing' })
	expect(await noticesOf(shell, org.actors.head)).toContain('consultation.opened')
})

test('a matter is not submitted while its consultation is not settled', async () => {
	const { shell, org, start } = await district()
	const matterId = await readyMatter(shell, org)
	must(await start(matterId))
	expect(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId))).toMatchObject({
		reason: { unmet: ['steps-answered'] },
	})
})

test('what is typed of the step afterwards is not taken: its days and its table are those of the consultation', async () => {
	const { shell, org, start } = await district()
	const matterId = await readyMatter(shell, org)
	must(await start(matterId, { to: parsePlainDate('2026-12-03'), shorterReason: '汛期将至。' }))
	const { drafter } = org.actors
	const not = { step: 'public-consultation', answer: 'not-applicable', reason: '不涉及。' } as const
	expect(await answerStep(shell, drafter, orderOn(shell, matterId), not)).toMatchObject({
		reason: { problem: 'consulted-here' },
	})
	const done = { step: 'public-consultation', answer: 'done', paper: textFile('采纳情况', 'a.txt') } as const
	const facts = STEP_FACTS['public-consultation']
	expect(await answerStep(shell, drafter, orderOn(shell, matterId), { ...done, facts })).toMatchObject({
		reason: { problem: 'consulted-here' },
	})
	expect(await consultationFinding(shell, org, matterId)).toMatchObject({
		figures: { from: '2026-11-23', to: '2026-12-03', days: 10, shorterReason: '汛期将至。' },
	})
})

test('only a text whose reading was confirmed is made public, and one at a time', async () => {
	const { shell, org, start } = await district()
	const matterId = await openedMatter(shell, org)
	must(await uploadText(shell, org, matterId, DRAFT_TEXT))
	expect(await start(matterId)).toMatchObject({ reason: { unmet: ['reading-is-confirmed'] } })
	await uploadedText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　本办法由区农业农村局解释。`)
	expect(await start(matterId, { introduction: ' ' })).toMatchObject({ reason: { field: 'introduction' } })
	must(await start(matterId))
	expect(await start(matterId)).toMatchObject({ reason: { unmet: ['consultation-is-not-open'] } })
})

test('one that is taken back says why, answers the step no more, and makes room for another', async () => {
	const { shell, org, start } = await district()
	const matterId = await readyMatter(shell, org)
	must(await start(matterId))
	const { head, drafter } = org.actors
	must(await cancelConsultation(shell, head, orderOn(shell, matterId), '发错稿件。'))
	expect(await prepareSubmission(shell, drafter, orderOn(shell, matterId))).toMatchObject({
		reason: { unmet: ['steps-answered'] },
	})
	must(await start(matterId))
	const page = must(await readConsultationPage(shell, drafter, matterId))
	expect(page).toMatchObject({
		mayCancel: true,
		lines: [
			{ standing: 'running', days: 30 },
			{ standing: 'cancelled', end: { words: '发错稿件。' } },
		],
	})
	const [first, second] = (await matterOf(shell, org, matterId)).consultations
	expect(first?.code).toMatch(/^[0-9a-f]{32}$/)
	expect(second?.code).not.toBe(first?.code)
})

import { describe, expect, test } from 'vitest'
import { stepStandingsOf } from '#app/domain/agenda-gate/step-standings.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { matterRecord, opinionRecord, recheckRecord, stepRecord } from '#tests/support/sample-records.ts'

describe('the steps', () => {
	const finding = (opinionId: string, said: 'confirmed' | 'rejected') => ({
		opinionId,
		verdict: said,
		note: '',
	})
	const rechecked = (recheckId: string, said: 'confirmed' | 'rejected') => ({
		recheckId,
		verdict: said,
		note: '',
	})
	const rows: [string, Partial<MatterRecord>, 'confirmed' | 'rejected' | null][] = [
		['nobody has judged it', { stepAnswers: [stepRecord()] }, null],
		[
			'the opinion in force has',
			{
				opinions: [opinionRecord()],
				stepAnswers: [stepRecord({ findings: [finding('opinion-1', 'confirmed')] })],
			},
			'confirmed',
		],
		[
			'another opinion has',
			{
				opinions: [opinionRecord()],
				stepAnswers: [stepRecord({ findings: [finding('opinion-0', 'confirmed')] })],
			},
			null,
		],
		[
			'a signed re-check has, after the opinion',
			{
				opinions: [opinionRecord()],
				rechecks: [recheckRecord()],
				stepAnswers: [
					stepRecord({
						findings: [finding('opinion-1', 'confirmed')],
						recheckSteps: [rechecked('recheck-1', 'rejected')],
					}),
				],
			},
			'rejected',
		],
		[
			'a re-check that nobody signed has not',
			{
				opinions: [opinionRecord()],
				rechecks: [recheckRecord({ decision: null })],
				stepAnswers: [stepRecord({ recheckSteps: [rechecked('recheck-1', 'confirmed')] })],
			},
			null,
		],
		[
			'nor has one of another opinion',
			{
				opinions: [opinionRecord()],
				rechecks: [recheckRecord({ opinionId: 'opinion-0' })],
				stepAnswers: [stepRecord({ recheckSteps: [rechecked('recheck-1', 'confirmed')] })],
			},
			null,
		],
		[
			'of two re-checks the newer counts',
			{
				opinions: [opinionRecord()],
				rechecks: [recheckRecord(), recheckRecord({ id: 'recheck-2' })],
				stepAnswers: [
					stepRecord({
						recheckSteps: [rechecked('recheck-2', 'confirmed'), rechecked('recheck-1', 'rejected')],
					}),
				],
			},
			'confirmed',
		],
		[
			'a newer answer is judged by itself',
			{
				opinions: [opinionRecord()],
				stepAnswers: [
					stepRecord({ findings: [finding('opinion-1', 'confirmed')] }),
					stepRecord({ id: 'answer-2' }),
				],
			},
			null,
		],
	]
	test.each(rows)('%s', (_name, change, said) => {
		expect(stepStandingsOf(matterRecord(change)).map((step) => step.verdict)).toEqual([said])
	})

	test('an answer comes with its reason and its facts', () => {
		const answer = { answer: 'not-applicable', reason: '不涉及', facts: {}, materialId: null } as const
		expect(stepStandingsOf(matterRecord({ stepAnswers: [stepRecord(answer)] }))).toEqual([
			{ id: 'answer-1', step: 'risk-assessment', ...answer, verdict: null },
		])
	})
})

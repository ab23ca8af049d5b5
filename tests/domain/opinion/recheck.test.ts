import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	type RecheckBody,
	type RecheckResult,
	type RecheckSubject,
	judgeRecheck,
	judgeTextChanges,
	recheckKinds,
} from '#app/domain/opinion/recheck.ts'
import { RECHECK_VERDICTS } from '#app/domain/opinion/reply.ts'

const SUBJECT: RecheckSubject = {
	items: [
		{ id: 'must', kind: 'must', answer: 'adopted', place: '第三条', points: ['document-content'] },
		{ id: 'kept', kind: 'must', answer: 'not-adopted', place: '第五条', points: ['document-procedure'] },
		{ id: 'hint', kind: 'advice', answer: 'adopted', place: '第八条', points: [] },
	],
	openStepIds: ['step'],
}

const WHOLE: RecheckBody = {
	note: '意见均已落实。',
	items: [
		{ opinionItemId: 'must', verdict: 'settled', note: '' },
		{ opinionItemId: 'kept', verdict: 'retained', note: '理由成立，不涉及合法性。' },
	],
	steps: [{ stepAnswerId: 'step', verdict: 'confirmed', note: '' }],
}

const settled = WHOLE.items[0] as RecheckBody['items'][number]
const kept = WHOLE.items[1] as RecheckBody['items'][number]
const unsettled = { opinionItemId: 'must', verdict: 'unsettled', note: '第三条没有改动。' } as const

test.each<[string, RecheckResult, Partial<RecheckBody>, unknown]>([
	['a proposal with everything settled, retained and confirmed stands', 'proposed', {}, null],
	['a proposal without a word is none', 'proposed', { note: '' }, { field: 'note', problem: 'missing' }],
	[
		'a mandatory item without a verdict is open',
		'proposed',
		{ items: [settled] },
		{ code: 'items-unsettled', items: 1 },
	],
	[
		'an unsettled mandatory item is open',
		'proposed',
		{ items: [unsettled, kept] },
		{ code: 'items-unsettled', items: 1 },
	],
	['a step without a verdict is missing', 'proposed', { steps: [] }, { field: 'steps', problem: 'missing' }],
	[
		'nothing is cleared beside a rejected step',
		'proposed',
		{ steps: [{ stepAnswerId: 'step', verdict: 'rejected', note: '仍不足30日。' }] },
		{ code: 'steps-rejected', steps: 1 },
	],
	[
		'what was adopted cannot be retained',
		'proposed',
		{ items: [{ ...kept, opinionItemId: 'must' }] },
		{ field: 'item-must', problem: 'was-adopted' },
	],
	[
		'保留不同意见 needs its word',
		'proposed',
		{ items: [settled, { ...kept, note: '' }] },
		{ field: 'item-kept', problem: 'missing' },
	],
	[
		'未落实 needs its word',
		'failed',
		{ items: [{ ...unsettled, note: '' }] },
		{ field: 'item-must', problem: 'missing' },
	],
	[
		'a verdict on another opinion’s item is refused',
		'failed',
		{ items: [{ ...settled, opinionItemId: 'x' }] },
		{ problem: 'unknown' },
	],
	[
		'a failed re-check says what is not settled',
		'failed',
		{},
		{ field: 'items', problem: 'nothing-unsettled' },
	],
	['a failed re-check with an unsettled item stands', 'failed', { items: [unsettled] }, null],
	['a new round says why', 'new-round', { note: '' }, { field: 'note', problem: 'missing' }],
	['a new round with its reason stands', 'new-round', { note: '改动超出意见范围。' }, null],
])('%s', (_rule, result, change, refusal) => {
	const answer = judgeRecheck(SUBJECT, result, { ...WHOLE, ...change })
	if (refusal === null) expect(answer).toEqual({ ok: true, value: result })
	else expect(answer).toMatchObject({ ok: false, reason: refusal })
})

test('however the verdicts fall, a proposal stands only if every mandatory item is settled or retained', () => {
	const verdicts = fc.record({
		must: fc.option(fc.constantFrom(...RECHECK_VERDICTS)),
		kept: fc.option(fc.constantFrom(...RECHECK_VERDICTS)),
		hint: fc.option(fc.constantFrom(...RECHECK_VERDICTS)),
	})
	fc.assert(
		fc.property(verdicts, (said) => {
			const items = Object.entries(said).flatMap(([opinionItemId, verdict]) =>
				verdict === null ? [] : [{ opinionItemId, verdict, note: '说明' }],
			)
			const closed = said.must === 'settled' && (said.kept === 'settled' || said.kept === 'retained')
			const stands = judgeRecheck(SUBJECT, 'proposed', { ...WHOLE, items }).ok
			return stands === (closed && said.hint !== 'retained')
		}),
	)
})

test('an expired clearance is confirmed, a text changed after clearance corrected or re-checked, all else re-checked', () => {
	expect(recheckKinds({ isExpired: true, changedAfterClearance: false })).toEqual(['expiry'])
	expect(recheckKinds({ isExpired: false, changedAfterClearance: true })).toEqual(['correction', 'revision'])
	expect(recheckKinds({ isExpired: false, changedAfterClearance: false })).toEqual(['revision'])
})

const BEYOND = [{ place: '第八条', nature: 'wording' }] as const

test('L1b: what was changed beyond the items is refused, whatever was ticked', () => {
	for (const kind of ['revision', 'correction', 'expiry'] as const)
		expect(judgeTextChanges(kind, SUBJECT, WHOLE, { beyond: BEYOND, untouched: [] })).toMatchObject({
			ok: false,
			reason: { code: 'changed-beyond-items', kind, count: 1, places: BEYOND },
		})
	expect(judgeTextChanges('revision', SUBJECT, WHOLE, { beyond: [], untouched: [] })).toMatchObject({
		ok: true,
	})
})

test('an item at whose place nothing changed is not settled, unless it is about the procedure', () => {
	const settledAll = {
		...WHOLE,
		items: SUBJECT.items.map(({ id }) => ({ opinionItemId: id, verdict: 'settled' as const, note: '' })),
	}
	const untouched = ['must', 'kept']
	expect(judgeTextChanges('revision', SUBJECT, settledAll, { beyond: [], untouched })).toMatchObject({
		reason: { code: 'settled-unchanged', places: ['第三条'] },
	})
	expect(judgeTextChanges('revision', SUBJECT, WHOLE, { beyond: [], untouched: ['kept'] })).toMatchObject({
		ok: true,
	})
})

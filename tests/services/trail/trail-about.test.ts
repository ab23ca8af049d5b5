import { expect, test } from 'vitest'
import { trailAbout } from '#app/services/trail/trail-about.server.ts'

const CHECKLIST = [{ code: 'note', name: { zh: '起草说明', en: 'Drafting note' } }]

test('an entry says which paper, step, version or item it was about', () => {
	expect(trailAbout('matter.edited', { materials: [{ item: 'note' }] }, CHECKLIST)).toEqual({
		kind: 'papers',
		names: [{ zh: '起草说明', en: 'Drafting note' }],
	})
	expect(trailAbout('matter.edited', { step: 'risk-assessment' }, CHECKLIST)).toEqual({
		kind: 'step',
		step: 'risk-assessment',
	})
	expect(trailAbout('version.uploaded', { version: 2 }, CHECKLIST)).toEqual({ kind: 'version', versionNo: 2 })
	const approval = { approvedBy: '高远山', approvedOn: '2026-11-20' }
	expect(trailAbout('agenda.notified', approval, CHECKLIST)).toEqual({
		kind: 'approval',
		by: '高远山',
		on: '2026-11-20',
	})
	const match = { from: 1, to: 2, old: '第五条', new: ['第六条', '第七条'] }
	expect(trailAbout('match.corrected', match, CHECKLIST)).toEqual({
		kind: 'match',
		...match,
		isWithdrawn: false,
	})
	expect(trailAbout('match.corrected', { ...match, isWithdrawn: true }, CHECKLIST)).toMatchObject({
		isWithdrawn: true,
	})
	expect(trailAbout('match.corrected', {}, CHECKLIST)).toBe(null)
	expect(trailAbout('agenda.notified', {}, CHECKLIST)).toBe(null)
	expect(trailAbout('reply.saved', { item: 3, answer: 'partly' }, CHECKLIST)).toEqual({
		kind: 'reply',
		position: 3,
		answer: 'partly',
	})
})

test.each([
	'opinion.saved',
	'opinion.sent-back',
	'recheck.proposed',
	'counsel-hold.disposed',
	'submission.declined',
])('%s says nothing of the papers that its readers may not see', (kind) => {
	const detail = { words: '内部意见', item: 1, items: ['内部'], step: 'risk-assessment' as const }
	expect(trailAbout(kind, detail, CHECKLIST)).toBe(null)
})

import { expect, test } from 'vitest'
import { openEntry } from '#app/domain/act/trail-entry.ts'
import { trailAbout } from '#app/services/trail/trail-about.server.ts'

/** What an entry of this kind, as the trail has it sealed, was about. */
function about(kind: string, detail: object) {
	const entry = openEntry(
		JSON.stringify({ act: kind, outcome: 'done', actor: null, pre: null, post: null, detail }),
	)
	if (entry.outcome !== 'done') throw new Error(`${kind} is no kind of the trail`)
	return trailAbout(entry, CHECKLIST)
}

const CHECKLIST = [{ code: 'note', name: { zh: '起草说明', en: 'Drafting note' } }]

test('an entry says which paper, step, version or item it was about', () => {
	expect(about('matter.edited', { materials: [{ item: 'note' }] })).toEqual({
		kind: 'papers',
		names: [{ zh: '起草说明', en: 'Drafting note' }],
	})
	expect(about('matter.edited', { step: 'risk-assessment' })).toEqual({
		kind: 'step',
		step: 'risk-assessment',
	})
	expect(about('version.uploaded', { version: 2 })).toEqual({ kind: 'version', versionNo: 2 })
	const approval = { approvedBy: '高远山', approvedOn: '2026-11-20' }
	expect(about('agenda.notified', approval)).toEqual({
		kind: 'approval',
		by: '高远山',
		on: '2026-11-20',
	})
	const match = { from: 1, to: 2, old: '第五条', new: ['第六条', '第七条'] }
	expect(about('match.corrected', match)).toEqual({
		kind: 'match',
		...match,
		isWithdrawn: false,
	})
	expect(about('match.corrected', { ...match, isWithdrawn: true })).toMatchObject({
		isWithdrawn: true,
	})
	expect(about('match.corrected', {})).toBe(null)
	expect(about('agenda.notified', {})).toBe(null)
	expect(about('reply.saved', { item: 3, answer: 'partly' })).toEqual({
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
	expect(about(kind, detail)).toBe(null)
})

test('an entry of a kind that nobody here writes is read as unknown, and hides nothing', () => {
	const entry = openEntry(JSON.stringify({ act: 'matter.forged', outcome: 'done', actor: null, detail: {} }))
	expect(entry).toMatchObject({ outcome: 'unknown', kind: 'matter.forged' })
})

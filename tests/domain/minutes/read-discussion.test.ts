import { expect, test } from 'vitest'
import { readDiscussion } from '#app/domain/minutes/read-discussion.ts'
import {
	dissenting,
	namesOrgan,
	needsReason,
	outcomeFits,
	spokeLast,
} from '#app/domain/minutes/head-decides.ts'
import { quorumOf } from '#app/domain/minutes/quorum.ts'
import { emptyDiscussion, typedDiscussion } from '#app/domain/minutes/typed-discussion.ts'

const ATTENDANCE = [
	{ name: '赵某某', organ: '区长', capacity: 'member' },
	{ name: '钱某某', organ: '副区长', capacity: 'member' },
	{ name: '李某某', organ: '副区长', capacity: 'member' },
	{ name: '孙某某', organ: '区司法局', capacity: 'attending' },
] as const

const TYPED = {
	presenters: '王某某 区农业农村局',
	attending: '孙某某 区司法局',
	opinions: '孙某某 审查意见为合法。\n钱某某 不同意 应当先做风险评估。\n李某某 同意\n赵某某 同意 按期评估。',
	head: '赵某某',
	headReason: '',
}

const read = (change: Partial<typeof TYPED> = {}) => readDiscussion({ ...TYPED, ...change }, ATTENDANCE)

function discussion(change: Partial<typeof TYPED> = {}) {
	const answer = read(change)
	if (!answer.ok) throw new Error(answer.reason.problem)
	return answer.value
}

test('art. 30: opinions are kept in their own words, in the order of speaking, with who presented and who attended', () => {
	expect(discussion().voices.map(({ part, name, stance, words }) => [part, name, stance, words])).toEqual([
		['presenter', '王某某', null, ''],
		['attending', '孙某某', null, ''],
		['opinion', '孙某某', null, '审查意见为合法。'],
		['opinion', '钱某某', 'disagree', '应当先做风险评估。'],
		['opinion', '李某某', 'agree', ''],
		['opinion', '赵某某', 'agree', '按期评估。'],
	])
	expect(dissenting(discussion()).map(({ name }) => name)).toEqual(['钱某某'])
})

test.each([
	['presenters', { presenters: ' ' }, 'missing'],
	['presenters', { presenters: '王某某\n王某某' }, 'person-twice'],
	['opinions', { opinions: '赵某某 同意\n李某某 同意' }, 'member-missing'],
	['opinions', { opinions: '赵某某' }, 'no-stance'],
	['opinions', { opinions: '钱某某 不同意' }, 'words-owed'],
	['opinions', { opinions: '孙某某' }, 'words-owed'],
	['opinions', { opinions: '周某某 同意' }, 'not-present'],
	['opinions', { opinions: `${TYPED.opinions}\n李某某 同意` }, 'person-twice'],
	['head', { head: '' }, 'missing'],
	['head', { head: '孙某某' }, 'not-present'],
])('%s: %j is refused as %s', (field, change, problem) => {
	expect(read(change)).toMatchObject({ ok: false, reason: { code: 'unfitting', field, problem } })
})

test('art. 30: the head who decides against most members gives a reason, and not where half of them agree', () => {
	const against = '钱某某 不同意 时机不成熟。\n李某某 缓议 先评估。\n赵某某 同意'
	expect(read({ opinions: against })).toMatchObject({
		reason: { field: 'headReason', problem: 'reason-owed' },
	})
	expect(read({ opinions: against, headReason: '汛期将至，先行先试。' }).ok).toBe(true)
	expect(needsReason(discussion())).toBe(false)
	const silent = '钱某某 未表态\n李某某 不同意 时机不成熟。\n赵某某 同意'
	expect(needsReason(discussion({ opinions: silent }))).toBe(false)
})

test('art. 30: whether the head spoke last is read off the order, whoever else spoke after', () => {
	expect(spokeLast(discussion())).toBe(true)
	expect(spokeLast(discussion({ opinions: '赵某某 同意\n李某某 同意\n钱某某 同意' }))).toBe(false)
	expect(
		spokeLast(discussion({ opinions: '李某某 同意\n钱某某 同意\n赵某某 同意\n孙某某 补充一点。' })),
	).toBe(false)
})

test.each([
	['同意', ['passed', 'passed-in-principle']],
	['原则同意 修改后印发。', ['passed-in-principle', 'revise-and-resubmit']],
	['不同意 理由不足。', ['revise-and-resubmit', 'deferred', 'not-passed']],
	['缓议 下次再议。', ['revise-and-resubmit', 'deferred']],
	['未表态', []],
] as const)('where the head says %s, the outcome is one of %j', (says, fitting) => {
	const said = discussion({
		opinions: `钱某某 ${says}\n李某某 ${says}\n赵某某 ${says}`,
	})
	const outcomes = ['passed', 'passed-in-principle', 'revise-and-resubmit', 'deferred', 'not-passed'] as const
	expect(outcomes.filter((outcome) => outcomeFits(outcome, said))).toEqual(fitting)
})

test('a quorum is more than half of the members; whoever attends does not count, and nobody guesses the number', () => {
	const present = [{ capacity: 'member' }, { capacity: 'member' }, { capacity: 'attending' }] as const
	const status = (memberCount: number | null) => quorumOf({ memberCount, attendances: present }).status
	expect([status(3), status(4), status(5), status(null)]).toEqual(['met', 'unmet', 'unmet', 'unverified'])
})

test('the review body attends, by its name as lists write it', () => {
	expect(namesOrgan(discussion(), '青禾区司法局')).toBe(true)
	expect(
		namesOrgan(
			discussion({ attending: '', opinions: TYPED.opinions.replace('孙某某 审查意见为合法。\n', '') }),
			'青禾区司法局',
		),
	).toBe(false)
})

test('a recorded discussion is typed as it was, and an empty one says how nobody stands', () => {
	const recorded = { ...discussion(), id: 'd', agendaItemId: 'i', recordedBy: 'p', recordedAt: new Date(0) }
	expect(typedDiscussion(recorded)).toEqual(TYPED)
	const empty = emptyDiscussion(ATTENDANCE, { name: '王某某', organ: '区农业农村局' }, '赵某某')
	expect(empty).toMatchObject({ opinions: '钱某某 \n李某某 \n赵某某 ', head: '赵某某' })
	expect(readDiscussion(empty, ATTENDANCE)).toMatchObject({ reason: { problem: 'no-stance' } })
})

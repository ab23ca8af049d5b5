import { expect, test } from 'vitest'
import { STEPS } from '#app/domain/materials/step.ts'
import { isAudit, regimesOf } from '#app/domain/legal-basis/regime.ts'
import { REVIEW_LAW } from '#app/domain/legal-basis/review-law.ts'
import { groundOfPaper, groundWords, groundsOfStep } from '#app/domain/legal-basis/paper-grounds.ts'
import { groundsOf } from '#app/domain/legal-basis/rule-grounds.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import type { Track } from '#app/domain/matter/track.ts'

/** L7, row by row: what the paper of such a matter rests on, and whether it is called 审核. */
const ROWS: readonly [Issuer, readonly Track[], readonly string[], 'audit' | 'review'][] = [
	['government', ['government-decision'], ['依据《重大行政决策程序暂行条例》'], 'review'],
	['own-organ', ['department-decision'], ['第四十二条，参照该条例'], 'review'],
	['government', ['normative-document'], ['国办发〔2018〕115号）审核'], 'audit'],
	['own-organ', ['normative-document'], ['由本部门审核机构审核'], 'audit'],
	[
		'government',
		['government-decision', 'normative-document'],
		['依据《重大行政决策程序暂行条例》', '国办发〔2018〕115号）审核'],
		'review',
	],
	['government', ['government-contract'], ['政府合同合法性审查的规定审查（条款待确认）'], 'review'],
	['government', ['other-document'], ['涉法文件合法性审查的规定审查（条款待确认）'], 'review'],
]

test.each(ROWS)(
	'L7: issued by %s, %s: the paper rests on the law that reaches it',
	(issuer, tracks, said, tone) => {
		const words = regimesOf({ issuer, tracks }).map((regime) => REVIEW_LAW[regime].words)
		expect(words).toHaveLength(said.length)
		for (const [at, part] of said.entries()) expect(words[at]).toContain(part)
		expect(isAudit(tracks)).toBe(tone === 'audit')
	},
)

test.each(['government-contract', 'other-document'] as const)(
	'L7: Decree 713 stands in no sentence about a matter of the track %s, but for what fair competition cites',
	(track) => {
		const matter = { issuer: 'government', tracks: [track] } as const
		const words = regimesOf(matter).map((regime): string => REVIEW_LAW[regime].words)
		for (const rule of ['H1', 'H2', 'H3', 'H5', 'H6', 'H7', 'H8', 'H9', 'H10', 'H11', 'H16', 'H12'] as const)
			words.push(...groundsOf(rule, matter).map((ground) => ground.words))
		expect(words.join('\n')).not.toMatch(/713|重大行政决策/)
	},
)

test('the grounds of the gate follow the regime of the opinion: a decision that is also a normative document has both', () => {
	const both = { issuer: 'government', tracks: ['government-decision', 'normative-document'] } as const
	expect(groundsOf('H2', both).map(({ words }) => words)).toEqual([
		'《重大行政决策程序暂行条例》第二十五条、第二十八条',
		'国办发〔2018〕115号（六）',
	])
	const ofDepartment = { issuer: 'own-organ', tracks: ['department-decision'] } as const
	expect(groundsOf('H2', ofDepartment)[0]?.words).toBe(
		'参照《重大行政决策程序暂行条例》第二十五条、第二十八条',
	)
})

const PAPERS = ['submission-letter', 'drafting-note', 'legal-bases']

test.each([
	[['government-contract'], 'government', ['地方规定']],
	[['other-document'], 'own-organ', ['地方规定']],
	[['normative-document'], 'government', ['国办发〔2018〕115号（五）']],
	[['department-decision'], 'own-organ', ['参照《重大行政决策程序暂行条例》第二十六条']],
] as const)(
	'L8: what is missing of %s names the article of the law that reaches it',
	(tracks, issuer, said) => {
		for (const code of PAPERS) {
			const item = { code, tracks, name: { zh: '', en: '' }, ground: '不该出现', isRequired: true }
			const words = groundOfPaper(item, { tracks, issuer })
			for (const part of said) expect(words, code).toContain(part)
			expect(words, code).not.toContain('规章制定程序条例')
		}
	},
)

test('L8: a step of a normative document or of a contract is not asked for by the decree on decisions', () => {
	for (const tracks of [['normative-document'], ['government-contract']] as const)
		for (const step of STEPS)
			expect(groundWords(groundsOfStep(step, { tracks, issuer: 'government' })), step).not.toContain(
				'重大行政决策程序暂行条例',
			)
})

test('a paper that one track alone asks for keeps the ground of the checklist', () => {
	const item = {
		code: 'catalogue-entry',
		tracks: [],
		name: { zh: '', en: '' },
		ground: '第三条',
		isRequired: true,
	}
	expect(groundOfPaper(item, { tracks: ['government-decision'], issuer: 'government' })).toBe('第三条')
})

import { describe, expect, test } from 'vitest'
import { judge, levelOf, precision, readSets, recall, scoreOf } from '#bench/precheck/labelled-sets.ts'

/** A flag that is mostly wrong is not read; one that misses most is not needed. */
const AIM = { precision: 0.85, recall: 0.9 }

describe.each(readSets())('the sentences of $name', ({ sentences }) => {
	const judged = sentences.map(judge)

	test('get rules of level E rightly', () => {
		const score = scoreOf(judged, (rule) => levelOf(rule) === 'E')
		expect(score.right + score.missed).toBeGreaterThan(0)
		expect(precision(score)).toBeGreaterThanOrEqual(AIM.precision)
		expect(recall(score)).toBeGreaterThanOrEqual(AIM.recall)
	})

	test('name rules that there are', () => {
		const named = new Set(sentences.flatMap(({ rules }) => rules))
		expect([...named].filter((rule) => levelOf(rule) === null)).toEqual([])
	})
})

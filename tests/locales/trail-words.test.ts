import { expect, test } from 'vitest'
import { acts as english } from '#app/locales/en/acts.ts'
import { acts as chinese } from '#app/locales/zh-cn/acts.ts'

test.each([
	['Chinese', chinese.done],
	['English', english.done],
])(
	'no two kinds of the trail have the same words in %s: a filter would offer them twice',
	(_language, done) => {
		const words = Object.values(done)
		expect(words.filter((each, at) => words.indexOf(each) !== at)).toEqual([])
	},
)

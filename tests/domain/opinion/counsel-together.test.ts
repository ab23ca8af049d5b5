import { expect, test } from 'vitest'
import { counselTogether } from '#app/domain/opinion/counsel-together.ts'

const A = { name: '甲', conclusion: 'lawful' } as const
const B = { name: '乙', conclusion: 'amend' } as const
const C = { name: '丙', conclusion: 'lawful' } as const

test('counsel of one round are brought together by what they conclude, in the order in which it was first said', () => {
	expect(counselTogether([A, B, C], null)).toEqual({
		groups: [
			{ conclusion: 'lawful', names: ['甲', '丙'] },
			{ conclusion: 'amend', names: ['乙'] },
		],
		apart: [],
	})
	expect(counselTogether([], 'lawful')).toEqual({ groups: [], apart: [] })
})

test('who concludes otherwise than the review is named, also where counsel agree with each other', () => {
	expect(counselTogether([A, B, C], 'lawful').apart).toEqual(['乙'])
	expect(counselTogether([A, C], 'amend').apart).toEqual(['甲', '丙'])
	expect(counselTogether([A, C], 'lawful').apart).toEqual([])
})

import { expect, test } from 'vitest'
import { findPlace } from '#app/domain/opinion/find-place.ts'

const TEXT = ['集市管理办法', '第一条　为规范集市，制定本办法。', '第二条　集市分为：', '（一）早市；', '（二）夜市。', '第十二条　附则。'].join('\n')

test.each([
	['第一条', '', '第一条　为规范集市，制定本办法。'],
	['第二条第（一）项', '早市', '第二条　集市分为：\n（一）早市；\n（二）夜市。'],
	['第十二条', '', '第十二条　附则。'],
	['第九条', '夜市', '（二）夜市。'],
	['标题', '集市管理', '集市管理办法'],
	['第九条', '罚款', null],
	['全文', '', null],
])('the place %s with the words "%s" is found', (place, quote, found) => {
	expect(findPlace(TEXT, { place, quote })).toBe(found)
})

import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { findBlock } from '#app/domain/redline/find-block.ts'

const OLD = [
	'集市管理办法',
	'第一条　为规范集市的设立和经营活动，制定本办法。',
	'第二条　集市分为早市和夜市，由街道办事处划定经营区域。',
	'第二条之一　夜市的经营时间由街道办事处公布并报区政府备案。',
	'第三条　违反本办法的，处五百元以上二千元以下罚款。',
].join('\n')
const NEW = OLD.replace(
	'第三条　违反本办法的，处五百元以上二千元以下罚款。',
	'第四条　违反本办法的，依照有关法律处理。',
).replace('第二条之一', '第三条')

test.each([
	['art-1', 'unchanged', '第一条'],
	['art-1-p1', 'unchanged', '第一条'],
	['art-2-1', 'renumbered', '第二条之一'],
	['art-2', 'unchanged', '第二条'],
	['art-3-p1', 'modified', '第三条'],
])('the place %s of the older text is found, %s', (anchor, kind, label) => {
	const block = findBlock(compareTexts(OLD, NEW), anchor)
	expect([block?.kind, block?.old[0]?.label]).toEqual([kind, label])
})

test.each(['art-9', 'sec-1', ''])(
	'the place "%s" that the older text does not have is not found',
	(anchor) => {
		expect(findBlock(compareTexts(OLD, NEW), anchor)).toBeNull()
	},
)

import { expect, test } from 'vitest'
import { studyList } from '#app/domain/meeting/study-list.ts'

test('the statutes that the texts of an agenda cite, those of several items first; what is on the agenda itself is none', () => {
	const list = studyList([
		{
			title: '青禾区养犬管理办法',
			text: '根据《中华人民共和国行政处罚法》第十条、《传染病防治法》制定。违反《青禾区养犬管理办法》的，依照《行政处罚法》第五条处理。',
		},
		{ title: '青禾区集市管理办法', text: '根据《行政处罚法》制定。贯彻《关于做好集市工作的通知》。' },
	])
	expect(list).toEqual([
		{ title: '行政处罚法', articles: [5, 10], items: ['青禾区养犬管理办法', '青禾区集市管理办法'], count: 3 },
		{ title: '传染病防治法', articles: [], items: ['青禾区养犬管理办法'], count: 1 },
	])
})

test('a text that cites nothing asks for no study', () => {
	expect(studyList([{ title: '调整方案', text: '自公布之日起施行。' }])).toEqual([])
})

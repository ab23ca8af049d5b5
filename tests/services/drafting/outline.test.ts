import { expect, test } from 'vitest'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { outlineOf } from '#app/services/drafting/read-draft-page.server.ts'

test('an annex is listed by its label and its title, not by its label twice', () => {
	const text = ['青禾区办法', '第一条　为了规范，制定本办法。', '附件1', '申请表', '附件2：流程图'].join('\n')
	expect(outlineOf(parseLegalText(text)).entries.map(({ label, start }) => [label, start])).toEqual([
		['第一条', '为了规范，制定本办法。'],
		['附件1', '申请表'],
		['附件2：流程图', ''],
	])
})

import { expect, test } from 'vitest'
import { matchFile } from '#app/domain/materials/match-file.ts'
import { CHECKLIST } from '#seeds/reference/checklists.ts'

const ITEMS = CHECKLIST.map((seed) => seed.body)

test.each([
	['起草说明.docx', 'drafting-note'],
	['青禾区集市管理办法起草说明（定稿）.pdf', 'drafting-note'],
	['依据目录.xlsx', 'legal-bases'],
	['送审函.pdf', 'submission-letter'],
	['drafting-note.txt', 'drafting-note'],
	['公平竞争审查结论.pdf', 'fair-competition'],
	['征求意见及采纳情况.docx', 'consultation-summary'],
	['公开征求意见及采纳情况.docx', 'public-consultation'],
	['扫描件001.pdf', null],
	['新建文件.docx', null],
])('a file named %s is taken for %s', (fileName, code) => {
	expect(matchFile(fileName, ITEMS)?.code ?? null).toBe(code)
})

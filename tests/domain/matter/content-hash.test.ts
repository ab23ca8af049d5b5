import { expect, test } from 'vitest'
import { type ContentFile, contentHash } from '#app/domain/matter/content-hash.ts'
import { caseNumber, documentNumber } from '#app/domain/matter/numbering.ts'

const MAIN: ContentFile = { role: 'main', name: '办法.docx', size: 10, sha256: 'a'.repeat(64) }
const ANNEX: ContentFile = { role: 'annex', name: '附件1.docx', size: 20, sha256: 'b'.repeat(64) }

test.each([
	['adding an annex', [MAIN, ANNEX]],
	['renaming a file', [{ ...MAIN, name: '办法2.docx' }]],
	['replacing a file', [{ ...MAIN, sha256: 'c'.repeat(64) }]],
	['another size', [{ ...MAIN, size: 11 }]],
	['making the text an annex', [{ ...MAIN, role: 'annex' as const }]],
])('%s makes another version', (_what, files) => {
	expect(contentHash(files)).not.toBe(contentHash([MAIN]))
})

test('the order of the files is part of the version', () => {
	expect(contentHash([MAIN, ANNEX])).not.toBe(contentHash([ANNEX, MAIN]))
})

test('the same files give the same hash: a known answer', () => {
	expect(contentHash([{ ...MAIN }])).toBe(contentHash([MAIN]))
	expect(contentHash([])).toBe('4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945')
	expect(contentHash([MAIN, ANNEX])).toBe('9d85aea56b20213931512ded7dde9ca032db8f8a0e8642f41ffe31391c12fb86')
})

test('numbers are written as GB/T 9704 asks: the full year in 六角括号, no leading zeros', () => {
	expect(documentNumber('青司审', 2026, 7)).toBe('青司审〔2026〕7号')
	expect(caseNumber(2026, 137)).toBe('2026-0137')
})

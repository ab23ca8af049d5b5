import { expect, test } from 'vitest'
import { kindOfFile, MATERIAL_SUFFIXES } from '#app/domain/materials/file-kind.ts'

test('only PDF and pictures are ever shown in place', () => {
	const shown = MATERIAL_SUFFIXES.filter((suffix) =>
		['zip', 'ole', 'pdf', 'png', 'jpeg', 'other'].some((content) => {
			const kind = kindOfFile(suffix, content)
			return kind.ok && kind.value.isViewable
		}),
	)
	expect(shown).toEqual(['.pdf', '.png', '.jpg', '.jpeg'])
})

test.each([
	['.pdf', 'zip'],
	['.png', 'jpeg'],
	['.docx', 'other'],
	['.docx', 'ole'],
	['.xlsx', 'pdf'],
	['.doc', 'zip'],
	['.jpg', 'other'],
])('a file named %s whose bytes are %s is refused by its suffix', (suffix, content) => {
	expect(kindOfFile(suffix, content)).toEqual({ ok: false, reason: { code: 'wrong-suffix', suffix, content } })
})

test.each(['.exe', '.html', '.svg', '.docm', '.xlsm', '.zip', ''])('a file with the suffix "%s" is not taken', (suffix) => {
	expect(kindOfFile(suffix, 'zip')).toEqual({ ok: false, reason: { code: 'suffix-not-taken', suffix } })
})

import { expect, test } from 'vitest'
import { readDraft, readPastedText } from '#app/documents/read-draft.server.ts'
import { documentBytes, GROWING_DOCUMENTS, GROWING_TEXTS } from '#tests/support/growth-inputs.ts'
import { growthOf, MOST_GROWTH } from '#tests/support/growth.ts'

const SIZES = [5_000, 10_000, 20_000]

test.each(Object.entries(GROWING_DOCUMENTS))(
	'reading a Word file costs no more than its length: %s',
	async (_what, write) => {
		const { growth, times } = await growthOf(SIZES, (n) => {
			const bytes = documentBytes(write(n))
			return () => readDraft(bytes, '稿.docx')
		})
		expect(growth, `milliseconds: ${times.join(', ')}`).toBeLessThanOrEqual(MOST_GROWTH)
	},
	120_000,
)

test.each(Object.entries(GROWING_TEXTS))(
	'reading a text costs no more than its length: %s',
	async (_what, write) => {
		const { growth, times } = await growthOf(SIZES, (n) => {
			const text = write(n)
			return () => readPastedText(text)
		})
		expect(growth, `milliseconds: ${times.join(', ')}`).toBeLessThanOrEqual(MOST_GROWTH)
	},
	60_000,
)

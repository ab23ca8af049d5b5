import { expect, test } from 'vitest'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { GROWING_TEXTS } from '#tests/support/growth-inputs.ts'
import { growthOf, MOST_GROWTH } from '#tests/support/growth.ts'

test.each(Object.entries(GROWING_TEXTS))(
	'parsing costs no more than its length: %s',
	async (_what, write) => {
		const { growth, times } = await growthOf([5_000, 10_000, 20_000], (n) => {
			const text = write(n)
			return () => parseLegalText(text)
		})
		expect(growth, `milliseconds: ${times.join(', ')}`).toBeLessThanOrEqual(MOST_GROWTH)
	},
	60_000,
)

import { expect, test } from 'vitest'
import { ORGAN_KINDS } from '#app/domain/account/organisation-kinds.ts'
import { decides, meetingKindsOf } from '#app/domain/issuer/deciding-organ.ts'

test('L6: what an organ issues alone is decided at home, everything else by a meeting of the government', () => {
	const at = (meetingOrganId: string) =>
		(['government', 'approved-by-government', 'own-organ'] as const).filter((issuer) =>
			decides(meetingOrganId, { issuer, organId: 'finance' }, ['office']),
		)
	expect(at('office')).toEqual(['government', 'approved-by-government'])
	expect(at('finance')).toEqual(['own-organ'])
	expect(at('housing')).toEqual([])
})

test('only the government office prepares meetings of the government', () => {
	for (const kind of ORGAN_KINDS)
		expect(meetingKindsOf(kind)).toEqual(
			kind === 'government-office' ? ['standing', 'plenary', 'thematic'] : ['office'],
		)
})

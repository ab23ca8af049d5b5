import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalData } from '#app/domain/precheck/personal-data.ts'

/** Numbers of nobody: area 000-like prefixes that are not in use, with right check characters. */
function withCheck(first17: string): string {
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
	const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
	return `${first17}${'10X98765432'[sum % 11]}`
}

const number = withCheck('99000019900307123')
const masked = `990${'*'.repeat(13)}${number.slice(-2)}`

test.each([
	['in a sentence', `身份证号${number}。`, [{ kind: 'identity-number', line: 1, masked }]],
	[
		'in groups',
		`${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
		[{ kind: 'identity-number', line: 1, masked }],
	],
	[
		'in full-width figures',
		number.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
		[{ kind: 'identity-number', line: 1, masked }],
	],
	['on a later line', `甲\n乙 ${number}`, [{ kind: 'identity-number', line: 2, masked }]],
	['with another last character', `${number.slice(0, 17)}${number.endsWith('0') ? '1' : '0'}`, []],
	['with a day that does not exist', withCheck('99000019900230123'), []],
	['as part of a longer number', `${number}1`, []],
	[
		'with a mobile number',
		'联系电话：19900001234',
		[{ kind: 'mobile-number', line: 1, masked: '199****1234' }],
	],
	[
		'with a mobile number in groups',
		'199-0000-1234、199 0000 5678',
		[
			{ kind: 'mobile-number', line: 1, masked: '199****1234' },
			{ kind: 'mobile-number', line: 1, masked: '199****5678' },
		],
	],
	['with a prefix', '+8619900001234', [{ kind: 'mobile-number', line: 1, masked: '199****1234' }]],
	['with a landline', '010-12345678', []],
	['with a file number', '某政发〔2026〕12号，金额12345678901元', []],
	[
		'with both, in their order',
		`19900001234 ${number}`,
		[
			{ kind: 'mobile-number', line: 1, masked: '199****1234' },
			{ kind: 'identity-number', line: 1, masked },
		],
	],
])('a text %s', (_what, text, found) => {
	expect(findPersonalData(text)).toEqual(found)
})

test('of the eleven possible last characters exactly one is taken', () => {
	fc.assert(
		fc.property(fc.integer({ min: 100, max: 999 }), (order) => {
			const first17 = `99000019900307${order}`
			const taken = [...'0123456789X'].filter((last) => findPersonalData(`${first17}${last}`).length === 1)
			expect(taken).toEqual([withCheck(first17).at(-1)])
		}),
	)
})

test('nothing found shows more than five characters of an identity number', () => {
	for (const { masked: shown } of findPersonalData(number)) expect(shown.replaceAll('*', '')).toHaveLength(5)
})

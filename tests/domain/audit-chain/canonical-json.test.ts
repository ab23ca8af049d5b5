import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, canonicalJson, parseCanonical } from '#app/domain/audit-chain/canonical-json.ts'

const json = fc.letrec<{ value: Json }>((tie) => ({
	value: fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.maxSafeInteger(),
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('value'), { maxLength: 4 }),
		fc
			.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 })
			.map((object) => ({ ...object })),
	),
})).value

test('what is read back from the canonical text has the same canonical text', () => {
	fc.assert(
		fc.property(
			json,
			(value) => canonicalJson(JSON.parse(canonicalJson(value)) as Json) === canonicalJson(value),
		),
	)
})

test('the order in which keys were written does not matter', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.maxSafeInteger()), (object) => {
			const backwards = Object.fromEntries(Object.entries(object).reverse())
			return canonicalJson({ ...object }) === canonicalJson(backwards)
		}),
	)
})

test.each([
	[
		'a key beyond the basic plane sorts by code units, as RFC 8785 asks',
		{ '\u{1F600}': 1, '\uFB33': 2 },
		'{"\u{1F600}":1,"\uFB33":2}',
	],
	['control characters are escaped, Chinese is not', { a: '一\u0007"' }, '{"a":"一\\u0007\\""}'],
	[
		'capitals sort before small letters, in any language',
		{ a: 1, B: 2, ä: 3, Z: 4 },
		'{"B":2,"Z":4,"a":1,"ä":3}',
	],
	['there is no white space', { b: [1, 2], a: null }, '{"a":null,"b":[1,2]}'],
] as const)('%s', (_rule, value, text) => {
	expect(canonicalJson(value)).toBe(text)
})

test.each([
	['a float', 0.5],
	['an integer that a double cannot hold', 2 ** 53],
	['not a number', Number.NaN],
	['a lone surrogate', '\uD800'],
	['a date', new Date(0)],
	['undefined', undefined],
	['a hole in an array', new Array(2)],
	['an undefined field', { a: undefined }],
	['a lone surrogate in a key', { '\uDC00': 1 }],
	['a big integer', 1n],
	['a map', new Map()],
])('%s has no canonical form', (_what, value) => {
	expect(() => canonicalJson([value] as unknown as Json)).toThrow(TypeError)
})

/** Texts that are canonical, and texts that are nearly so: a blank, a key moved, a float, an escape, a cut. */
const nearlyCanonical = fc
	.tuple(fc.jsonValue(), fc.nat(), fc.constantFrom(' ', '.5', '\\u0041', '\\ud800', '"', '1', ''))
	.map(([value, at, crumb]) => {
		const text = JSON.stringify(value)
		const place = at % (text.length + 1)
		return text.slice(0, place) + crumb + text.slice(place)
	})

test('a text is read as canonical exactly when writing its value anew gives the same text', () => {
	const isCanonical = (text: string) => {
		try {
			return canonicalJson(JSON.parse(text) as Json) === text
		} catch {
			return false
		}
	}
	const texts = fc.oneof(
		nearlyCanonical,
		fc.constantFrom(
			'{"a":1,"b":2}',
			'{"b":1,"a":2}',
			'{"a":1,"a":1}',
			'1e3',
			'-0',
			'9007199254740993',
			'"\\ud800"',
			'"\\u0001"',
			'{"10":1,"9":2}',
			'{"9":1,"10":2}',
			'{"__proto__":1}',
		),
	)
	fc.assert(
		fc.property(texts, (text) => {
			const value = parseCanonical(text)
			return value === null ? !isCanonical(text) || text === 'null' : isCanonical(text)
		}),
		{ numRuns: 2000 },
	)
})

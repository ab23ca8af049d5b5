import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlainDate, addDays, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { readDocumentDays, readRepealDay } from '#app/domain/register/document-days.ts'
import { standingOn } from '#app/domain/register/standing.ts'

const START = parsePlainDate('2025-12-20')
const TODAY = parsePlainDate('2026-11-23')
const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(START, days))
const documents = fc
	.tuple(
		anyDay,
		fc.nat({ max: 60 }),
		fc.option(fc.nat({ max: 200 })),
		fc.option(fc.nat({ max: 300 })),
		fc.boolean(),
	)
	.map(([publishedOn, wait, length, repeal, isWithdrawn]) => {
		const effectiveOn = addDays(publishedOn, wait)
		const days = {
			publishedOn,
			effectiveOn,
			validUntil: length === null ? null : addDays(effectiveOn, length),
		}
		const repealedOn = repeal === null ? null : addDays(publishedOn, repeal)
		const ending = isWithdrawn
			? ({ kind: 'withdrawn' } as const)
			: repealedOn !== null && readRepealDay(repealedOn, days).ok
				? ({ kind: 'repealed', repealedOn } as const)
				: null
		return { days, ending }
	})

test('on every day a document that is not withdrawn stands as its own days say, first to last', () => {
	fc.assert(
		fc.property(documents, anyDay, ({ days, ending }, day) => {
			const standing = standingOn(day, days, ending)
			if (ending?.kind === 'withdrawn') return standing === 'withdrawn'
			if (standing === 'repealed') return ending !== null && day >= ending.repealedOn
			if (standing === 'lapsed') return days.validUntil !== null && day > days.validUntil
			if (standing === 'not-yet-in-force') return day < days.effectiveOn
			return day >= days.effectiveOn && (days.validUntil === null || day <= days.validUntil)
		}),
	)
})

test('as days pass a document only moves on: not yet in force, in force, then lapsed or repealed for good', () => {
	const order = { 'not-yet-in-force': 0, 'in-force': 1, lapsed: 2, repealed: 2, withdrawn: 3 }
	fc.assert(
		fc.property(documents, anyDay, fc.nat({ max: 300 }), ({ days, ending }, day, later) => {
			const before = standingOn(day, days, ending)
			const after = standingOn(addDays(day, later), days, ending)
			expect(order[after]).toBeGreaterThanOrEqual(order[before])
			if (order[before] === 2) expect(after).toBe(before)
		}),
	)
})

test.each([
	['the day before it enters into force', '2026-02-28', 'not-yet-in-force'],
	['the day on which it enters into force', '2026-03-01', 'in-force'],
	['the last day of its validity', '2026-10-31', 'in-force'],
	['the day after', '2026-11-01', 'lapsed'],
])('%s it stands so', (_when, day, standing) => {
	const days = {
		publishedOn: parsePlainDate('2026-02-01'),
		effectiveOn: parsePlainDate('2026-03-01'),
		validUntil: parsePlainDate('2026-10-31'),
	}
	expect(standingOn(parsePlainDate(day), days, null)).toBe(standing)
})

test('on the day of its repeal a document is repealed, and on the eve it still holds', () => {
	const day = parsePlainDate('2026-07-01')
	const days = { publishedOn: START, effectiveOn: START, validUntil: null }
	const ending = { kind: 'repealed', repealedOn: day } as const
	expect(standingOn(addDays(day, -1), days, ending)).toBe('in-force')
	expect(standingOn(day, days, ending)).toBe('repealed')
})

test('days are taken exactly when publication, effect and end follow one another, and publication is not to come', () => {
	const typed = fc.record({ publishedOn: anyDay, effectiveOn: anyDay, validUntil: fc.option(anyDay) })
	fc.assert(
		fc.property(typed, ({ publishedOn, effectiveOn, validUntil }) => {
			const answer = readDocumentDays({ publishedOn, effectiveOn, validUntil: validUntil ?? '' }, TODAY)
			const fits =
				publishedOn <= TODAY &&
				publishedOn <= effectiveOn &&
				(validUntil === null || effectiveOn <= validUntil)
			expect(answer.ok).toBe(fits)
		}),
	)
})

test.each<[string, Record<string, string>, string, string]>([
	['no day of publication', { publishedOn: '' }, 'publishedOn', 'missing'],
	['a day that does not exist', { publishedOn: '2026-02-30' }, 'publishedOn', 'not-a-date'],
	['a publication to come', { publishedOn: '2026-11-24' }, 'publishedOn', 'published-in-the-future'],
	['an effect before the publication', { effectiveOn: '2026-01-31' }, 'effectiveOn', 'before-publication'],
	['an end before the effect', { validUntil: '2026-02-28' }, 'validUntil', 'before-effect'],
])('%s is refused beside its field', (_what, wrong, field, problem) => {
	const right = { publishedOn: '2026-02-01', effectiveOn: '2026-03-01', validUntil: '' }
	const reason = { code: 'unfitting', field, problem }
	expect(readDocumentDays({ ...right, ...wrong }, TODAY)).toEqual({ ok: false, reason })
})

test('what lapses of itself, or was not published yet, is not repealed', () => {
	const days = {
		publishedOn: '2026-02-01' as PlainDate,
		effectiveOn: '2026-03-01' as PlainDate,
		validUntil: '2026-10-31' as PlainDate,
	}
	expect(readRepealDay('2026-11-01', days)).toMatchObject({ reason: { problem: 'repealed-after-lapse' } })
	expect(readRepealDay('2026-01-31', days)).toMatchObject({
		reason: { problem: 'repealed-before-publication' },
	})
	expect(readRepealDay('2026-10-31', days)).toEqual({ ok: true, value: '2026-10-31' })
})

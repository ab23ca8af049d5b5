import { expect, test } from 'vitest'
import {
	formatDay,
	formatInstant,
	formatPaperDay,
	formatPaperInstant,
	formatSecond,
	shanghaiDay,
} from '#app/locales/format-dates.ts'

const BEFORE_MIDNIGHT = '2026-11-23T15:59:59.000Z'
const AFTER_MIDNIGHT = '2026-11-23T16:00:00.000Z'

test('an instant shows in Shanghai, in both languages', () => {
	expect(formatInstant(BEFORE_MIDNIGHT, 'zh-CN')).toBe('2026-11-23 23:59')
	expect(formatInstant(BEFORE_MIDNIGHT, 'en')).toContain('Nov 23, 2026')
})

test('midnight is 00:00 of the new day, never 24:00', () => {
	expect(formatInstant(AFTER_MIDNIGHT, 'zh-CN')).toBe('2026-11-24 00:00')
	expect(formatSecond(AFTER_MIDNIGHT, 'zh-CN')).toBe('2026-11-24 00:00:00')
})

test('the day of an instant is the one in China', () => {
	expect([shanghaiDay(BEFORE_MIDNIGHT), shanghaiDay(AFTER_MIDNIGHT)]).toEqual(['2026-11-23', '2026-11-24'])
	expect(formatPaperDay(AFTER_MIDNIGHT)).toBe('2026年11月24日')
	expect(formatPaperInstant('2026-11-24T01:05:00.000Z')).toBe('2026年11月24日（星期二）9:05')
})

test('a calendar day stays what it is, with its weekday', () => {
	expect(formatDay('2026-11-23', 'zh-CN')).toBe('2026年11月23日（周一）')
	expect(formatDay('2026-11-23', 'en')).toBe('Mon, Nov 23, 2026')
})

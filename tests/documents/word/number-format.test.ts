import { expect, test } from 'vitest'
import { formatNumber } from '#app/documents/word/number-format.ts'

test.each([
	['decimal', 12, '12'],
	['decimalZero', 7, '07'],
	['decimalZero', 12, '12'],
	['decimalFullWidth', 12, '１２'],
	['upperRoman', 1994, 'MCMXCIV'],
	['lowerRoman', 9, 'ix'],
	['upperLetter', 26, 'Z'],
	['upperLetter', 28, 'BB'],
	['lowerLetter', 1, 'a'],
	['ordinal', 3, '3rd'],
	['ordinal', 112, '112th'],
	['none', 3, ''],
	['chineseCounting', 1, '一'],
	['chineseCounting', 10, '十'],
	['chineseCounting', 12, '十二'],
	['chineseCounting', 20, '二十'],
	['chineseCounting', 99, '九十九'],
	['chineseCounting', 100, '一○○'],
	['chineseCounting', 128, '一二八'],
	['chineseCountingThousand', 10, '十'],
	['chineseCountingThousand', 100, '一百'],
	['chineseCountingThousand', 101, '一百〇一'],
	['chineseCountingThousand', 110, '一百一十'],
	['chineseCountingThousand', 128, '一百二十八'],
	['chineseCountingThousand', 1002, '一千〇二'],
	['chineseCountingThousand', 1010, '一千〇一十'],
	['chineseCountingThousand', 1200, '一千二百'],
	['japaneseCounting', 128, '百二十八'],
	['chineseLegalSimplified', 12, '壹拾贰'],
	['chineseLegalSimplified', 305, '叁佰零伍'],
	['ideographLegalTraditional', 3, '參'],
	['ideographDigital', 205, '二〇五'],
	['taiwaneseDigital', 10, '一○'],
	['ideographTraditional', 3, '丙'],
	['ideographTraditional', 11, '11'],
	['ideographZodiac', 12, '亥'],
	['ideographZodiacTraditional', 11, '甲戌'],
	['decimalEnclosedCircle', 20, '⑳'],
	['decimalEnclosedCircleChinese', 21, '21'],
	['decimalEnclosedParen', 1, '⑴'],
	['decimalEnclosedFullstop', 2, '⒉'],
	['ideographEnclosedCircle', 10, '㊉'],
	['numberInDash', 4, '- 4 -'],
])('%s of %i is %s', (format, number, words) => {
	expect(formatNumber(format, number)).toBe(words)
})

test('a format that is not in the table is said to be unknown, not guessed', () => {
	expect(formatNumber('hebrew1', 1)).toBeNull()
	expect(formatNumber('toString', 1)).toBeNull()
})

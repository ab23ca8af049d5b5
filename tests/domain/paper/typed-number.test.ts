import { expect, test } from 'vitest'
import { foldCode, foldNumber } from '#app/domain/paper/typed-number.ts'

test.each(['青司审[2026]12号', '青司审（2026）12号', '青司审【２０２６】１２号', ' 青司审 〔2026〕 12 号'])(
	'%s is the number 青司审〔2026〕12号 as somebody types it',
	(typed) => {
		expect(foldNumber(typed)).toBe(foldNumber('青司审〔2026〕12号'))
	},
)

test('another number stays another number', () => {
	expect(foldNumber('青司审〔2026〕1号')).not.toBe(foldNumber('青司审〔2026〕12号'))
})

test.each(['a6k6-53tf-w7aa-cfap', 'A6K653TFW7AACFAP', 'Ａ６Ｋ６－５３ＴＦ—W7AA CFAP'])(
	'%s is the code A6K6-53TF-W7AA-CFAP as somebody types it',
	(typed) => {
		expect(foldCode(typed)).toBe('A6K6-53TF-W7AA-CFAP')
	},
)

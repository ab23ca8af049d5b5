/** A piece of personal data found in a text, shown masked so that naming it does not spread it. */
export type PersonalDatum = {
	readonly kind: 'identity-number' | 'mobile-number'
	/** Line of the text, counted from 1. */
	readonly line: number
	/** First three and last two (four of a phone) characters; the rest as asterisks. */
	readonly masked: string
}

/** 18 characters in one piece or written in groups (6-8-4), not part of a longer number. */
const IDENTITY = /(?<![0-9A-Za-z])([1-9]\d{5})[ -]?(\d{8})[ -]?(\d{3}[\dXx])(?![0-9A-Za-z])/g

/** 11 digits from 13 to 19, in one piece or in groups (3-4-4), with or without the country's prefix. */
const MOBILE = /(?<![0-9A-Za-z])(?:(?:\+|00)?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})(?![0-9A-Za-z])/g

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/**
 * Identity numbers (GB 11643: with a date and a right check character, so that a file number is not taken for one)
 * and mainland mobile numbers in a text, in the order in which they stand. The drafter is told before submitting:
 * 个人信息保护法 art. 6 asks that no more be handled than the purpose needs.
 */
export function findPersonalData(text: string): PersonalDatum[] {
	return text.split(/\r\n?|\n/).flatMap((line, index) => {
		const plain = halfWidth(line)
		const found = [...identityNumbersIn(plain), ...mobileNumbersIn(plain)]
		return found
			.toSorted((one, other) => one.at - other.at)
			.map(({ kind, masked }) => ({ kind, line: index + 1, masked }))
	})
}

type Found = { readonly at: number; readonly kind: PersonalDatum['kind']; readonly masked: string }

function identityNumbersIn(line: string): Found[] {
	return [...line.matchAll(IDENTITY)].flatMap((match): Found[] => {
		const number = match.slice(1, 4).join('').toUpperCase()
		if (!isDate(number.slice(6, 14)) || !hasRightCheck(number)) return []
		return [
			{
				at: match.index,
				kind: 'identity-number',
				masked: `${number.slice(0, 3)}${'*'.repeat(13)}${number.slice(-2)}`,
			},
		]
	})
}

function mobileNumbersIn(line: string): Found[] {
	return [...line.matchAll(MOBILE)].map((match) => ({
		at: match.index,
		kind: 'mobile-number',
		masked: `${match[1]}****${match[3]}`,
	}))
}

function hasRightCheck(number: string): boolean {
	const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
	return CHECK_CHARACTERS[sum % 11] === number[17]
}

/** Whether YYYYMMDD is a day that people alive may be born on. */
function isDate(digits: string): boolean {
	const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
	if (year < 1850 || year > 2150 || month < 1 || month > 12 || day < 1) return false
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
	const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
	return day <= days
}

/** Full-width figures, X, hyphens and blanks as the ordinary ones; one character stays one character. */
function halfWidth(line: string): string {
	return line.replaceAll(/[０-９Ａ-Ｚａ-ｚ－＋　]/g, (character) =>
		character === '　' ? ' ' : String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0),
	)
}

import { COMMON_PARTS, PRODUCT_WORDS } from './common-passwords.ts'
import { type PasswordRule, PASSWORD_RULES } from './password-rule.ts'

const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]

/** So many letters and digits must be left when everything was taken away that people add without a thought. */
const LEFT_AT_LEAST = 6

/** The rules that a password does not keep, all at once; `names` are those of the account, the person and the house. */
export function unmetPasswordRules(password: string, names: readonly string[]): PasswordRule[] {
	const kept: Record<PasswordRule, boolean> = {
		'at-least-10': [...password].length >= 10,
		'at-most-128': password.length <= 128,
		'three-kinds': KINDS.filter((kind) => kind.test(password)).length >= 3,
		'not-the-name': !hasName(password, [...names, ...PRODUCT_WORDS]),
		'not-common': !isCommon(password),
	}
	return PASSWORD_RULES.filter((rule) => !kept[rule])
}

function hasName(password: string, names: readonly string[]): boolean {
	const folded = password.normalize('NFKC').toLowerCase()
	const writings = [folded, undoDisguise(folded)]
	return names
		.map((name) => name.trim().toLowerCase())
		.some((name) => name.length > 1 && writings.some((writing) => writing.includes(name)))
}

/** Signs and digits that stand for a letter: P@ssw0rd is password. */
const DISGUISES: Readonly<Record<string, string>> = {
	'@': 'a',
	'4': 'a',
	'0': 'o',
	'1': 'i',
	'!': 'i',
	'3': 'e',
	$: 's',
	'5': 's',
	'7': 't',
}

function undoDisguise(text: string): string {
	return [...text].map((sign) => DISGUISES[sign] ?? sign).join('')
}

function isCommon(password: string): boolean {
	const folded = password.normalize('NFKC').toLowerCase()
	return [folded, undoDisguise(folded)].some((writing) => leftOf(writing) < LEFT_AT_LEAST)
}

const LONGEST_FIRST = [...COMMON_PARTS].sort((a, b) => b.length - a.length)

/** How many letters and digits are left without common parts, years, counted and repeated digits, and signs. */
function leftOf(writing: string): number {
	let rest = writing.replaceAll(/[^\p{L}\p{N}]/gu, '')
	for (const part of LONGEST_FIRST) rest = rest.replaceAll(part, ' ')
	rest = rest.replaceAll(/(19|20)\d\d/g, ' ').replaceAll(/(.)\1{2,}/gu, ' ')
	return [...rest.replaceAll(/\d+/g, dropCounted).replaceAll(' ', '')].length
}

/** Digits that count up or down, and one or two alone: nothing is left of them. */
function dropCounted(digits: string): string {
	const isRun = [1, -1].some((step) =>
		[...digits].every((digit, at) => at === 0 || Number(digit) === (Number(digits[at - 1]) + step + 10) % 10),
	)
	return isRun || digits.length <= 2 ? ' ' : digits
}

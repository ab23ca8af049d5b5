/** What a person types to sign in: letters, digits and . _ @ -, 2 to 60 of them, so that nobody has to guess at a space. */
const LOGIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._@-]{1,59}$/

/** Whether a text can be an account's name. */
export function isLoginName(text: string): boolean {
	return LOGIN_NAME.test(text)
}

/** The one spelling of an account's name: capitals do not tell accounts apart, nor does a person remember them. */
export function foldLoginName(text: string): string {
	return text.toLowerCase()
}

/** The longest name of an organ, unit or person, in UTF-16 code units. */
export const LONGEST_NAME = 100

/** Whether a name can be shown and logged on one line: no control characters, none that hide or turn text round. */
export function isPlainName(text: string): boolean {
	return !/\p{Cc}|\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/u.test(text)
}

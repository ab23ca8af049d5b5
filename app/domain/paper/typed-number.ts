/** A number as people type it: full-width signs, other brackets and blanks mean the same number. */
export function foldNumber(typed: string): string {
	return typed
		.normalize('NFKC')
		.replaceAll(/\s/g, '')
		.replaceAll(/[[(【{]/g, '〔')
		.replaceAll(/[\])】}]/g, '〕')
}

/** A verification code as people type it: small letters, other dashes or none mean the same code. */
export function foldCode(typed: string): string {
	const signs = typed
		.normalize('NFKC')
		.toUpperCase()
		.replaceAll(/[^0-9A-Z]/g, '')
	return signs.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** Without the letters and digits that are taken for one another: 0 O, 1 I L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const LENGTH = 16

/**
 * The verification code that is printed on a paper: sixteen characters from the SHA-256 of its sealed content, in groups
 * of four. It says nothing of the content to whoever has only the code.
 */
export function verificationCode(contentSha256: string): string {
	let rest = BigInt(`0x${contentSha256}`)
	let code = ''
	while (code.length < LENGTH) {
		code += ALPHABET[Number(rest % BigInt(ALPHABET.length))]
		rest /= BigInt(ALPHABET.length)
	}
	return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

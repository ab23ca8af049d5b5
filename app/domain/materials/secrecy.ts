/**
 * What an uploader may declare of a file: 公开 or 内部. There is no third value, because the system must not hold
 * state secrets (保守国家秘密法); a file that carries a marking is refused and not stored.
 */
export const SECRECY_DECLARATIONS = ['public', 'internal'] as const

export type Secrecy = (typeof SECRECY_DECLARATIONS)[number]

/** Whether a form's word is a declaration that the system takes. */
export function isSecrecy(word: string): word is Secrecy {
	return SECRECY_DECLARATIONS.some((each) => each === word)
}

/** What a row says of a file on record: a declaration, or anything else, which shuts the gate (H12) whatever it is called. */
export type FiledSecrecy = Secrecy | 'classified'

/** Reads a row's word. No column takes a third one; who wrote one past the walls has written something classified. */
export function filedSecrecy(word: string): FiledSecrecy {
	return isSecrecy(word) ? word : 'classified'
}

/** Where this browser keeps that its reader has switched the keys off. */
export const KEYS_OFF = 'redline-keys-off'

/** Whether the reader has switched the keys of the comparison off. */
export function areKeysOff(): boolean {
	return localStorage.getItem(KEYS_OFF) !== null
}

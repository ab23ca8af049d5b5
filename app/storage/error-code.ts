/** The code that an error names itself by: of the system, of a database or of a library; null where it has none. */
export function errorCode(error: unknown): string | null {
	if (typeof error !== 'object' || error === null || !('code' in error)) return null
	return typeof error.code === 'string' ? error.code : null
}

/** Only for telling whether an address left the house; nothing is ever sent there. */
const HOUSE = 'http://house.invalid'

/**
 * Where to go next, from a form or an address line: a path of ours, else `fallback`. It is read as a browser reads it:
 * `//host`, `/\host` and a tab in between all lead away.
 */
export function ownPath(to: string, fallback = '/work'): string {
	const url = to.startsWith('/') && URL.canParse(to, HOUSE) ? new URL(to, HOUSE) : null
	if (!url || url.origin !== HOUSE || url.pathname.startsWith('//')) return fallback
	return url.pathname + url.search + url.hash
}

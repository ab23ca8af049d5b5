let last: string | null = null

/** The number under which the log has the last page that broke in this window, if any did. */
export function brokenNumber(): string | null {
	return last
}

/** Notes under which number the log has a page that broke. */
export function noteBroken(number: string | null): void {
	last = number
}

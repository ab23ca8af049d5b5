/** Word writes the time of the clock on the wall and calls it UTC, and shows it as it stands: so do we, for China. */
export function wordDate(at: Date): string {
	return new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/\.\d+/, '')
}

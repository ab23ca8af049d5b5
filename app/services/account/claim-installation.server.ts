import type { Shell } from '#app/services/shell.server.ts'

/**
 * Marks a database as made by `demo` or by `start`, the first time; afterwards says whether it still is the same.
 * Demo people never get into a real house, and nobody's real data is shown with demo passwords.
 */
export async function claimInstallation(shell: Shell, madeBy: 'demo' | 'start'): Promise<boolean> {
	// Of two first starts at once, one makes the row and both read it.
	const row = await shell.db.installation.upsert({
		where: { name: 'made-by' },
		create: { name: 'made-by', value: madeBy },
		update: {},
	})
	return row.value === madeBy
}

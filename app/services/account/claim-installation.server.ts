import type { Shell } from '#app/services/shell.server.ts'

/**
 * Marks a database as made by `demo` or by `start`, the first time; afterwards says whether it still is the same.
 * Demo people never get into a real house, and nobody's real data is shown with demo passwords.
 */
export async function claimInstallation(shell: Shell, madeBy: 'demo' | 'start'): Promise<boolean> {
	const row = await shell.db.installation.findUnique({ where: { name: 'made-by' } })
	if (row) return row.value === madeBy
	await shell.db.installation.create({ data: { name: 'made-by', value: madeBy } })
	return true
}

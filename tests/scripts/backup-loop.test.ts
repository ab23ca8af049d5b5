import { expect, test } from 'vitest'
import { backupLoop } from '#scripts/backup-loop.ts'

test(
	'O7 backups of a server at work hold everything that it had answered with done, and nothing by half',
	{ timeout: 240_000 },
	async () => {
		const report = await backupLoop(Number(process.env['BACKUPS'] ?? 3))
		expect(report).toMatchObject({ lost: [], half: [], faults: [] })
		expect(report.acknowledged).toBeGreaterThan(report.backups)
		expect(report.files).toBeGreaterThan(0)
	},
)

import { expect, test } from 'vitest'
import { killLoop } from '#scripts/kill-loop.ts'

test(
	'a server that is killed in the middle of its work has lost and doubled nothing that it had answered with done',
	{ timeout: 240_000 },
	async () => {
		if (process.env['TEST_DATABASE'] === 'postgresql') return
		const report = await killLoop(Number(process.env['KILLS'] ?? 3))
		expect(report).toMatchObject({ lost: [], doubled: [], faults: [] })
		expect(report.acknowledged).toBeGreaterThan(report.kills)
	},
)

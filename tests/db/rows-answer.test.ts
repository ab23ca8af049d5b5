import { expect, test } from 'vitest'
import { openRawSnapshot } from '#tests/support/raw-snapshot.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { verifyStreams } from '#app/long-reads/verify-streams.server.ts'
import { addOrgan } from '#app/services/organisation/edit-organisation.server.ts'
import { actorByLogin } from '#seeds/demo/found-district.ts'
import { loadDemoOnce } from '#seeds/demo/load-demo.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { ROW_ATTACKS } from '#tests/support/attacks-on-rows.ts'

const PATIENCE = { timeout: 300_000 }

test(
	'12.1 every row of the demo answers to the trail, and every change past the product is named',
	PATIENCE,
	async () => {
		const shell = await openTestShell()
		await loadReferenceSeeds(shell.db)
		await loadDemoOnce(shell)
		// The same refusal twice: it is counted on one entry.
		const drafter = await actorByLogin(shell, 'wangxh')
		const organ = { name: 'x', shortName: 'x', kind: 'department', twoPersonReview: false } as const
		for (const key of ['first', 'second'])
			expect(await addOrgan(shell, drafter, key, organ)).toMatchObject({ ok: false })
		const raw = await openRawSnapshot(shell.url)
		const report = () => verifyStreams(raw.snapshot, shell.clearanceKey.verify, null)
		const whole = await report()
		expect(whole).toMatchObject({ broken: [], forged: [], faulty: [] })
		expect(whole.rows).toBeGreaterThan(500)
		const found: Record<string, readonly string[]> = {}
		const wanted: Record<string, readonly string[]> = {}
		for (const [name, { statements, named, andMore }] of Object.entries(ROW_ATTACKS)) {
			const failed = await raw.attack(statements).catch(String)
			const { faulty } = failed === null ? await report() : { faulty: [] }
			const names = faulty.map(({ table, problem }) => `${table} ${problem}`)
			const kinds = [...new Set(names)].filter((each) => !andMore || named.includes(each))
			found[name] = failed === null ? kinds.sort() : [failed]
			wanted[name] = [...named].sort()
			await raw.undo()
		}
		await raw.close()
		expect(found).toEqual(wanted)
	},
)

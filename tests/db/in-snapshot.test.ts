import { expect, test } from 'vitest'
import { countRows } from '#app/db/find-trees.server.ts'
import { inSnapshot } from '#app/db/in-snapshot.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { addOrgan } from '#app/services/organisation/edit-organisation.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function openHouse() {
	const shell = await openTestShell()
	const { actors } = await seedOrganisation(shell)
	const write = async (shortName: string) => {
		const organ = {
			name: `${shortName}办公室`,
			shortName,
			kind: 'department',
			twoPersonReview: false,
		} as const
		must(await addOrgan(shell, actors.systemAdministrator, shell.newId(), organ))
	}
	return { shell, write }
}

test('what is read in a snapshot is of one moment, however it is asked', async () => {
	const { shell, write } = await openHouse()
	const before = await shell.db.organ.count()
	await inSnapshot(shell.db, async (reader) => {
		expect(await countRows(reader, 'organ', {})).toBe(before)
		await write('甲')
		expect(await countRows(shell.db, 'organ', {})).toBe(before + 1)
		expect(await countRows(reader, 'organ', {})).toBe(before)
		expect(await reader.organ.count()).toBe(before)
	})
	expect(await inSnapshot(shell.db, (reader) => reader.organ.count())).toBe(before + 1)
})

test('more snapshots at once than connections wait for each other see each its own moment', async () => {
	const { shell, write } = await openHouse()
	const before = await shell.db.organ.count()
	const seen: number[] = []
	const look = (hand: number) =>
		inSnapshot(shell.db, async (reader) => {
			const first = await countRows(reader, 'organ', {})
			await write(`丙${hand}`)
			const again = [await reader.organ.count(), await countRows(reader, 'organ', {})]
			seen.push(...again.map((count) => count - first))
		})
	await Promise.all([1, 2, 3, 4, 5, 6, 7].map(look))
	expect(seen).toEqual(Array.from({ length: 14 }, () => 0))
	expect(await shell.db.organ.count()).toBe(before + 7)
})

test('a snapshot writes nothing, and is no way in once it is over', async () => {
	const { shell } = await openHouse()
	const before = await shell.db.organ.count()
	let kept: Parameters<Parameters<typeof inSnapshot>[1]>[0] | null = null
	await inSnapshot(shell.db, async (reader) => {
		kept = reader
		await reader.organ.count()
	})
	await expect(countRows(kept!, 'organ', {})).rejects.toThrow('closed')
	await expect(inSnapshot(shell.db, (reader) => reader.organ.deleteMany())).rejects.toThrow()
	expect(await shell.db.organ.count()).toBe(before)
	const inside = () => inSnapshot(shell.db, (reader) => inTransaction(reader as never, async () => {}))
	await expect(inside()).rejects.toThrow('a transaction inside a transaction')
})

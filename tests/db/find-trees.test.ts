import BetterSqlite3 from 'better-sqlite3'
import { expect, inject, test } from 'vitest'
import { countRows, findTree, findTrees } from '#app/db/find-trees.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { FILE_PARTS, GATE_PARTS, MATTER_PARTS, TURN_PARTS } from '#app/db/matter-parts.server.ts'
import { MEETING_PARTS } from '#app/db/load-meeting.server.ts'
import { mattersThatMayWaitFor, readableMatters } from '#app/db/matter-scopes.server.ts'
import { enlist, type Tx } from '#app/db/open-database.server.ts'
import { mattersEverywhere } from '#tests/support/matters-everywhere.ts'
import { MONDAY, openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const PARTS = {
	MATTER_PARTS: MATTER_PARTS.include,
	GATE_PARTS: GATE_PARTS.include,
	FILE_PARTS: FILE_PARTS.include,
	TURN_PARTS: TURN_PARTS.include,
}

/** Lists whose order nobody asked for, in an order of their own. */
function inAnyOrder(value: unknown): unknown {
	if (Array.isArray(value))
		return value.map(inAnyOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
	if (value === null || typeof value !== 'object' || value instanceof Date) return value
	return Object.fromEntries(
		Object.entries(value)
			.map(([key, each]) => [key, inAnyOrder(each)])
			.sort(),
	)
}

test('a tree is what Prisma gives for the same words', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await mattersEverywhere(shell, org)
	const { db } = shell
	for (const [name, include] of Object.entries(PARTS)) {
		const read = { orderBy: { id: 'asc' as const }, include }
		const trees = await findTrees(db, 'matter', read)
		expect(trees.length).toBeGreaterThan(10)
		expect(inAnyOrder(trees), name).toEqual(inAnyOrder(await db.matter.findMany(read)))
	}
	const meetings = await db.meeting.findMany({ include: MEETING_PARTS })
	expect(inAnyOrder(await findTrees(db, 'meeting', { include: MEETING_PARTS }))).toEqual(inAnyOrder(meetings))
	expect(meetings.length).toBeGreaterThan(0)
})

test('a condition chooses what it chooses for Prisma, for everybody’s sight and turn', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await mattersEverywhere(shell, org)
	let chosen = 0
	for (const [name, actor] of Object.entries(org.actors))
		for (const where of [readableMatters(actor), mattersThatMayWaitFor(actor)]) {
			const read = {
				where,
				orderBy: [{ dueOn: { sort: 'asc' as const, nulls: 'last' as const } }, { id: 'asc' as const }],
				take: 5,
			}
			const rows = await shell.db.matter.findMany(read)
			expect(await findTrees(shell.db, 'matter', read), name).toEqual(rows)
			expect(await countRows(shell.db, 'matter', where), name).toBe(await shell.db.matter.count({ where }))
			chosen += rows.length
		}
	expect(chosen).toBeGreaterThan(20)
})

test('order, limit, instants, numbers and absence come as Prisma gives them', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await mattersEverywhere(shell, org)
	const { db } = shell
	const versions = {
		where: { uploadedAt: { lte: MONDAY, gt: new Date(0) }, versionNo: { not: 7, lt: 9, gte: 1 } },
		orderBy: [{ uploadedAt: 'desc' as const }, { id: 'desc' as const }],
		select: {
			id: true,
			uploadedAt: true,
			isSound: true,
			matter: {
				select: { caseNumber: true, materials: { orderBy: { id: 'desc' as const }, take: 2 } },
			},
		},
	}
	expect(await findTrees(db, 'draftVersion', versions)).toEqual(await db.draftVersion.findMany(versions))
	const absent = {
		where: {
			OR: [
				{ counselOpinions: { some: { disposition: null } } },
				{ caseNumber: null, state: { notIn: ['x'] }, live: null },
				{ agendaItems: { some: { listing: { clearanceId: { not: '' } } } } },
			],
			state: { in: ['draft', 'reviewing', 'cleared', 'recheck'] },
			drafterId: { not: '' },
			title: undefined as never,
			AND: [],
		},
		orderBy: { id: 'asc' as const },
	}
	const found = await db.matter.findMany(absent)
	expect(found.length).toBeGreaterThan(2)
	expect(await findTrees(db, 'matter', absent)).toEqual(found)
	for (const where of [{ OR: [] }, { id: { in: [] } }, { title: { contains: '管理' } }])
		expect(await findTrees(db, 'matter', { where })).toEqual(await db.matter.findMany({ where }))
	expect(await findTree(db, 'matter', { where: { id: 'nobody' } })).toBeNull()
})

test('a transaction reads its own rows, nobody those of an open one, and nobody what was rolled back', async () => {
	const shell = await openTestShell()
	const { id, name } = await shell.db.jurisdiction.create({
		data: { id: 'j', name: 'before', code: 'j', createdAt: MONDAY },
	})
	const read = (tx: Tx) => findTree(tx, 'jurisdiction', { where: { id } })
	let kept: Tx | null = null
	const undone = inTransaction(shell.db, async (tx) => {
		kept = tx
		await tx.jurisdiction.update({ where: { id }, data: { name: 'after' } })
		expect((await read(tx))?.name).toBe('after')
		expect((await read(shell.db))?.name, 'from outside').toBe(name)
		throw new Error('undone')
	})
	await expect(undone).rejects.toThrow('undone')
	expect((await read(shell.db))?.name).toBe(name)
	// Whoever keeps a transaction past its end reads nothing by it, least of all what the next one writes.
	const next = inTransaction(shell.db, async (tx) => {
		await tx.jurisdiction.update({ where: { id }, data: { name: 'next' } })
		await expect(read(kept!)).rejects.toThrow(/transaction/i)
	})
	// Nor does it keep what it has written without an entry in the trail.
	await expect(next).rejects.toThrow('rows of jurisdiction were written without an entry in the trail')
	expect((await read(shell.db))?.name).toBe(name)
})

test('words that are not spoken here are a bug, not another answer', async () => {
	const shell = await openTestShell()
	const { db } = shell
	await expect(findTrees(db, 'matter', { where: { title: { startsWith: '的' } } })).rejects.toThrow(
		'startsWith',
	)
	await expect(findTrees(db, 'matter', { where: { NOT: { round: 1 } } })).rejects.toThrow('NOT')
	await expect(findTrees(db, 'matter', { where: { agendaItems: { every: {} } } })).rejects.toThrow('every')
	await expect(findTrees(db, 'matter', { include: { _count: true } })).rejects.toThrow('_count')
})

test.skipIf(inject('postgresql') !== '')(
	'nothing that hangs on a row is looked for among all of its jurisdiction',
	async () => {
		const shell = await openTestShell()
		const database = new BetterSqlite3(shell.url.slice('file:'.length), { readonly: true })
		const plans: string[] = []
		const asked = {
			$queryRaw: async (statement: { sql: string; values: unknown[] }) => {
				const lines = database.prepare(`EXPLAIN QUERY PLAN ${statement.sql}`).all(...statement.values)
				plans.push(...(lines as { detail: string }[]).map((line) => line.detail))
				return []
			},
		} as unknown as Pick<Tx, '$queryRaw'>
		enlist(asked, shell.db)
		for (const include of Object.values(PARTS))
			await findTrees(asked, 'matter', { where: { jurisdictionId: 'j', id: 'm' }, include } as never)
		await findTrees(asked, 'meeting', { where: { jurisdictionId: 'j', id: 'm' }, include: MEETING_PARTS })
		database.close()
		expect(plans.filter((line) => line.startsWith('SEARCH')).length).toBeGreaterThan(50)
		// The few rows that a limit lets through are gone over once; no table is.
		const limited = plans.filter((line) => line.startsWith('CO-ROUTINE'))
		expect(plans.filter((line) => line.startsWith('SCAN')).length).toBe(limited.length)
		expect(plans.filter((line) => line.endsWith('(jurisdiction_id=?)'))).toEqual([])
	},
)

import { expect, test } from 'vitest'
import { findTree } from '#app/db/find-trees.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { wallFired } from '#app/db/wall-fired.server.ts'
import { insertRows, updateRow } from '#app/db/write-rows.server.ts'
import { must, openedMatter } from '#tests/support/drafting-steps.ts'
import { clearedProposal, list, openedMeeting } from '#tests/support/meeting-steps.ts'
import { MONDAY, openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const PERSON = { jurisdictionId: 'j', name: '甲', staffCode: '1', disabledAt: null }

/** A jurisdiction with nobody in it. */
async function emptyHouse() {
	const { db } = await openTestShell()
	await insertRows(db, 'jurisdiction', [{ id: 'j', name: '某区', code: 'j', createdAt: MONDAY }])
	return db
}

test('rows that were written are those that Prisma reads, instants and absence included', async () => {
	const db = await emptyHouse()
	await insertRows(db, 'person', [
		{ ...PERSON, id: 'a' },
		{ ...PERSON, id: 'b', staffCode: '2', name: '乙 ’"? \n$1', disabledAt: MONDAY },
	])
	await insertRows(db, 'person', [])
	expect(await db.person.findMany({ orderBy: { id: 'asc' } })).toEqual([
		{ ...PERSON, id: 'a' },
		{ ...PERSON, id: 'b', staffCode: '2', name: '乙 ’"? \n$1', disabledAt: MONDAY },
	])
	const [house] = await db.jurisdiction.findMany()
	expect(house?.createdAt).toEqual(MONDAY)
})

test('a column that is not given has its default, and one that is undefined is not given', async () => {
	const db = await emptyHouse()
	await insertRows(db, 'organ', [
		{
			jurisdictionId: 'j',
			id: 'o',
			name: '某局',
			shortName: '某',
			kind: 'department',
			disabledAt: undefined as never,
		},
	])
	expect(await db.organ.findFirst()).toMatchObject({ twoPersonReview: false, disabledAt: null })
})

test('rows of different columns are not written together, and an unknown column is a bug', async () => {
	const db = await emptyHouse()
	const uneven = [
		{ ...PERSON, id: 'a' },
		{ ...PERSON, id: 'b', staffCode: '2', account: {} } as typeof PERSON & { id: string },
	]
	await expect(insertRows(db, 'person', uneven)).rejects.toThrow('differ')
	await expect(insertRows(db, 'person', [{ ...PERSON, id: 'a', nick: '' } as never])).rejects.toThrow('nick')
	expect(await db.person.count()).toBe(0)
})

test('one row is changed, counted up where that was asked; none or two are a bug', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const id = await openedMatter(shell, org)
	const other = await openedMatter(shell, org)
	const { jurisdictionId } = org.actors.drafter
	const before = await shell.db.matter.findFirstOrThrow({ where: { id } })
	await updateRow(
		shell.db,
		'matter',
		{ jurisdictionId, id },
		{
			revision: { increment: 1 },
			awaitingHead: true,
			dueOn: '2026-12-01',
			submittedAt: MONDAY,
			reasonText: undefined as never,
		},
	)
	const after = await shell.db.matter.findFirstOrThrow({ where: { id } })
	const changed = {
		revision: before.revision + 1,
		awaitingHead: true,
		dueOn: '2026-12-01',
		submittedAt: MONDAY,
	}
	expect(after).toEqual({ ...before, ...changed })
	const nobody = updateRow(shell.db, 'matter', { jurisdictionId, id: 'nobody' }, { title: 'x' })
	await expect(nobody).rejects.toThrow('0 rows')
	const both = inTransaction(shell.db, (tx) =>
		updateRow(tx, 'matter', { jurisdictionId, id: { in: [id, other] } }, { title: 'x' }),
	)
	await expect(both).rejects.toThrow('2 rows')
	expect((await findTree(shell.db, 'matter', { where: { id: other } }))?.title).not.toBe('x')
})

test('a wall that stops such a statement is known as a wall: foreign key, check, trigger', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const meetingId = await openedMeeting(shell, org)
	const { matterId, itemId } = await clearedProposal(shell, org)
	must(await list(shell, org.actors.secretary, meetingId, itemId))
	const { jurisdictionId } = org.actors.drafter
	const strays = [{ jurisdictionId, matterId: 'nobody', track: 'normative-document' }]
	const attacks = {
		'foreign key': () => insertRows(shell.db, 'matterTrack', strays),
		check: () => updateRow(shell.db, 'matter', { jurisdictionId, id: matterId }, { state: 'bogus' }),
		trigger: () => updateRow(shell.db, 'clearance', { jurisdictionId, matterId }, { number: 'x' }),
	}
	for (const [name, attack] of Object.entries(attacks)) {
		const error: unknown = await attack().then(
			() => null,
			(thrown: unknown) => thrown,
		)
		expect(error, name).not.toBeNull()
		expect(wallFired(error), name).toBe(true)
	}
})

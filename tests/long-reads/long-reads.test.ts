import { expect, test } from 'vitest'
import { countRows, findTrees } from '#app/db/find-trees.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { checkTrail } from '#app/services/trail/check-trail.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { must, submittedMatter } from '#tests/support/drafting-steps.ts'
import { clearedProposal } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('what is read beside the pages is what they read themselves: rows, instants, counts', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await submittedMatter(shell, org)
	const where = { jurisdictionId: org.jurisdictionId }
	const orderBy = { seq: 'asc' } as const
	const beside = await findTrees(shell.longReads.db, 'auditEntry', { where, orderBy })
	expect(beside.length).toBeGreaterThan(0)
	expect(beside).toEqual(await findTrees(shell.db, 'auditEntry', { where, orderBy }))
	expect(await countRows(shell.longReads.db, 'auditEntry', where)).toBe(beside.length)
})

test('a statement that fails beside the pages fails for who asked, and the next one is answered', async () => {
	const shell = await openTestShell()
	await expect(shell.longReads.db.$queryRaw`SELECT * FROM no_such_table`).rejects.toThrow('no_such_table')
	expect(await shell.longReads.db.$queryRaw`SELECT 1 AS one`).toMatchObject([{ one: 1 }])
})

test('nothing is written beside the pages', async () => {
	const shell = await openTestShell()
	if (shell.url.startsWith('postgres')) return
	await expect(shell.longReads.db.$queryRaw`DELETE FROM notice RETURNING id`).rejects.toThrow(
		/readonly|read-only/,
	)
})

test('the auditor’s verification runs beside the pages and finds what the command finds', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId } = await clearedProposal(shell, org)
	const { report } = must(await checkTrail(shell, org.actors.auditAdministrator, shell.newId()))
	expect(report).toMatchObject({ clearances: 1, broken: [], forged: [] })
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update audit_entry set kind = 'x' where stream = 'matter/${matterId}' and seq = 2`)
	const again = must(await checkTrail(shell, org.actors.auditAdministrator, shell.newId())).report
	expect(again.broken).toMatchObject([{ stream: `matter/${matterId}`, seq: 2, problem: 'columns' }])
	const { broken, forged } = await verifyTrail(shell)
	expect(again).toMatchObject({ broken, forged })
})

test('a verification beside a server at work sees whole acts only', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await submittedMatter(shell, org)
	const jurisdictionId = org.jurisdictionId
	for (let times = 0; times < 5; times += 1) {
		const [report] = await Promise.all([
			shell.longReads.verifyTrail(jurisdictionId),
			submittedMatter(shell, org),
			// An act that is under way while the reading begins, and is taken back.
			inTransaction(shell.db, async (tx) => {
				await tx.auditStream.updateMany({ where: { jurisdictionId }, data: { seq: { increment: 1 } } })
				await new Promise((resolve) => setTimeout(resolve, 20))
				throw new Error('taken back')
			}).catch(() => null),
		])
		expect(report).toMatchObject({ broken: [], forged: [] })
	}
})

import { expect, test } from 'vitest'
import { compareReference } from '#seeds/reference/compare-reference.ts'
import { putInOfRelease } from '#seeds/reference/load-reference.ts'
import { confirmReference } from '#app/services/reference/decide-reference.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { isWall, rawWaysTo, refusalOf, runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { changedEntry, objectionDays, proposedEntry } from '#tests/support/reference-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const ENTRY = "'review-limits', 'objection', '2026-12-24'"
const REST = "'2026-11-23'"

function insert(values: string, proposal: string): string {
	return `insert into reference_entry (kind, code, effective_from, body, source, mark, last_checked, proposal_id)
		values (${values}, ${proposal})`
}

/** A house in which one proposal waits, one was declined and one became a version. */
async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await changedEntry(shell, org)
	const waiting = await proposedEntry(shell, org, objectionDays(7, '2026-12-24'))
	const row = await shell.db.referenceProposal.findFirstOrThrow({ where: { id: waiting } })
	const values = `${ENTRY}, '${row.body}', '${row.source}', 'verified', ${REST}`
	const decision = (by: string, isConfirmed: boolean) =>
		`insert into reference_decision (jurisdiction_id, proposal_id, proposed_by, effective_from, is_confirmed, reason, decided_by, decided_on, decided_at)
		values ('${row.jurisdictionId}', '${waiting}', '${row.proposedBy}', '2026-12-24', ${isConfirmed}, 'x', '${by}', '2026-11-23', '2026-11-23 01:30:00')`
	return { shell, org, waiting, row, values, decision }
}

async function refusedEverywhere(url: string, sql: string, before?: string): Promise<void> {
	for (const way of rawWaysTo(url)) {
		const refusal = await refusalOf(url, way, before === undefined ? { sql } : { sql, before })
		expect(refusal !== null && isWall(refusal), `${way}: ${sql}: ${refusal}`).toBe(true)
	}
}

test('no version gets into the database that two persons have not agreed upon, whatever way it comes', async () => {
	const { shell, org, waiting, values, decision } = await ground()
	const second = org.actors.securityAdministrator.personId
	await refusedEverywhere(shell.url, insert(values, 'null'))
	await refusedEverywhere(shell.url, insert(values, "'no-such-proposal'"))
	await refusedEverywhere(shell.url, insert(values, `'${waiting}'`))
	await refusedEverywhere(shell.url, insert(values, `'${waiting}'`), decision(second, false))
	const other = values.replace(':7', ':9')
	expect(other).not.toBe(values)
	await refusedEverywhere(shell.url, insert(other, `'${waiting}'`), decision(second, true))
	const earlier = values.replace('2026-12-24', '2026-12-01')
	await refusedEverywhere(shell.url, insert(earlier, `'${waiting}'`), decision(second, true))
})

test('with the second person’s confirmation the same statement goes through', async () => {
	const { shell, org, waiting, values, decision } = await ground()
	const second = org.actors.securityAdministrator.personId
	for (const way of rawWaysTo(shell.url).filter((each) => !each.endsWith('deferred')))
		expect(
			await refusalOf(shell.url, way, {
				before: decision(second, true),
				sql: insert(values, `'${waiting}'`),
			}),
			way,
		).toBeNull()
})

test('nobody confirms their own proposal, declines without a reason or confirms after its day, where checks are on', async () => {
	const { shell, org, row, decision } = await ground()
	const second = org.actors.securityAdministrator.personId
	for (const way of rawWaysTo(shell.url).filter((each) => !each.endsWith('checks off')))
		for (const sql of [
			decision(row.proposedBy, true),
			decision(second, false).replace("'x'", "''"),
			decision(second, true).replaceAll("'2026-11-23', ", "'2026-12-25', "),
		]) {
			const refusal = await refusalOf(shell.url, way, { sql })
			expect(refusal !== null && isWall(refusal), `${way}: ${sql}: ${refusal}`).toBe(true)
		}
})

test('a version, be it of a release, a proposal and an answer are never changed or taken away', async () => {
	const { shell } = await ground()
	for (const table of ['reference_entry', 'reference_proposal', 'reference_decision'])
		for (const sql of [`delete from ${table}`, `update ${table} set effective_from = '2026-11-01'`])
			await refusedEverywhere(shell.url, sql)
})

test('a release puts its entries in while it says so; a proposal that was made before is then confirmed no more', async () => {
	const { shell, org, waiting, row } = await ground()
	const { body, source, mark, lastChecked } = row
	const shipped = { kind: 'review-limits', code: 'objection', effectiveFrom: '2026-12-02' }
	await putInOfRelease(shell.db, [{ ...shipped, body, source, mark: mark as 'verified', lastChecked }])
	const answer = await confirmReference(shell, org.actors.securityAdministrator, 'confirm-late', waiting)
	expect(answer).toMatchObject({ reason: { problem: 'outdated' } })
	// What this release does not ship is named.
	expect(await compareReference(shell.db)).toEqual([{ ...shipped, problem: 'extra' }])
})

test('a version of the house that somebody changed or took away past the walls is named', async () => {
	const { shell } = await ground()
	await tearDownWalls(shell.url)
	const house = "kind = 'review-limits' and code = 'objection' and proposal_id is not null"
	await runRaw(shell.url, `update reference_entry set source = '另一出处' where ${house}`)
	expect(await compareReference(shell.db)).toMatchObject([{ code: 'objection', problem: 'differs' }])
	await runRaw(shell.url, `delete from reference_entry where ${house}`)
	expect(await compareReference(shell.db)).toMatchObject([{ code: 'objection', problem: 'missing' }])
})

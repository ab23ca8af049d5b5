import { expect, test } from 'vitest'
import { precheckLooseText, readLoosePrecheck } from '#app/services/precheck/precheck-loose-text.server.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const TEXT = '第一条 设摊的，应当经街道办事处批准后方可经营。'
const RULES_COUNT = new Date('2026-11-30T01:30:00.000Z')

async function openOffice() {
	const shell = await openTestShell(RULES_COUNT)
	await loadReferenceSeeds(shell.db)
	const { actors } = await seedOrganisation(shell)
	return { shell, actors }
}

test('a pasted text is read by the rules for whoever brought it; nothing of it is stored', async () => {
	const { shell, actors } = await openOffice()
	const given = { file: null, pasted: TEXT, secrecy: 'internal' }
	const { id } = must(await precheckLooseText(shell, actors.drafter, shell.newId(), given)).value
	const found = must(await readLoosePrecheck(shell, actors.drafter, id))
	expect(found?.precheck.hits?.map(({ rule }) => rule)).toEqual(['A1'])
	expect(must(await readLoosePrecheck(shell, actors.reviewer, id))).toBeNull()
	expect([await shell.db.draftVersion.count(), await shell.db.textPrecheck.count()]).toEqual([0, 0])
	const entry = await lastEntry(shell, `user/${actors.drafter.personId}`)
	expect(entry).toMatchObject({
		kind: 'text.prechecked',
		outcome: 'done',
		detail: { rules: '2026-11-29/2026-08-15', hits: 1 },
	})
	expect(JSON.stringify(entry.detail)).not.toContain('设摊')
})

test('what carries a secrecy marking is refused, and the security administrator is told', async () => {
	const { shell, actors } = await openOffice()
	const given = { file: null, pasted: `机密★一年\n${TEXT}`, secrecy: 'internal' }
	const answer = await precheckLooseText(shell, actors.drafter, shell.newId(), given)
	expect(answer).toMatchObject({ ok: false, reason: { code: 'classified' } })
	expect(await noticesOf(shell, actors.securityAdministrator)).toContain('file.classified')
})

test('no text at all is a slip beside its field', async () => {
	const { shell, actors } = await openOffice()
	const given = { file: null, pasted: ' ', secrecy: 'internal' }
	const answer = await precheckLooseText(shell, actors.drafter, shell.newId(), given)
	expect(answer).toMatchObject({ ok: false, reason: { field: 'file', problem: 'missing' } })
})

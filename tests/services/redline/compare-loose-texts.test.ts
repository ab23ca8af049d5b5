import { expect, test } from 'vitest'
import { compareLooseTexts, readLooseComparison } from '#app/services/redline/compare-loose-texts.server.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'
import { must, textFile } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { PUBLISHED_TEXT, registered } from '#tests/support/register-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const CHOICE = { around: '0', kind: null, nature: null, mark: null, part: null, at: null } as const
const OLD = '第一条　摊位应当在二十二时以前收市。'
const NEW = '第一条　摊位应当在二十三时以前收市。'

function pasted(text: string) {
	return { file: null, pasted: text }
}

function file(text: string) {
	const { name, bytes } = textFile(text)
	return { file: { name, bytes }, pasted: '' }
}

test('a file and a pasted text are compared for whoever brought them; nothing of them is stored', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter, reviewer } = org.actors
	const given = { old: file(OLD), new: pasted(NEW), secrecy: 'internal' }
	const { id } = must(await compareLooseTexts(shell, drafter, shell.newId(), given)).value
	const found = must(await readLooseComparison(shell, drafter, id, CHOICE))
	expect(found).toMatchObject({ old: { name: 'draft.txt' }, new: { name: '' } })
	expect(found?.comparison?.reading.summary.edits).toEqual({ inserted: 4, deleted: 4 })
	expect(must(await readLooseComparison(shell, reviewer, id, CHOICE))).toBeNull()
	expect([await shell.db.draftVersion.count(), await shell.db.versionFile.count()]).toEqual([0, 0])
	const entry = await lastEntry(shell, `user/${drafter.personId}`)
	expect(entry).toMatchObject({ kind: 'texts.compared', outcome: 'done' })
	expect(JSON.stringify(entry.detail)).not.toContain('摊位')
})

test('what carries a secrecy marking is refused, and the security administrator is told', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const given = { old: pasted(`机密★一年\n${OLD}`), new: pasted(NEW), secrecy: 'internal' }
	const answer = await compareLooseTexts(shell, org.actors.drafter, shell.newId(), given)
	expect(answer).toMatchObject({ ok: false, reason: { code: 'classified', level: 'secret' } })
	expect(await lastEntry(shell, `user/${org.actors.drafter.personId}`)).toMatchObject({
		kind: 'texts.compared',
		outcome: 'refused',
	})
	expect(await noticesOf(shell, org.actors.securityAdministrator)).toContain('file.classified')
})

test.each([
	[
		'one text alone',
		{ old: pasted(OLD), new: pasted(' ') },
		'internal',
		{ field: 'new', problem: 'missing' },
	],
	[
		'texts of which nobody said whether they are public or internal',
		{ old: pasted(OLD), new: pasted(NEW) },
		'',
		{ field: 'secrecy', problem: 'missing' },
	],
	[
		'a text longer than any statute',
		{ old: pasted(OLD), new: pasted('长'.repeat(1_500_001)) },
		'internal',
		{ field: 'new', problem: 'too-long' },
	],
])('%s is refused beside its field', async (_what, texts, secrecy, reason) => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const answer = await compareLooseTexts(shell, org.actors.drafter, shell.newId(), { ...texts, secrecy })
	expect(answer).toMatchObject({ ok: false, reason: { code: 'unfitting', ...reason } })
})

test('administrators compare nothing', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const given = { old: pasted(OLD), new: pasted(NEW), secrecy: 'internal' }
	const answer = await compareLooseTexts(shell, org.actors.systemAdministrator, shell.newId(), given)
	expect(answer).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
})

test('a text is compared with a published document of the register, which has to stand in it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter } = org.actors
	const document = await registered(shell, org)
	const given = (id: string) => ({ old: { document: id }, new: pasted(PUBLISHED_TEXT), secrecy: 'internal' })
	const brought = must(await compareLooseTexts(shell, drafter, shell.newId(), given(document)))
	expect(must(await readLooseComparison(shell, drafter, brought.value.id, CHOICE))).toMatchObject({
		old: { name: '青禾区高素质农民认定办法（青政规〔2024〕5号）' },
		comparison: { reading: { summary: { identical: true } } },
	})
	expect(await compareLooseTexts(shell, drafter, shell.newId(), given(shell.newId()))).toEqual({
		ok: false,
		reason: { code: 'not-found' },
	})
})

const AUTHORED = 'w:author="王某某" w:date="2026-11-03T10:20:00Z"'
const TRACKED = buildDocx({
	body:
		p(
			r('第一条　摊位应当在') +
				`<w:del w:id="1" ${AUTHORED}><w:r><w:delText>二十二时</w:delText></w:r></w:del>` +
				`<w:ins w:id="2" ${AUTHORED}>${r('二十三时')}</w:ins>` +
				r('以前收市。'),
		) + p(r('第二条　本办法自印发之日起施行。')),
})
const trackedFile = (bytes: Uint8Array, name = '修改稿.docx') => ({
	tracked: { name, bytes },
	secrecy: 'internal',
})

test('one file with tracked changes is compared as it was before them, with who made them when', async () => {
	const shell = await openTestShell()
	const { drafter } = (await seedOrganisation(shell)).actors
	const { id } = must(await compareLooseTexts(shell, drafter, shell.newId(), trackedFile(TRACKED))).value
	const found = must(await readLooseComparison(shell, drafter, id, CHOICE))
	expect(found?.changes).toEqual([
		{ author: '王某某', at: '2026-11-03T10:20:00Z', kind: 'deleted', words: '二十二时' },
		{ author: '王某某', at: '2026-11-03T10:20:00Z', kind: 'inserted', words: '二十三时' },
	])
	expect(found?.comparison?.reading.summary).toMatchObject({ changes: 1, edits: { inserted: 4, deleted: 4 } })
	expect(found?.new.name).toBe('修改稿.docx')
})

test.each([
	['without any', buildDocx({ body: p(r('第一条　摊位应当收市。')) }), '修改稿.docx', 'no-tracked-changes'],
	['that is no Word file', new TextEncoder().encode(OLD), '修改稿.txt', 'not-word'],
])('a file %s has no tracked changes to compare, and says so', async (_what, bytes, name, problem) => {
	const shell = await openTestShell()
	const { drafter } = (await seedOrganisation(shell)).actors
	const answer = await compareLooseTexts(shell, drafter, shell.newId(), trackedFile(bytes, name))
	expect(answer).toMatchObject({ ok: false, reason: { code: 'unfitting', field: 'tracked', problem } })
})

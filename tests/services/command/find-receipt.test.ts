import { expect, test } from 'vitest'
import { loader } from '#app/routes/receipts.$key.tsx'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell, type TestShell } from '#tests/support/open-test-shell.ts'
import { signInAs } from '#tests/support/open-test-web.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function saidOf(shell: TestShell, actor: Actor, key: string): Promise<string> {
	const { get } = await signInAs(shell, actor)
	return (await loader(get(`/receipts/${key}`, { key }))).text()
}

const OPENING = { title: '青禾区集市管理办法', tracks: ['normative-document'], issuer: 'government' } as const

test('O2: a command whose answer was lost says by its key whether it was done, refused or never came', async () => {
	const shell = await openTestShell()
	const { actors } = await seedOrganisation(shell)
	must(await openMatter(shell, actors.drafter, { key: 'a-key-done', ...OPENING }))
	await openMatter(shell, actors.secretary, { key: 'a-key-refused', ...OPENING })
	expect(await saidOf(shell, actors.drafter, 'a-key-done')).toBe('done')
	expect(await saidOf(shell, actors.secretary, 'a-key-refused')).toBe('refused')
	expect(await saidOf(shell, actors.drafter, 'a-key-never-sent')).toBe('none')
})

test('a key of somebody else is on nobody’s record', async () => {
	const shell = await openTestShell()
	const { actors } = await seedOrganisation(shell)
	must(await openMatter(shell, actors.drafter, { key: 'a-key-of-mine', ...OPENING }))
	expect(await saidOf(shell, actors.secretary, 'a-key-of-mine')).toBe('none')
})

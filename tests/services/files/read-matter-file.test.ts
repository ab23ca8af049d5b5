import { expect, test } from 'vitest'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import { readMatterFile } from '#app/services/files/read-matter-file.server.ts'
import { DRAFT_TEXT, must, openedMatter, orderOn, textFile } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('T61 the same bytes under two names are handed over each under its own, and under no name that no row has', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter } = org.actors
	const matterId = await openedMatter(shell, org)
	const words = '申请表'
	must(
		await uploadVersion(shell, drafter, orderOn(shell, matterId), {
			main: { kind: 'file', file: textFile(DRAFT_TEXT) },
			annexes: [textFile(words, '附件1.txt'), textFile(words, '附件2.txt')],
			keptAnnexes: [],
			typedTitle: null,
		}),
	)
	const annex = await shell.db.versionFile.findFirstOrThrow({ where: { name: '附件2.txt' } })
	const nameOf = async (name: string | null) =>
		must(await readMatterFile(shell, drafter, matterId, { sha256: annex.sha256, name })).name
	expect(await nameOf('附件1.txt')).toBe('附件1.txt')
	expect(await nameOf('附件2.txt')).toBe('附件2.txt')
	expect(await nameOf('发票.exe')).toBe('附件1.txt')
})

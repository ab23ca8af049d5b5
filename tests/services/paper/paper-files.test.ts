import { expect, test } from 'vitest'
import { openEntry } from '#app/domain/act/trail-entry.ts'
import type { Paper } from '#app/domain/paper/paper.ts'
import { writeSealedWord } from '#app/documents/sealed-word/write-sealed-word.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { submittedMatter, must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('the Word file of a paper is named in its row and in the act’s entry, and holds what was sealed', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, matterId)))
	const paper = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind: 'acceptance-notice' } })
	const bytes = await shell.blobs.read(paper.fileSha256 ?? '')
	expect(bytes.byteLength).toBe(paper.fileSize)
	expect(Buffer.from(bytes).equals(writeSealedWord(paper.content))).toBe(true)
	const { leaf } = await shell.db.auditEntry.findFirstOrThrow({ where: { kind: 'matter.accepted' } })
	const entry = openEntry(leaf)
	expect(entry.outcome === 'done' && entry.detail.papers?.[0]?.file).toBe(paper.fileSha256)
})

test('the file is written before the transaction that names it, and never inside it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	const seen: number[] = []
	const comparer: typeof shell.comparer = {
		...shell.comparer,
		writeSealed: async (content) => {
			// Another command gets the one writer while the file is being made.
			await shell.db.$transaction(async (tx) => {
				seen.push(await tx.sealedPaper.count())
			})
			return shell.comparer.writeSealed(content)
		},
	}
	must(await acceptMatter({ ...shell, comparer }, org.actors.registrar, orderOn(shell, matterId)))
	expect(seen).toEqual([0])
	expect(await shell.db.sealedPaper.count()).toBe(1)
})

test('where another act takes the number meanwhile, the file is written again with the next one', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const [first, second] = [await submittedMatter(shell, org), await submittedMatter(shell, org)]
	let isFirst = true
	const comparer: typeof shell.comparer = {
		...shell.comparer,
		writeSealed: async (content) => {
			const isMine = isFirst
			isFirst = false
			if (isMine) must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, second)))
			return shell.comparer.writeSealed(content)
		},
	}
	must(await acceptMatter({ ...shell, comparer }, org.actors.registrar, orderOn(shell, first)))
	const papers = await shell.db.sealedPaper.findMany({ orderBy: { number: 'asc' } })
	expect(papers.map(({ number, matterId }) => [number, matterId])).toEqual([
		['青司受〔2026〕1号', second],
		['青司受〔2026〕2号', first],
	])
	for (const { content, fileSha256 } of papers) {
		const bytes = await shell.blobs.read(fileSha256 ?? '')
		expect(Buffer.from(bytes).equals(writeSealedWord(content))).toBe(true)
		expect((JSON.parse(content) as Paper).number).toBe(
			papers.find((paper) => paper.content === content)?.number,
		)
	}
})

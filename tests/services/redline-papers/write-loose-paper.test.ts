import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { REDLINE_PAPERS } from '#app/documents/papers/paper-facts.ts'
import { compareLooseTexts } from '#app/services/redline/compare-loose-texts.server.ts'
import { writeLoosePaper } from '#app/services/redline-papers/write-loose-paper.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { must, textFile } from '#tests/support/drafting-steps.ts'
import { brokenRules } from '#tests/support/office-rules.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { acceptAll, rejectAll } from '#tests/support/settle-revisions.ts'
import { entryKinds, lastEntry } from '#tests/support/trail-reading.ts'

const OLD = '第一条　摊位应当在二十二时以前收市。\n第二条　夜市由街道办事处管理。'
const NEW = '第一条　摊位应当在二十三时以前收市。\n第二条　夜市由街道办事处管理。'

async function bring(shell: TestShell, actor: Actor): Promise<string> {
	const { name, bytes } = textFile(OLD)
	const given = {
		old: { file: { name, bytes }, pasted: '' },
		new: { file: null, pasted: NEW },
		secrecy: 'internal',
	}
	return must(await compareLooseTexts(shell, actor, shell.newId(), given)).value.id
}

test('花脸稿 of two loose texts gives back both, changed by whoever brought them', async () => {
	const shell = await openTestShell()
	const { drafter } = (await seedOrganisation(shell)).actors
	const id = await bring(shell, drafter)
	const paper = must(await writeLoosePaper(shell, drafter, id, 'marked-draft'))
	if (!paper) throw new Error('the texts are gone')
	expect(paper.name).toBe('花脸稿.docx')
	expect([await rejectAll(paper.bytes), await acceptAll(paper.bytes)]).toEqual([OLD, NEW])
	const xml = strFromU8(unzipSync(paper.bytes)['word/document.xml'] ?? new Uint8Array())
	const authors = [...xml.matchAll(/<w:(?:ins|del) w:id="\d+" w:author="([^"]*)"/g)].map(([, name]) => name)
	expect(new Set(authors)).toEqual(new Set([drafter.name]))
})

test.each(REDLINE_PAPERS)(
	'%s of loose texts keeps the rules of its format and names both texts',
	async (kind) => {
		const shell = await openTestShell()
		const { drafter } = (await seedOrganisation(shell)).actors
		const paper = must(await writeLoosePaper(shell, drafter, await bring(shell, drafter), kind))
		expect(brokenRules(paper?.bytes ?? new Uint8Array())).toEqual([])
		const words = Object.values(unzipSync(paper?.bytes ?? new Uint8Array())).map((part) => strFromU8(part))
		for (const name of ['draft（校验码', '新稿（校验码'])
			expect(words.some((part) => part.includes(name))).toBe(true)
	},
)

test('nobody has a paper of somebody else’s texts, nor of texts that are forgotten, nor an administrator of any', async () => {
	const shell = await openTestShell()
	const { drafter, reviewer, systemAdministrator } = (await seedOrganisation(shell)).actors
	const id = await bring(shell, drafter)
	expect(must(await writeLoosePaper(shell, reviewer, id, 'marked-draft'))).toBeNull()
	expect(must(await writeLoosePaper(shell, drafter, shell.newId(), 'marked-draft'))).toBeNull()
	expect(await writeLoosePaper(shell, systemAdministrator, id, 'marked-draft')).toMatchObject({
		ok: false,
		reason: { code: 'not-permitted' },
	})
})

test('what counsel take away is in their own trail, by the hashes; what the house takes is not', async () => {
	const shell = await openTestShell()
	const { drafter, counsel } = (await seedOrganisation(shell)).actors
	must(await writeLoosePaper(shell, drafter, await bring(shell, drafter), 'comparison-table'))
	expect(await entryKinds(shell, `user/${drafter.personId}`)).not.toContain('file.downloaded')
	must(await writeLoosePaper(shell, counsel, await bring(shell, counsel), 'comparison-table'))
	const entry = await lastEntry(shell, `user/${counsel.personId}`)
	expect(entry).toMatchObject({ kind: 'file.downloaded', detail: { paper: 'comparison-table' } })
	expect(JSON.stringify(entry.detail)).not.toContain('摊位')
})

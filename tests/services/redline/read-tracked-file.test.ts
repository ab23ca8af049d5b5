import { expect, test } from 'vitest'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import { readTrackedFile } from '#app/services/redline/read-tracked-file.server.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'
import { must, openedMatter, orderOn, uploadText } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const CHOICE = { around: '0', kind: null, nature: null, mark: null, part: null, at: null } as const
const BY = 'w:author="王某某" w:date="2026-11-03T10:20:00Z"'
const LAST = p(r('第二条　本办法自印发之日起施行。'))
const clean = (hour: string) => buildDocx({ body: p(r(`第一条　摊位应当在${hour}以前收市。`)) + LAST })
const TRACKED = buildDocx({
	body:
		p(
			r('第一条　摊位应当在') +
				`<w:del w:id="1" ${BY}><w:r><w:delText>二十二时</w:delText></w:r></w:del>` +
				`<w:ins w:id="2" ${BY}>${r('二十三时')}</w:ins>` +
				r('以前收市。'),
		) + LAST,
})
const word = (bytes: Uint8Array, name: string) => ({ name, bytes, secrecy: 'internal' })

async function withAnnex(annex: Uint8Array) {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	must(await uploadText(shell, org, matterId, '第一条　摊位应当收市。'))
	must(
		await uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), {
			main: { kind: 'file', file: word(clean('二十三时'), '清洁稿.docx') },
			annexes: [word(annex, '修改过程.docx')],
			keptAnnexes: [],
			typedTitle: null,
		}),
	)
	const file = await shell.db.versionFile.findFirstOrThrow({ where: { name: '修改过程.docx' } })
	const read = (who: 'drafter' | 'otherDrafter' = 'drafter') =>
		readTrackedFile(shell, org.actors[who], matterId, file.sha256, CHOICE)
	return { shell, org, matterId, read }
}

test('a tracked file beside the clean version says before, after, who and when, and that the version has its words', async () => {
	const { read } = await withAnnex(TRACKED)
	const page = must(await read())
	expect(page).toMatchObject({
		name: '修改过程.docx',
		tracked: {
			changes: [
				{ author: '王某某', at: '2026-11-03T10:20:00Z', kind: 'deleted', words: '二十二时' },
				{ author: '王某某', at: '2026-11-03T10:20:00Z', kind: 'inserted', words: '二十三时' },
			],
			sameBefore: [],
			sameAfter: [2],
		},
	})
	expect(page.tracked?.reading?.summary.edits).toEqual({ inserted: 4, deleted: 4 })
})

test('a file without tracked changes is no comparison', async () => {
	const { read } = await withAnnex(clean('二十二时'))
	expect(must(await read()).tracked).toBe(null)
})

test('whoever does not see the matter does not see its file', async () => {
	const { read } = await withAnnex(TRACKED)
	expect(await read('otherDrafter')).toEqual({ ok: false, reason: { code: 'not-found' } })
})

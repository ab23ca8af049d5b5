import { expect, test } from 'vitest'
import { confirmReading } from '#app/services/drafting/confirm-reading.server.ts'
import { readReadingPage } from '#app/services/drafting/read-reading-page.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import {
	DRAFT_TEXT,
	confirmedReading,
	matterOf,
	must,
	orderOn,
	picturedMatter,
	readyMatter,
	uploadText,
} from '#tests/support/drafting-steps.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	return { shell, org, matterId: await picturedMatter(shell, org, false) }
}

type Desk = Awaited<ReturnType<typeof desk>>

async function pageOf({ shell, org, matterId }: Desk) {
	const { current } = must(await readReadingPage(shell, org.actors.drafter, matterId))
	if (!current) throw new Error('no text')
	return current
}

const submit = ({ shell, org, matterId }: Desk) =>
	prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId))

test('a text whose reading nobody has confirmed is not submitted, and the refusal says so', async () => {
	const at = await desk()
	expect(await submit(at)).toMatchObject({
		ok: false,
		reason: { code: 'transition-refused', unmet: ['reading-is-confirmed'] },
	})
	await confirmedReading(at.shell, at.org, at.matterId)
	expect(await submit(at)).toMatchObject({ ok: true })
})

test('the page counts what was read: articles, tables, images, annexes', async () => {
	const { counts } = await pageOf(await desk())
	expect(counts).toEqual({
		articles: { count: 4, first: 'art-1' },
		tables: { count: 1, first: 'table-1' },
		images: { count: 1, first: 'image-1' },
		annexes: { count: 1, first: 'annex-1-1' },
	})
})

test('who confirmed it, when, of which files and of which reading is kept, and in the trail', async () => {
	const at = await desk()
	const { readAs } = await pageOf(at)
	await confirmedReading(at.shell, at.org, at.matterId)
	expect((await pageOf(at)).confirmed).toEqual({
		by: at.org.actors.drafter.name,
		at: at.shell.now().toISOString(),
	})
	const { currentVersion } = await matterOf(at.shell, at.org, at.matterId)
	const entry = await at.shell.db.auditEntry.findFirstOrThrow({
		where: { kind: 'reading.confirmed' },
		orderBy: { seq: 'desc' },
	})
	expect(JSON.parse(entry.leaf)).toMatchObject({
		outcome: 'done',
		detail: { version: 2, contentSha256: currentVersion?.contentSha256, readAs },
	})
	await expect(runRaw(at.shell.url, 'delete from reading_confirmation')).rejects.toThrow()
})

test('another text asks for another look', async () => {
	const at = await desk()
	await confirmedReading(at.shell, at.org, at.matterId)
	must(await uploadText(at.shell, at.org, at.matterId, DRAFT_TEXT.replace('二年', '三年')))
	expect((await pageOf(at)).confirmed).toBeNull()
	expect(await submit(at)).toMatchObject({ reason: { unmet: ['reading-is-confirmed'] } })
})

test('what the page did not show is not confirmed', async () => {
	const { shell, org, matterId } = await desk()
	const order = orderOn(shell, matterId)
	expect(await confirmReading(shell, org.actors.drafter, order, '0'.repeat(64))).toMatchObject({
		ok: false,
		reason: { code: 'stale-page' },
	})
})

test('nobody but the drafting unit confirms a reading, and nobody does twice', async () => {
	const at = await desk()
	const { shell, org, matterId } = at
	const { readAs } = await pageOf(at)
	for (const name of ['head', 'otherDrafter', 'reviewer', 'systemAdministrator'] as const)
		expect(
			await confirmReading(shell, org.actors[name], orderOn(shell, matterId), readAs),
			name,
		).toMatchObject({
			ok: false,
		})
	await confirmedReading(shell, org, matterId)
	expect(await confirmReading(shell, org.actors.drafter, orderOn(shell, matterId), readAs)).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['reading-is-not-confirmed'] },
	})
})

test('a text that holds what cannot be submitted is not confirmed either, and each finding says its place', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>不公开</w:t></w:r>'
	const bytes = buildDocx({ body: p(r('第一条　甲。')) + p(r('第二条　乙') + hidden + r('。')) })
	must(
		await uploadVersion(shell, org.actors.drafter, orderOn(shell, matterId), {
			main: { kind: 'file', file: { name: '稿.docx', bytes, secrecy: 'internal' } },
			annexes: [],
			keptAnnexes: [],
			typedTitle: null,
		}),
	)
	const at = { shell, org, matterId }
	const { findings, readAs, isSound } = await pageOf(at)
	expect(isSound).toBe(false)
	expect(findings).toMatchObject([{ code: 'hidden-text', at: { anchor: 'art-2', label: '第二条' } }])
	expect(await confirmReading(shell, org.actors.drafter, orderOn(shell, matterId), readAs)).toMatchObject({
		reason: { unmet: ['version-is-submittable'] },
	})
})

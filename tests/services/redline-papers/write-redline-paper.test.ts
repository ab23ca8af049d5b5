import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { REDLINE_PAPERS } from '#app/documents/papers/paper-facts.ts'
import { assignCounsel } from '#app/services/intake/assign-reviewer.server.ts'
import { writeRedlinePaper } from '#app/services/redline-papers/write-redline-paper.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	openedMatter,
	orderOn,
	uploadText,
} from '#tests/support/drafting-steps.ts'
import { brokenRules } from '#tests/support/office-rules.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { heldMeeting, record } from '#tests/support/meeting-steps.ts'
import { hasNoInterest, recheckMatter, reviewingMatter } from '#tests/support/review-steps.ts'
import { PUBLISHED_TEXT, registered } from '#tests/support/register-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry } from '#tests/support/trail-reading.ts'
import { acceptAll, rejectAll } from '#tests/support/settle-revisions.ts'

async function recheck() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await recheckMatter(shell, org)
	const versions = await shell.db.draftVersion.findMany({
		where: { matterId },
		orderBy: { versionNo: 'asc' },
	})
	return { shell, org, matterId, versions }
}

test('花脸稿 gives back both versions, changed by whoever uploaded the newer one, with item and reply as comments', async () => {
	const { shell, org, matterId, versions } = await recheck()
	const asked = { from: 1, to: 2, paper: 'marked-draft' } as const
	const paper = must(await writeRedlinePaper(shell, org.actors.reviewer, matterId, asked))
	expect(paper.name).toMatch(/^花脸稿-.+-第1稿-第2稿\.docx$/)
	expect(brokenRules(paper.bytes)).toEqual([])
	expect([await rejectAll(paper.bytes), await acceptAll(paper.bytes)]).toEqual(
		versions.map(({ text }) => text),
	)
	const parts = unzipSync(paper.bytes)
	const names = await shell.db.person.findMany()
	const nameOf = (id: string | undefined) => names.find((person) => person.id === id)?.name
	const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
	const authors = new Set(
		[...xml.matchAll(/<w:(?:ins|del) w:id="\d+" w:author="([^"]*)"/g)].map(([, name]) => name),
	)
	expect([...authors]).toEqual([nameOf(versions[1]?.uploadedBy)])
	const { opinions } = await matterOf(shell, org, matterId)
	const said = strFromU8(parts['word/comments.xml'] ?? new Uint8Array())
	expect([...said.matchAll(/w:author="([^"]*)"/g)].map(([, name]) => name)).toEqual([
		nameOf(opinions[0]?.signerId),
		nameOf(opinions[0]?.items[0]?.replies[0]?.repliedBy),
	])
	expect(said).toContain('审查意见第1条（必须修改）')
	expect(said).toContain('采纳情况：')
})

test('修改对照表 names both versions by their hashes, in Word and as a spreadsheet', async () => {
	const { shell, org, matterId, versions } = await recheck()
	for (const [paper, part] of [
		['comparison-table', 'word/document.xml'],
		['comparison-sheet', 'xl/worksheets/sheet1.xml'],
	] as const) {
		const written = must(
			await writeRedlinePaper(shell, org.actors.drafter, matterId, { from: 1, to: 2, paper }),
		)
		expect(brokenRules(written.bytes)).toEqual([])
		const xml = strFromU8(unzipSync(written.bytes)[part] ?? new Uint8Array())
		for (const { contentSha256 } of versions) expect(xml).toContain(contentSha256)
		expect(xml).toContain('审查意见第1条')
	}
})

test('a version that is not there, and a matter that somebody may not see, are not found', async () => {
	const { shell, org, matterId } = await recheck()
	const notFound = { ok: false, reason: { code: 'not-found' } }
	for (const paper of REDLINE_PAPERS) {
		expect(await writeRedlinePaper(shell, org.actors.reviewer, matterId, { from: 1, to: 9, paper })).toEqual(
			notFound,
		)
		expect(
			await writeRedlinePaper(shell, org.actors.otherCounsel, matterId, { from: 1, to: 2, paper }),
		).toEqual(notFound)
	}
})

test('what counsel take away is in the trail; what the house reads is not', async () => {
	const { shell, org, matterId } = await recheck()
	const asked = { from: 1, to: 2, paper: 'comparison-table' } as const
	must(await writeRedlinePaper(shell, org.actors.reviewer, matterId, asked))
	expect(await entryKinds(shell, `matter/${matterId}`)).not.toContain('file.downloaded')
	must(await writeRedlinePaper(shell, org.actors.counsel, matterId, asked))
	expect(await lastEntry(shell, `matter/${matterId}`)).toEqual({
		kind: 'file.downloaded',
		outcome: 'done',
		actorId: org.actors.counsel.personId,
		detail: asked,
	})
})

/** A matter whose text a meeting has passed. */
async function decided() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const held = await heldMeeting(shell, org)
	must(await record(shell, org, held.meetingId, held.itemId, 'passed'))
	return { shell, org, decidedId: held.matterId }
}

test('a draft is marked up against the text that a meeting has passed of another matter', async () => {
	const { shell, org, decidedId } = await decided()
	const matterId = await openedMatter(shell, org)
	const text = `${DRAFT_TEXT}\n第五条　解释。`
	must(await uploadText(shell, org, matterId, text))
	const asked = { with: decidedId, to: 1, paper: 'marked-draft' } as const
	const paper = must(await writeRedlinePaper(shell, org.actors.drafter, matterId, asked))
	expect(paper.name).toMatch(/^花脸稿-.+-议定文本-第1稿\.docx$/)
	expect([await rejectAll(paper.bytes), await acceptAll(paper.bytes)]).toEqual([DRAFT_TEXT, text])
	const sheet = { ...asked, paper: 'comparison-table' } as const
	const table = must(await writeRedlinePaper(shell, org.actors.drafter, matterId, sheet))
	const xml = strFromU8(unzipSync(table.bytes)['word/document.xml'] ?? new Uint8Array())
	expect(xml).toContain('会议议定的《')
	const version = await shell.db.draftVersion.findFirstOrThrow({ where: { matterId: decidedId } })
	expect(xml).toContain(version.contentSha256)
})

test('a draft is marked up against a published document of the register', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const document = await registered(shell, org)
	const matterId = await openedMatter(shell, org)
	const text = `${PUBLISHED_TEXT}\n第三条　本办法自公布之日起施行。`
	must(await uploadText(shell, org, matterId, text))
	const asked = { document, to: 1, paper: 'marked-draft' } as const
	const paper = must(await writeRedlinePaper(shell, org.actors.drafter, matterId, asked))
	expect(paper.name).toMatch(/^花脸稿-.+-已公布文件-第1稿\.docx$/)
	expect([await rejectAll(paper.bytes), await acceptAll(paper.bytes)]).toEqual([PUBLISHED_TEXT, text])
	const sheet = { ...asked, paper: 'comparison-table' } as const
	const table = must(await writeRedlinePaper(shell, org.actors.drafter, matterId, sheet))
	const xml = strFromU8(unzipSync(table.bytes)['word/document.xml'] ?? new Uint8Array())
	expect(xml).toContain('已公布的《青禾区高素质农民认定办法》（青政规〔2024〕5号）')
	expect(xml).toContain(sha256Hex(PUBLISHED_TEXT))
})

test('against a decided text that somebody may not see no paper is written', async () => {
	const { shell, org, decidedId } = await decided()
	const { lead, otherCounsel } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await assignCounsel(shell, lead, orderOn(shell, matterId), otherCounsel.personId))
	await hasNoInterest(shell, otherCounsel, matterId)
	must(await writeRedlinePaper(shell, otherCounsel, matterId, { from: 1, to: 1, paper: 'marked-draft' }))
	for (const paper of REDLINE_PAPERS)
		expect(await writeRedlinePaper(shell, otherCounsel, matterId, { with: decidedId, to: 1, paper })).toEqual(
			{ ok: false, reason: { code: 'not-found' } },
		)
})

test('what counsel take away against a decided text is in the trails of both matters', async () => {
	const { shell, org, decidedId } = await decided()
	const matterId = await reviewingMatter(shell, org)
	const asked = { with: decidedId, to: 1, paper: 'comparison-sheet' } as const
	must(await writeRedlinePaper(shell, org.actors.counsel, matterId, asked))
	for (const id of [matterId, decidedId])
		expect(await lastEntry(shell, `matter/${id}`)).toEqual({
			kind: 'file.downloaded',
			outcome: 'done',
			actorId: org.actors.counsel.personId,
			detail: asked,
		})
})

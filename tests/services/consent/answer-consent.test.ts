import { expect, test } from 'vitest'
import { readConsentPage } from '#app/services/consent/read-consent-page.server.ts'
import { declineConsent, giveConsent } from '#app/services/consent/answer-consent.server.ts'
import { askConsent, fileConsent } from '#app/services/consent/ask-consent.server.ts'
import { editMatter } from '#app/services/drafting/edit-matter.server.ts'
import { readPacket } from '#app/services/packet/read-packet.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { DRAFT_TEXT, matterOf, must, orderOn, textFile, uploadText } from '#tests/support/drafting-steps.ts'
import { clearedProposal, listedItem } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, givePassword, withPost } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await givePassword(shell, org.actors.leader)
	return { shell, org, leader: org.actors.leader, head: org.actors.head }
}

async function asked() {
	const opened = await desk()
	const { matterId, itemId } = await clearedProposal(opened.shell, opened.org)
	const shown = async () =>
		(await matterOf(opened.shell, opened.org, matterId)).currentVersion?.contentSha256 ?? ''
	const order = () => orderOn(opened.shell, matterId)
	return { ...opened, matterId, itemId, shown, order }
}

test('it is the turn of the leader who was asked, and of no other leader', async () => {
	const { shell, org, leader, matterId } = await asked()
	const tasks = async (actor: typeof leader) =>
		(await readWorklist(shell, actor, null)).items.map((item) => [item.matterId, item.turn.reason])
	expect(await tasks(leader)).toEqual([[matterId, 'consent-asked']])
	const other = await withPost(shell, org.actors.checker, 'leader')
	expect(await tasks({ ...other, posts: other.posts.filter(({ role }) => role === 'leader') })).toEqual([])
})

test('the leader consents by name, with the password, to the text that was shown', async () => {
	const { shell, leader, head, matterId, itemId, shown, order } = await asked()
	const contentSha256 = await shown()
	const given = { password: PASSWORD, contentSha256 }
	expect(await giveConsent(shell, leader, order(), { ...given, password: 'wrong' })).toMatchObject({
		ok: false,
		reason: { code: 'wrong-password' },
	})
	expect(await giveConsent(shell, leader, order(), { ...given, contentSha256: 'f'.repeat(64) })).toEqual({
		ok: false,
		reason: { code: 'stale-page', changes: [] },
	})
	must(await giveConsent(shell, leader, order(), given))
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'consent.given',
		actorId: leader.personId,
		detail: { item: itemId, contentSha256, leader: leader.personId },
	})
	expect(must(await readConsentPage(shell, leader, matterId)).state).toBe('given')
	expect(await noticesOf(shell, head)).toContain('consent.given')
	expect((await readWorklist(shell, leader, null)).items).toEqual([])
})

test('nobody consents for the leader who was asked', async () => {
	const { shell, org, head, shown, order } = await asked()
	const given = { password: PASSWORD, contentSha256: await shown() }
	await givePassword(shell, org.actors.checker)
	const other = await withPost(shell, org.actors.checker, 'leader')
	for (const actor of [head, org.actors.secretary, other])
		expect(await giveConsent(shell, actor, order(), given)).toMatchObject({
			ok: false,
			reason: { code: 'not-permitted' },
		})
})

test('only a leader of today is asked', async () => {
	const { shell, org, head, order } = await asked()
	expect(await askConsent(shell, head, order(), org.actors.checker.personId)).toMatchObject({
		ok: false,
		reason: { field: 'leaderId', problem: 'unknown' },
	})
	must(await askConsent(shell, head, order(), org.actors.leader.personId))
	expect(await noticesOf(shell, org.actors.leader)).toContain('consent.asked')
})

test('sent back with a reason it is the head’s turn, who may ask again or attach a signed paper', async () => {
	const { shell, leader, head, matterId, order } = await asked()
	expect(await declineConsent(shell, leader, order(), ' ')).toMatchObject({ ok: false })
	must(await declineConsent(shell, leader, order(), '先与财政局商定资金。'))
	const [task] = (await readWorklist(shell, head, null)).items
	expect(task?.turn).toMatchObject({ reason: 'consent-missing', path: `/matters/${matterId}/consent` })
	expect(must(await readConsentPage(shell, head, matterId)).lines.at(-1)).toMatchObject({
		kind: 'returned',
		words: '先与财政局商定资金。',
	})
})

test('a paper is entered with its file, its signer and its day, and not without them', async () => {
	const { shell, head, matterId, order } = await asked()
	const paper = { leaderName: '高某某', signedOn: '2026-11-20', file: textFile('同意上会。', 'pishi.txt') }
	expect(await fileConsent(shell, head, order(), { ...paper, file: null })).toMatchObject({
		ok: false,
		reason: { field: 'file', problem: 'missing' },
	})
	expect(await fileConsent(shell, head, order(), { ...paper, signedOn: '2099-01-01' })).toMatchObject({
		ok: false,
		reason: { field: 'signedOn', problem: 'in-the-future' },
	})
	must(await fileConsent(shell, head, order(), paper))
	const page = must(await readConsentPage(shell, head, matterId))
	expect(page.state).toBe('given')
	expect(page.lines.at(-1)).toMatchObject({ kind: 'paper', leader: '高某某', file: { name: 'pishi.txt' } })
})

test('the item’s sheet prints who consented, when and how', async () => {
	const { shell, org, leader } = await desk()
	const { meetingId, matterId } = await listedItem(shell, org)
	const sheet = async () =>
		JSON.stringify(must(await readPacket(shell, org.actors.secretary, meetingId)).items[0]?.sheet.nodes)
	expect(await sheet()).toContain(`已请${leader.name}同意，没有签署。`)
	const contentSha256 = (await matterOf(shell, org, matterId)).currentVersion?.contentSha256 ?? ''
	must(await giveConsent(shell, leader, orderOn(shell, matterId), { password: PASSWORD, contentSha256 }))
	expect(await sheet()).toContain(`${leader.name}2026年11月23日在系统内签署同意，只对本稿。`)
})

test('the database takes no consent of one person by the hand of another', async () => {
	const { shell, leader, head, matterId, itemId, shown } = await asked()
	const { currentVersionId, jurisdictionId } = await shell.db.matter.findFirstOrThrow({
		where: { id: matterId },
	})
	const row = {
		jurisdictionId,
		id: shell.newId(),
		agendaItemId: itemId,
		matterId,
		versionId: currentVersionId ?? '',
		contentSha256: await shown(),
		isGiven: true,
		leaderId: leader.personId,
		leaderName: leader.name,
		signedOn: '2026-11-23',
		words: '',
		recordedBy: head.personId,
		postId: 'post',
		recordedAt: shell.now(),
	}
	await expect(shell.db.leaderConsent.create({ data: row })).rejects.toThrow()
})

test('a consent is to a text under its title: the same text under another title needs a new one', async () => {
	const { shell, org, leader, head, matterId, shown, order } = await asked()
	const contentSha256 = await shown()
	must(await giveConsent(shell, leader, order(), { password: PASSWORD, contentSha256 }))
	const { title } = await matterOf(shell, org, matterId)
	must(await uploadText(shell, org, matterId, `${DRAFT_TEXT}\n第九条　本办法由区农业农村局解释。`, title))
	must(await uploadText(shell, org, matterId, DRAFT_TEXT))
	const standing = async () => must(await readConsentPage(shell, head, matterId))
	expect(await shown()).toBe(contentSha256)
	expect((await standing()).state).toBe('given')
	const rename = async (name: string) => {
		const heading = { title: name, tracks: ['normative-document'], issuer: 'government' } as const
		must(await editMatter(shell, org.actors.drafter, order(), heading))
	}
	await rename(`${title}（修订）`)
	expect(await shown()).toBe(contentSha256)
	const page = await standing()
	expect(page.state).toBe('asked')
	expect(page.lines.map(({ isOnThisText }) => isOnThisText)).toEqual([false, false])
	await rename(title)
	expect((await standing()).state).toBe('given')
})

import { describe, expect, test } from 'vitest'
import { readableMatters } from '#app/db/matter-scopes.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { editMatter } from '#app/services/drafting/edit-matter.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import { withdrawRegistration } from '#app/services/register/end-registration.server.ts'
import { indexWhatIsDue } from '#app/services/search/index-what-is-due.server.ts'
import { MOST_HITS, searchEverything } from '#app/services/search/search-everything.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	openedMatter,
	orderOn,
	submittedMatter,
	uploadText,
} from '#tests/support/drafting-steps.ts'
import { mattersEverywhere } from '#tests/support/matters-everywhere.ts'
import { openedMeeting } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { PUBLISHED_TEXT, registered } from '#tests/support/register-steps.ts'
import { MUST_ITEM, PASSWORD, signedMatter } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

/** The ids of what somebody finds, of all kinds, once the index is current. */
async function idsFor(shell: TestShell, actor: Actor, asked: string): Promise<string[]> {
	await indexWhatIsDue(shell)
	const found = await searchEverything(shell, actor, asked)
	return found.flatMap(({ hits }) => hits.map((hit) => hit.id))
}

describe('what is found', () => {
	test('a matter by its name, its number, its text and its signed opinion, with the words around', async () => {
		const { shell, org } = await desk()
		const matterId = await signedMatter(shell, org, 'amend')
		const { caseNumber, opinions } = await matterOf(shell, org, matterId)
		for (const asked of [
			'农民认定',
			caseNumber ?? '',
			opinions[0]?.number ?? '',
			'培训证明',
			MUST_ITEM.problem,
		])
			expect(await idsFor(shell, org.actors.reviewer, asked), asked).toEqual([matterId])
		expect(await idsFor(shell, org.actors.reviewer, '畜牧养殖')).toEqual([])
		const [hits] = await searchEverything(shell, org.actors.reviewer, '培训证明')
		expect(hits?.hits[0]?.found).toEqual([
			{
				field: 'opinion',
				excerpt: { before: '据。 国办发〔2018〕37号 (一) 删去“和', word: '培训证明', after: '”。' },
			},
			{
				field: 'text',
				excerpt: {
					before: '定和服务。 第三条 申请认定的，应当提交申请表和',
					word: '培训证明',
					after: '。 第四条 本办法自印发之日起施行，有效期二年。',
				},
			},
		])
	})

	test('the present text of a matter and not the one before', async () => {
		const { shell, org } = await desk()
		const matterId = await openedMatter(shell, org)
		must(await uploadText(shell, org, matterId, DRAFT_TEXT))
		must(await uploadText(shell, org, matterId, DRAFT_TEXT.replace('培训证明', '结业证书')))
		expect(await idsFor(shell, org.actors.drafter, '结业证书')).toEqual([matterId])
		expect(await idsFor(shell, org.actors.drafter, '培训证明')).toEqual([])
	})

	test('a matter under its new name, whoever wrote it', async () => {
		const { shell, org } = await desk()
		const matterId = await openedMatter(shell, org)
		const { tracks, revision } = await matterOf(shell, org, matterId)
		const order = orderOn(shell, matterId, revision)
		const title = '青禾区乡村工匠评选办法'
		must(
			await editMatter(shell, org.actors.drafter, order, {
				title,
				tracks: tracks.map(({ track }) => track),
				issuer: 'government',
			}),
		)
		expect(await idsFor(shell, org.actors.drafter, '工匠')).toEqual([matterId])
		await shell.db.matter.updateMany({ where: { id: matterId }, data: { title: '青禾区果园管护办法' } })
		expect(await idsFor(shell, org.actors.drafter, '果园')).toEqual([matterId])
		expect(await idsFor(shell, org.actors.drafter, '工匠')).toEqual([])
	})

	test('no opinion that was revoked', async () => {
		const { shell, org } = await desk()
		const matterId = await signedMatter(shell, org, 'amend')
		expect(await idsFor(shell, org.actors.reviewer, MUST_ITEM.problem)).toEqual([matterId])
		const given = { reason: '文号有误。', password: PASSWORD }
		must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), given))
		expect(await idsFor(shell, org.actors.reviewer, MUST_ITEM.problem)).toEqual([])
	})

	test('words that all stand somewhere in it, half or full width, per cent as a letter', async () => {
		const { shell, org } = await desk()
		const matterId = await openedMatter(shell, org)
		must(await uploadText(shell, org, matterId, DRAFT_TEXT.replace('培训证明', 'ＰＭ２．５降幅３０％的证明')))
		for (const asked of ['pm2.5 有效期', '30%', '降幅30%的'])
			expect(await idsFor(shell, org.actors.drafter, asked), asked).toEqual([matterId])
		for (const asked of ['pm2.5 养殖', '3%', '__', '%%'])
			expect(await idsFor(shell, org.actors.drafter, asked), asked).toEqual([])
	})

	test('a document of the register until its registration is withdrawn, and a meeting', async () => {
		const { shell, org } = await desk()
		const documentId = await registered(shell, org)
		const meetingId = await openedMeeting(shell, org)
		expect(await idsFor(shell, org.actors.drafter, '青政规〔2024〕5号')).toEqual([documentId])
		expect(await idsFor(shell, org.actors.drafter, PUBLISHED_TEXT.slice(-8))).toEqual([documentId])
		const { title } = await shell.db.meeting.findFirstOrThrow({ where: { id: meetingId } })
		expect(await idsFor(shell, org.actors.secretary, title)).toEqual([meetingId])
		expect(await idsFor(shell, org.actors.drafter, title)).toEqual([])
		const order = { documentId, key: shell.newId() }
		must(await withdrawRegistration(shell, org.actors.secretary, order, { reason: '录错。' }))
		expect(await idsFor(shell, org.actors.drafter, '青政规〔2024〕5号')).toEqual([])
	})
})

test('everybody finds exactly what they may see, the newest where it is more than a list holds', async () => {
	const { shell, org } = await desk()
	const matters = new Set(await mattersEverywhere(shell, org))
	for (const actor of Object.values(org.actors)) {
		const seen = await shell.db.matter.findMany({ where: readableMatters(actor), select: { id: true } })
		const found = (await idsFor(shell, actor, '高素质农民')).filter((id) => matters.has(id))
		const newest = seen
			.map(({ id }) => id)
			.toSorted()
			.toReversed()
		expect(found, actor.name).toEqual(newest.slice(0, MOST_HITS))
	}
})

test('every run of two letters of a draft is found by who may read it and by no other', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	const letters = [...DRAFT_TEXT.replaceAll(/\s/gu, '')]
	for (const [at, letter] of letters.slice(0, -1).entries()) {
		const asked = `${letter}${letters[at + 1]}`
		expect(await idsFor(shell, org.actors.reviewer, asked), asked).toEqual([matterId])
		expect(await idsFor(shell, org.actors.otherDrafter, asked), asked).toEqual([])
	}
})

test('more than a list holds is said, and the newest are listed', async () => {
	const { shell, org } = await desk()
	const ids = await openedMatters(shell, org, MOST_HITS + 2)
	await indexWhatIsDue(shell)
	const [hits] = await searchEverything(shell, org.actors.drafter, '农民')
	expect(hits?.hasMore).toBe(true)
	expect(hits?.hits.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, MOST_HITS))
})

test('nothing is asked, nothing is found', async () => {
	const { shell, org } = await desk()
	await openedMatter(shell, org)
	expect(await idsFor(shell, org.actors.drafter, ' 　 ')).toEqual([])
})

async function openedMatters(shell: TestShell, org: SampleOrganisation, count: number): Promise<string[]> {
	const ids: string[] = []
	for (let at = 0; at < count; at += 1) ids.push(await openedMatter(shell, org))
	return ids
}

import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import { permit } from '#app/domain/permission/permit.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { decideWaiver } from '#app/services/waiver/decide-waiver.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { readDraftPage } from '#app/services/drafting/read-draft-page.server.ts'
import { readIntakePage } from '#app/services/intake/read-intake-page.server.ts'
import { readWaiverPage } from '#app/services/waiver/read-waiver-page.server.ts'
import { requestWaiver } from '#app/services/waiver/request-waiver.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'
import { submitSupplement } from '#app/services/materials/submit-supplement.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	readyMatter,
	submittedMatter,
	unseenMatter,
	uploadedText,
} from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { replyToAll, signedMatter } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const UNSEEN_TEXT = DRAFT_TEXT.replace('培训', '培\u202E训')
const REASON = '所涉文字的连写需要。'

async function openDistrict() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

function answer(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	decision: 'granted' | 'declined',
) {
	return decideWaiver(shell, org.actors.registrar, orderOn(shell, matterId), {
		decision,
		reason: '逐处看过。',
	})
}

test('a text with an invisible character is refused at every submission, by code point and place', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await unseenMatter(shell, org, false)
	const refused = await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId))
	const words = '的，应当提交申请〔U+200B〕表和培训证明。'
	const characters = [{ codePoint: 'U+200B', line: 4, place: '第三条', count: 1, words }]
	expect(refused).toMatchObject({
		ok: false,
		reason: { code: 'transition-refused', unmet: ['characters-are-seen'], characters },
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'submission.prepared',
		outcome: 'refused',
	})
	expect(must(await readDraftPage(shell, org.actors.drafter, matterId)).current).toMatchObject({
		isSubmittable: false,
		unseen: { characters, standing: 'blocks' },
	})
})

test('once the head was asked, a text that got an invisible character since is not signed either', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await readyMatter(shell, org)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	await uploadedText(shell, org, matterId, UNSEEN_TEXT)
	expect(await submitMatter(shell, org.actors.head, orderOn(shell, matterId))).toMatchObject({
		reason: { unmet: ['characters-are-seen', 'head-was-asked'], characters: [{ codePoint: 'U+202E' }] },
	})
})

test('removing the character is enough; nobody has to be asked', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await unseenMatter(shell, org, false)
	await uploadedText(shell, org, matterId, DRAFT_TEXT)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	expect(await requestWaiver(shell, org.actors.drafter, orderOn(shell, matterId), REASON)).toMatchObject({
		reason: { unmet: ['characters-are-unseen'] },
	})
})

test('the intake is asked, may read the matter from then on, and lets the characters stand by name', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await unseenMatter(shell, org, false)
	const maySee = async () =>
		permit(org.actors.registrar, 'matter.read', subjectOf(await matterOf(shell, org, matterId))).ok
	expect(await maySee()).toBe(false)
	expect(await answer(shell, org, matterId, 'granted')).toMatchObject({ reason: { code: 'not-found' } })
	must(await requestWaiver(shell, org.actors.drafter, orderOn(shell, matterId), REASON))
	expect(await maySee()).toBe(true)
	expect(await noticesOf(shell, org.actors.registrar)).toEqual(['waiver.requested'])
	const open = must(await readWaiverPage(shell, org.actors.registrar, matterId))
	expect(open.possible).toEqual(['waiver.granted', 'waiver.declined'])
	expect(open.characters).toMatchObject([{ codePoint: 'U+200B', place: '第三条' }])

	must(await answer(shell, org, matterId, 'granted'))
	const version = (await matterOf(shell, org, matterId)).currentVersion
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'waiver.granted',
		outcome: 'done',
		detail: { contentSha256: version?.contentSha256, words: '逐处看过。' },
	})
	expect(await noticesOf(shell, org.actors.drafter)).toContain('waiver.granted')
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	must(await submitMatter(shell, org.actors.head, orderOn(shell, matterId)))
	const intake = must(await readIntakePage(shell, org.actors.registrar, matterId))
	expect(intake.waivers).toMatchObject([
		{ reason: REASON, answer: { decision: 'granted', decidedBy: org.actors.registrar.name } },
	])
})

test('a waiver holds for one text: with another, be it one character away, it is gone', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await unseenMatter(shell, org)
	must(await answer(shell, org, matterId, 'granted'))
	await uploadedText(shell, org, matterId, UNSEEN_TEXT)
	expect(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId))).toMatchObject({
		reason: { unmet: ['characters-are-seen'] },
	})
	expect(must(await readWaiverPage(shell, org.actors.registrar, matterId)).lines).toEqual([])
})

test('an answer to a text that was replaced meanwhile is refused', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await unseenMatter(shell, org)
	await uploadedText(shell, org, matterId, UNSEEN_TEXT)
	expect(await answer(shell, org, matterId, 'granted')).toMatchObject({
		reason: { unmet: ['waiver-is-open'] },
	})
})

test('declined characters keep the text back; the drafter may ask once more with a better reason', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await unseenMatter(shell, org)
	const again = () => requestWaiver(shell, org.actors.drafter, orderOn(shell, matterId), '附说明。')
	expect(await again()).toMatchObject({ reason: { unmet: ['waiver-is-not-open'] } })
	must(await answer(shell, org, matterId, 'declined'))
	expect(await answer(shell, org, matterId, 'granted')).toMatchObject({
		reason: { unmet: ['waiver-is-open'] },
	})
	expect(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId))).toMatchObject({
		reason: { unmet: ['characters-are-seen'] },
	})
	must(await again())
	must(await answer(shell, org, matterId, 'granted'))
	expect(must(await readWaiverPage(shell, org.actors.drafter, matterId)).lines).toMatchObject([
		{ answer: { decision: 'declined' } },
		{ answer: { decision: 'granted' } },
	])
})

test('nobody lets stand what they drafted themselves', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await unseenMatter(shell, org)
	const { registrar, drafter } = org.actors
	await byAnAct(shell, (tx) =>
		tx.matter.updateMany({ where: { id: matterId }, data: { drafterId: registrar.personId } }),
	)
	expect(await answer(shell, org, matterId, 'granted')).toMatchObject({
		reason: { code: 'not-separate', other: 'drafter' },
	})
	expect(
		await decideWaiver(shell, drafter, orderOn(shell, matterId), { decision: 'granted', reason: '好。' }),
	).toMatchObject({ reason: { code: 'not-permitted', act: 'waiver.granted' } })
})

test.each(['', '   '])('a request or an answer without a reason (%j) is none', async (reason) => {
	const { shell, org } = await openDistrict()
	const matterId = await unseenMatter(shell, org, false)
	expect(await requestWaiver(shell, org.actors.drafter, orderOn(shell, matterId), reason)).toMatchObject({
		reason: { code: 'unfitting', field: 'reason', problem: 'missing' },
	})
	must(await requestWaiver(shell, org.actors.drafter, orderOn(shell, matterId), REASON))
	expect(
		await decideWaiver(shell, org.actors.registrar, orderOn(shell, matterId), {
			decision: 'granted',
			reason,
		}),
	).toMatchObject({ reason: { code: 'unfitting', field: 'reason', problem: 'missing' } })
})

test('request and answer are append-only, and bound to the version’s own hash, whoever writes to the database', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await unseenMatter(shell, org)
	must(await answer(shell, org, matterId, 'declined'))
	const statements = [
		`update waiver_decision set decision = 'granted'`,
		'delete from waiver_decision',
		`update waiver_request set content_sha256 = '${'f'.repeat(64)}'`,
		'delete from waiver_request',
		`insert into waiver_request select jurisdiction_id, 'w2', matter_id, version_id, '${'f'.repeat(64)}', characters, reason, requested_by, post_id, requested_at from waiver_request`,
	]
	for (const statement of statements)
		await expect(shell.db.$executeRawUnsafe(statement), statement).rejects.toThrow()
	expect(await shell.db.waiverDecision.findMany({ select: { decision: true } })).toEqual([
		{ decision: 'declined' },
	])
})

test('a supplement and a revision with invisible characters are refused as well', async () => {
	const { shell, org } = await openDistrict()
	const supplementing = await submittedMatter(shell, org)
	const list = [{ what: '请补充起草说明。', reason: '缺少制定依据。' }]
	must(await requestSupplement(shell, org.actors.registrar, orderOn(shell, supplementing), list))
	const amended = await signedMatter(shell, org, 'amend')
	await uploadedText(shell, org, supplementing, UNSEEN_TEXT)
	expect(await submitSupplement(shell, org.actors.drafter, orderOn(shell, supplementing))).toMatchObject({
		reason: { unmet: expect.arrayContaining(['characters-are-seen']) as unknown },
	})
	await uploadedText(shell, org, amended, UNSEEN_TEXT)
	const refused = await submitRevision(shell, org.actors.drafter, orderOn(shell, amended))
	expect(refused).toMatchObject({
		reason: { unmet: expect.arrayContaining(['characters-are-seen']) as unknown },
	})
	must(await requestWaiver(shell, org.actors.drafter, orderOn(shell, amended), REASON))
	must(await answer(shell, org, amended, 'granted'))
	await replyToAll(shell, org, amended)
	must(await submitRevision(shell, org.actors.drafter, orderOn(shell, amended)))
})

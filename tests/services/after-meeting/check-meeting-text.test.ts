import { expect, test } from 'vitest'
import { checkMeetingText, refuseMeetingText } from '#app/services/after-meeting/check-meeting-text.server.ts'
import { readAfterMeetingPage } from '#app/services/after-meeting/read-after-meeting-page.server.ts'
import { submitMeetingText } from '#app/services/after-meeting/submit-meeting-text.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import {
	AMENDED_TEXT,
	amendText,
	amendingMatter,
	confirm,
	find,
	foundMatter,
	handIn,
	handedInMatter,
} from '#tests/support/after-meeting-steps.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { withPost } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

const WHOLE = { around: '1', kind: null, nature: null, mark: null, part: null, at: null } as const

test('L4 原则通过 is the drafter’s turn, then the reviewer’s within two working days, then the signing officer’s', async () => {
	const { shell, org } = await desk()
	const { drafter, reviewer, signer } = org.actors
	const waitsFor = async (actor: typeof drafter) =>
		(await readWorklist(shell, actor, null)).items.map((item) => [item.matterId, item.turn.act])
	const matterId = await amendingMatter(shell, org)
	expect(await waitsFor(drafter)).toContainEqual([matterId, 'meeting-text.submitted'])
	await amendText(shell, org, matterId)
	must(await handIn(shell, org, matterId))
	expect(await noticesOf(shell, reviewer)).toContain('meeting-text.submitted')
	expect(await waitsFor(reviewer)).toContainEqual([matterId, 'meeting-text.checked'])
	const { deadlines } = await matterOf(shell, org, matterId)
	// Monday 2026-11-23, the day of handing in not counted.
	expect(deadlines.filter(({ endedAt }) => endedAt === null)).toMatchObject([
		{ kind: 'post-check', startsOn: '2026-11-23', periodDays: 2, dueOn: '2026-11-25' },
	])
	must(await find(shell, org, matterId))
	expect(await waitsFor(signer)).toContainEqual([matterId, 'meeting-text.confirmed'])
	must(await confirm(shell, matterId, signer))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'issuing', awaitingSignature: false, dueOn: null })
	expect(matter.deadlines.every(({ endedAt }) => endedAt !== null)).toBe(true)
})

test('L4 the signed check is a record of exactly this text, with a signature by the key outside the database', async () => {
	const { shell, org } = await desk()
	const matterId = await foundMatter(shell, org)
	must(await confirm(shell, matterId, org.actors.signer))
	const matter = await matterOf(shell, org, matterId)
	const [row] = await shell.db.meetingCheckDecision.findMany({ where: { matterId } })
	if (!row) throw new Error('no decision was kept')
	const { jurisdictionId, checkId, versionId, contentSha256, reviewerId, decidedBy, postId } = row
	expect(contentSha256).toBe(matter.currentVersion?.contentSha256)
	const signed = {
		...{ jurisdictionId, checkId, matterId, versionId, contentSha256, reviewerId, decidedBy, postId },
		decidedAt: row.decidedAt.toISOString(),
		keyId: row.keyId ?? '',
	}
	expect(shell.clearanceKey.verifyCheck(signed, row.signature ?? '')).toBe(true)
	const other = { ...signed, contentSha256: 'f'.repeat(64) }
	expect(shell.clearanceKey.verifyCheck(other, row.signature ?? '')).toBe(false)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'meeting-text.confirmed',
		detail: { check: checkId, contentSha256 },
	})
})

test('the text that lay before the meeting cannot be handed in again as the changed one', async () => {
	const { shell, org } = await desk()
	const matterId = await amendingMatter(shell, org)
	expect(await handIn(shell, org, matterId)).toMatchObject({
		ok: false,
		reason: { code: 'transition-refused', unmet: ['text-changed-since-meeting'] },
	})
	await amendText(shell, org, matterId)
	const wordless = await submitMeetingText(shell, org.actors.drafter, orderOn(shell, matterId), ' ')
	expect(wordless).toMatchObject({ ok: false, reason: { code: 'unfitting', field: 'words' } })
})

test('what was not done fully goes back to the drafter, who hands in another text', async () => {
	const { shell, org } = await desk()
	const matterId = await handedInMatter(shell, org)
	must(await find(shell, org, matterId, 'sent-back'))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'amending' })
	expect(await noticesOf(shell, org.actors.drafter)).toContain('meeting-text.sent-back')
	await amendText(shell, org, matterId, `${AMENDED_TEXT}\n第六条　本办法由区农业农村局解释。`)
	must(await handIn(shell, org, matterId))
	must(await find(shell, org, matterId))
	must(await refuseMeetingText(shell, org.actors.signer, orderOn(shell, matterId), '第六条不是会议意见。'))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'amending', awaitingSignature: false })
	const page = must(await readAfterMeetingPage(shell, org.actors.drafter, matterId, WHOLE))
	expect(page.handedIn.map(({ check, decision }) => [check?.result, decision?.isSigned])).toEqual([
		['as-decided', false],
		['sent-back', undefined],
	])
	expect(page.handedIn[0]?.decision?.words).toBe('第六条不是会议意见。')
	expect(page.comparison?.reading).toBeDefined()
})

test('what goes beyond the meeting’s words is a new round, and no text may be issued', async () => {
	const { shell, org } = await desk()
	const matterId = await handedInMatter(shell, org)
	must(await find(shell, org, matterId, 'new-round'))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'revising', round: 2, live: null })
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'meeting-text.reopened',
		detail: { round: 2 },
	})
})

test('who checked does not sign, and a wrong password signs nothing', async () => {
	const { shell, org } = await desk()
	const matterId = await foundMatter(shell, org)
	expect(await confirm(shell, matterId, org.actors.signer, 'another-password')).toMatchObject({
		ok: false,
		reason: { code: 'wrong-password' },
	})
	const both = await withPost(shell, org.actors.reviewer, 'signing-officer')
	expect(await confirm(shell, matterId, both)).toMatchObject({ ok: false, reason: { code: 'not-separate' } })
	expect(await shell.db.meetingCheckDecision.count()).toBe(0)
})

test('nobody but the assigned reviewer checks', async () => {
	const { shell, org } = await desk()
	const matterId = await handedInMatter(shell, org)
	for (const actor of [org.actors.otherReviewer, org.actors.drafter, org.actors.secretary])
		expect(await find(shell, org, matterId, 'as-decided', actor)).toMatchObject({
			ok: false,
			reason: { code: 'not-permitted' },
		})
	const empty = await checkMeetingText(shell, org.actors.reviewer, orderOn(shell, matterId), {
		result: 'as-decided',
		words: '',
	})
	expect(empty).toMatchObject({ ok: false, reason: { code: 'unfitting', field: 'words' } })
})

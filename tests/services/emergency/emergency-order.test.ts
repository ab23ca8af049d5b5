import { expect, test } from 'vitest'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import { orderStandingOf } from '#app/domain/matter-record/order-standing.ts'
import { editMatter } from '#app/services/drafting/edit-matter.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import { emergencyFacts } from '#app/domain/matter/emergency-order.ts'
import { askOrder } from '#app/services/emergency/ask-order.server.ts'
import { readOrderPage } from '#app/services/emergency/read-order-page.server.ts'
import { concludeOrder, fileOrder, revokeOrder } from '#app/services/emergency/settle-order.server.ts'
import { amendOrder, declineOrder, signOrder } from '#app/services/emergency/sign-order.server.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { assignCounsel, assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { checkOpinion, sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { sweepReminders } from '#app/services/reminders/sweep-reminders.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { withdrawMatter } from '#app/services/submission/withdraw-matter.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { matterOf, must, orderOn, readyMatter, textFile } from '#tests/support/drafting-steps.ts'
import { EMERGENCY_WORDS, orderAskedMatter, orderedMatter } from '#tests/support/emergency-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import {
	MUST_ITEM,
	PASSWORD,
	bodyFor,
	counselSays,
	givePassword,
	hasNoInterest,
	saveBody,
	withPost,
} from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	for (const name of ['leader', 'head', 'signer'] as const) await givePassword(shell, org.actors[name])
	return { shell, org, ...org.actors }
}

const reasonsOf = async (shell: TestShell, actor: Actor) =>
	(await readWorklist(shell, actor, null)).items.map(({ turn }) => turn.reason)

const hashOf = async (shell: TestShell, org: SampleOrganisation, matterId: string) =>
	(await matterOf(shell, org, matterId)).currentVersion?.contentSha256 ?? ''

/** 补审: the matter goes through its ordinary review, and its opinion is signed with this conclusion. */
async function afterReview(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	conclusion: Conclusion,
): Promise<void> {
	const { drafter, head, registrar, lead, reviewer, counsel, checker, signer } = org.actors
	must(await prepareSubmission(shell, drafter, orderOn(shell, matterId)))
	must(await submitMatter(shell, head, orderOn(shell, matterId)))
	must(await acceptMatter(shell, registrar, orderOn(shell, matterId)))
	must(await assignReviewer(shell, lead, orderOn(shell, matterId), reviewer.personId))
	must(await assignCounsel(shell, lead, orderOn(shell, matterId), counsel.personId))
	await hasNoInterest(shell, counsel, matterId)
	must(await counselSays(shell, org, matterId))
	const items = conclusion === 'lawful' ? [] : [{ ...MUST_ITEM, points: ['decision-content'] }]
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, conclusion, items)))
	must(await sendOpinion(shell, reviewer, orderOn(shell, matterId)))
	must(await checkOpinion(shell, checker, orderOn(shell, matterId)))
	must(await signOpinion(shell, signer, orderOn(shell, matterId), { password: PASSWORD }))
}

test('a leader orders exactly the text that was shown into effect, by their own hand, and it clears nothing', async () => {
	const { shell, org, leader, drafter } = await desk()
	const matterId = await orderAskedMatter(shell, org)
	const contentSha256 = await hashOf(shell, org, matterId)
	const given = { password: PASSWORD, contentSha256 }
	const order = () => orderOn(shell, matterId)
	expect(await reasonsOf(shell, leader)).toEqual(['order-asked'])
	expect(await signOrder(shell, leader, order(), { ...given, contentSha256: 'f'.repeat(64) })).toEqual({
		ok: false,
		reason: { code: 'stale-page', changes: [] },
	})
	expect(await signOrder(shell, leader, order(), { ...given, password: 'wrong' })).toMatchObject({
		ok: false,
		reason: { code: 'wrong-password' },
	})
	must(await signOrder(shell, leader, order(), given))
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'emergency.ordered',
		actorId: leader.personId,
		detail: { contentSha256, ...EMERGENCY_WORDS },
	})
	expect(await shell.db.clearance.count()).toBe(0)
	expect(await shell.db.clearanceLive.count()).toBe(0)
	const page = must(await readMatterPage(shell, drafter, matterId))
	expect(page.heading).toMatchObject({ state: 'draft', order: { state: 'ordered' } })
	expect(page.rules.find(({ id }) => id === 'H1')).toMatchObject({ status: 'unmet', fact: 'no-clearance' })
	expect(await noticesOf(shell, drafter)).toContain('emergency.ordered')
})

test('nobody signs for the leader who was asked, and another leader does not see the draft', async () => {
	const { shell, org, head, checker, leader } = await desk()
	const matterId = await orderAskedMatter(shell, org)
	await givePassword(shell, checker)
	const other = await withPost(shell, checker, 'leader')
	const only = { ...other, posts: other.posts.filter(({ role }) => role === 'leader') }
	const given = { password: PASSWORD, contentSha256: await hashOf(shell, org, matterId) }
	expect(await signOrder(shell, head, orderOn(shell, matterId), given)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	expect(await signOrder(shell, only, orderOn(shell, matterId), given)).toMatchObject({
		reason: { code: 'not-found' },
	})
	expect((await readOrderPage(shell, only, matterId)).ok).toBe(false)
	must(await declineOrder(shell, leader, orderOn(shell, matterId), '可以等审查。'))
	expect(must(await readOrderPage(shell, head, matterId)).possible).toContain('emergency.asked')
})

test('only a decision is ordered into effect, never a normative document', async () => {
	const { shell, org, head, leader } = await desk()
	const matterId = await readyMatter(shell, org, ['normative-document'])
	const asked = { leaderId: leader.personId, ...EMERGENCY_WORDS }
	expect(await askOrder(shell, head, orderOn(shell, matterId), asked)).toMatchObject({
		ok: false,
		reason: { unmet: ['is-a-decision'] },
	})
})

test('the review after it and the filing are owed with their days, and those who owe them are reminded', async () => {
	const { shell, org, drafter, head } = await desk()
	const matterId = await orderedMatter(shell, org)
	const matter = await matterOf(shell, org, matterId)
	const owed = matter.deadlines.map(({ kind, periodDays, endedAt }) => [kind, periodDays, endedAt])
	expect(owed).toEqual([
		['after-review', 10, null],
		['order-filing', 10, null],
	])
	expect(matter.dueOn).toBe(matter.deadlines[0]?.dueOn)
	expect(await reasonsOf(shell, drafter)).toEqual(['after-review-owed'])
	const withdrawn = { reasonCode: 'no-longer-needed', words: '不再需要。' }
	expect(await withdrawMatter(shell, head, orderOn(shell, matterId), withdrawn)).toMatchObject({
		reason: { unmet: ['order-is-settled'] },
	})
	const upload = {
		main: { kind: 'file' as const, file: textFile('另一份决定。') },
		annexes: [],
		keptAnnexes: [],
		typedTitle: null,
	}
	expect(await uploadVersion(shell, drafter, orderOn(shell, matterId), upload)).toMatchObject({
		reason: { unmet: ['ordered-text-is-reviewed'] },
	})
	const due = matter.dueOn ?? ''
	const late = { ...shell, now: () => new Date(`${due}T04:00:00Z`) }
	expect(await sweepReminders(late)).toBe(2)
	expect(await noticesOf(shell, drafter)).toContain('reminder.due')
})

test('found lawful and filed it is concluded; before both it is not', async () => {
	const { shell, org, drafter, head, leader } = await desk()
	const matterId = await orderedMatter(shell, org)
	await afterReview(shell, org, matterId, 'lawful')
	const reviewed = await matterOf(shell, org, matterId)
	expect(reviewed.deadlines.find(({ kind }) => kind === 'after-review')?.endedAt).not.toBeNull()
	expect(reviewed.deadlines.find(({ kind }) => kind === 'order-filing')?.endedAt).toBeNull()
	expect(orderStandingOf(reviewed)?.state).toBe('reviewed')
	const paper = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind: 'opinion', matterId } })
	expect(paper.content).toContain('本意见为补审意见')
	expect(await concludeOrder(shell, head, orderOn(shell, matterId), '已处置。')).toMatchObject({
		reason: { unmet: ['order-is-filed'] },
	})
	expect(await reasonsOf(shell, drafter)).toEqual(['order-to-be-filed'])
	const filing = { receivedOn: plainDateIn(shell.now()), receipt: '青人备〔2026〕8号' }
	const early = { ...filing, receivedOn: '2099-01-01' }
	expect(await fileOrder(shell, drafter, orderOn(shell, matterId), early)).toMatchObject({
		reason: { field: 'receivedOn', problem: 'in-the-future' },
	})
	must(await fileOrder(shell, drafter, orderOn(shell, matterId), filing))
	expect(await reasonsOf(shell, head)).toEqual(['order-to-be-concluded'])
	must(await concludeOrder(shell, head, orderOn(shell, matterId), '已处置完毕。'))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'concluded', live: null, dueOn: null })
	for (const actor of [drafter, head, leader]) expect(await reasonsOf(shell, actor)).toEqual([])
})

test('found unlawful it is the leader’s to revoke, and stays on record', async () => {
	const { shell, org, leader, head } = await desk()
	const matterId = await orderedMatter(shell, org)
	await afterReview(shell, org, matterId, 'unlawful')
	expect(await reasonsOf(shell, leader)).toEqual(['order-to-be-revoked'])
	expect(must(await readOrderPage(shell, leader, matterId)).standing?.state).toBe('unlawful')
	const given = { words: '补审认为不合法。', password: PASSWORD }
	expect(await revokeOrder(shell, head, orderOn(shell, matterId), given)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	must(await revokeOrder(shell, leader, orderOn(shell, matterId), given))
	expect(await reasonsOf(shell, leader)).toEqual([])
	expect(must(await readOrderPage(shell, leader, matterId)).lines.map(({ step }) => step)).toEqual([
		'asked',
		'signed',
		'revoked',
	])
	expect(
		await amendOrder(shell, leader, orderOn(shell, matterId), { ...given, contentSha256: '' }),
	).toMatchObject({ ok: false })
})

test('while an order stands, its matter stays a decision of the same issuer, and keeps its title until the review after it has spoken', async () => {
	const { shell, org, drafter, leader } = await desk()
	const matterId = await orderedMatter(shell, org)
	const { title } = await matterOf(shell, org, matterId)
	const edit = (changed: { title?: string; tracks?: readonly string[]; issuer?: Issuer }) =>
		editMatter(shell, drafter, orderOn(shell, matterId), {
			...{ title, tracks: ['government-decision'], issuer: 'government' },
			...changed,
		})
	const refused = { ok: false, reason: { code: 'unfitting', problem: 'order-stands' } }
	for (const tracks of [
		['normative-document'],
		['other-document'],
		['government-decision', 'other-document'],
	])
		expect(await edit({ tracks }), tracks.join()).toMatchObject(refused)
	expect(await edit({ title: `${title}（二）` })).toMatchObject(refused)
	expect(await edit({ tracks: ['department-decision'], issuer: 'own-organ' })).toMatchObject(refused)
	must(await edit({}))
	const revoked = { words: '险情已经解除。', password: PASSWORD }
	must(await revokeOrder(shell, leader, orderOn(shell, matterId), revoked))
	must(await edit({ tracks: ['other-document'], title: `${title}（二）` }))
})

test('an order is on a text under the title that it had: under another title it is of another text', async () => {
	const { shell, org } = await desk()
	const matterId = await orderedMatter(shell, org)
	const matter = await matterOf(shell, org, matterId)
	expect(emergencyFacts(matter)).toMatchObject({ order: 'in-force', isOrderedText: true })
	expect(emergencyFacts({ ...matter, title: `${matter.title}（二）` })).toMatchObject({
		order: 'in-force',
		isOrderedText: false,
	})
})

test('the page says what comes next, to everybody who may read it: before, while and after an order is asked for', async () => {
	const { shell, org, head, leader, drafter } = await desk()
	const next = async (matterId: string, actor: Actor) =>
		must(await readOrderPage(shell, actor, matterId)).next
	const decision = await readyMatter(shell, org, ['government-decision'])
	for (const reader of [head, drafter]) expect(await next(decision, reader)).toBe('ask')
	expect(await next(await readyMatter(shell, org), head)).toBe('cannot')
	const asked = await orderAskedMatter(shell, org)
	for (const reader of [head, leader]) expect(await next(asked, reader)).toBe('sign')
	expect(await next(await orderedMatter(shell, org), head)).toBe('review')
})

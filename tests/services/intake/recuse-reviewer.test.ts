import { expect, test } from 'vitest'
import { evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { loadDossier } from '#app/db/load-dossier.server.ts'
import { assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import {
	decideRecusal,
	readRecusalPage,
	requestRecusal,
} from '#app/services/intake/recuse-reviewer.server.ts'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { readMatters } from '#app/services/matter/read-matters.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { bodyFor, reviewingMatter, saveBody, withPost } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const GROUND = '与起草单位负责人系近亲属。'

async function askedMatter() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await requestRecusal(shell, org.actors.reviewer, orderOn(shell, matterId), GROUND))
	const decide = (isGranted: boolean, actor = org.actors.lead) =>
		decideRecusal(shell, actor, orderOn(shell, matterId), { isGranted, words: '情况属实。' })
	const gate = async () => {
		const matter = await matterOf(shell, org, matterId)
		const dossier = await loadDossier(shell.db, shell.clearanceKey.verify, matter, shell.now())
		return evaluateGate(dossier).rules.find((rule) => rule.id === 'H10')
	}
	return { shell, org, matterId, decide, gate }
}

test('a request is the lead’s turn, is in the trail with its ground, and tells the lead', async () => {
	const { shell, org, matterId } = await askedMatter()
	const { items } = await readWorklist(shell, org.actors.lead, null)
	expect(items.find((item) => item.matterId === matterId)?.turn).toMatchObject({
		act: 'recusal.decided',
		reason: 'recusal-asked',
		path: `/matters/${matterId}/recusal`,
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'recusal.requested',
		outcome: 'done',
	})
	expect(await noticesOf(shell, org.actors.lead)).toContain('recusal.requested')
})

test('an open request closes the gate, and nothing is sent for signature; nobody else is assigned meanwhile', async () => {
	const { shell, org, matterId, gate } = await askedMatter()
	expect(await gate()).toMatchObject({ status: 'unmet', fact: 'recusal-open', figures: { recusals: 1 } })
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	expect(await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId))).toMatchObject({
		reason: { unmet: expect.arrayContaining(['recusal-is-not-open']) as unknown },
	})
	const { otherReviewer } = org.actors
	expect(
		await assignReviewer(shell, org.actors.lead, orderOn(shell, matterId), otherReviewer.personId),
	).toMatchObject({ reason: { unmet: ['recusal-is-not-open'] } })
	expect(await requestRecusal(shell, org.actors.reviewer, orderOn(shell, matterId), GROUND)).toMatchObject({
		reason: { unmet: ['recusal-is-not-open'] },
	})
})

test('[9] granted, the assignment and the sight of the matter end, and the lead has to assign somebody else', async () => {
	const { shell, org, matterId, decide, gate } = await askedMatter()
	const { reviewer, otherReviewer, lead } = org.actors
	must(await decide(true))
	expect(await readMatterPage(shell, reviewer, matterId)).toMatchObject({ reason: { code: 'not-found' } })
	const seen = await readMatters(
		shell,
		reviewer,
		{ state: null, track: null, organId: null, words: '' },
		null,
	)
	expect(JSON.stringify(seen)).not.toContain(matterId)
	expect((await gate())?.fact).not.toBe('recusal-open')
	const { items } = await readWorklist(shell, lead, null)
	expect(items.find((item) => item.matterId === matterId)?.turn).toMatchObject({
		act: 'reviewer.assigned',
		reason: 'reviewer-stepped-back',
	})
	expect(await assignReviewer(shell, lead, orderOn(shell, matterId), reviewer.personId)).toMatchObject({
		reason: { problem: 'not-in-role' },
	})
	must(await assignReviewer(shell, lead, orderOn(shell, matterId), otherReviewer.personId))
	const worklist = await readWorklist(shell, otherReviewer, null)
	expect(worklist.items.find((item) => item.matterId === matterId)?.turn.reason).toBe('in-review')
})

test('declined with a reason, the reviewer goes on and is told', async () => {
	const { shell, org, matterId, decide, gate } = await askedMatter()
	must(await decide(false))
	const page = must(await readRecusalPage(shell, org.actors.reviewer, matterId))
	expect(page).toMatchObject({
		mayAsk: true,
		mayDecide: false,
		lines: [{ ground: GROUND, answer: { isGranted: false, reason: '情况属实。' } }],
	})
	expect((await gate())?.fact).not.toBe('recusal-open')
	expect(await noticesOf(shell, org.actors.reviewer)).toContain('recusal.decided')
	expect(await decide(true)).toMatchObject({ reason: { unmet: ['recusal-is-open'] } })
})

test('only the assigned reviewer asks, only the lead decides, and nobody on their own request', async () => {
	const { shell, org, matterId, decide } = await askedMatter()
	const { otherReviewer, signer, reviewer } = org.actors
	expect(await requestRecusal(shell, otherReviewer, orderOn(shell, matterId), GROUND)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	expect(await decide(true, signer)).toMatchObject({ reason: { code: 'not-permitted' } })
	expect(await decide(true, await withPost(shell, reviewer, 'review-lead'))).toMatchObject({
		reason: { code: 'not-permitted' },
	})
})

test('request and decision are append-only, whoever writes to the database', async () => {
	const { shell, decide } = await askedMatter()
	must(await decide(false))
	for (const statement of [
		`update recusal_request set ground = 'x'`,
		'delete from recusal_request',
		'update recusal_decision set is_granted = true',
		'delete from recusal_decision',
	])
		await expect(shell.db.$executeRawUnsafe(statement), statement).rejects.toThrow()
	expect(await shell.db.recusalDecision.findMany({ select: { isGranted: true } })).toEqual([
		{ isGranted: false },
	])
})

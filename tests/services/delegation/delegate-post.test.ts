import { expect, test } from 'vitest'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { openEntry } from '#app/domain/act/trail-entry.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { findSession } from '#app/services/account/find-session.server.ts'
import { closeMeeting, recordAttendance } from '#app/services/meeting/hold-meeting.server.ts'
import { checkOpinion, sendOpinionBack } from '#app/services/opinion/send-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import {
	decideDelegation,
	requestDelegation,
	withdrawDelegation,
} from '#app/services/delegation/delegate-post.server.ts'
import { readDelegationTasks, readDelegations } from '#app/services/delegation/read-delegations.server.ts'
import { readMatterTrail } from '#app/services/trail/read-matter-trail.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import {
	heldMeeting,
	list,
	clearedProposal,
	PRESENT,
	openedMeeting,
	orderAt,
	record,
} from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, givePassword, sentMatter, withPost } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const DAYS = { startsOn: '2026-11-23', endsOn: '2026-11-25' } as const

/** The same person as the next page sees them: with the posts and the delegations of this moment. */
async function signedIn(shell: TestShell, { jurisdictionId, accountId }: Actor): Promise<Actor> {
	const id = shell.newId()
	const at = { createdAt: shell.now(), lastSeenAt: shell.now() }
	await shell.db.session.create({
		data: { id, jurisdictionId, accountId, ...at, address: '127.0.0.1', userAgent: 'test' },
	})
	const found = await findSession(shell, id)
	if (!found) throw new Error('no session')
	return found.actor
}

/** The newest entry of a stream, as its readers open it. */
async function lastLeaf(shell: TestShell, stream: string) {
	const entry = await shell.db.auditEntry.findFirstOrThrow({ where: { stream }, orderBy: { seq: 'desc' } })
	return openEntry(entry.leaf)
}

/** A district in which the other reviewer is a second checker, in another unit of the same organ. */
async function district(role: Role = 'checker') {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { checker, otherReviewer, lead } = org.actors
	await withPost(shell, otherReviewer, role)
	const ask = (days: { startsOn: string; endsOn: string } = DAYS, by: Actor = checker, to = otherReviewer) =>
		requestDelegation(shell, by, shell.newId(), {
			substitute: `${by.posts[0]?.id}:${to.personId}`,
			startsOn: parsePlainDate(days.startsOn),
			endsOn: parsePlainDate(days.endsOn),
			words: '出差。',
		})
	const decide = (delegationId: string, isConfirmed = true, by: Actor = lead) =>
		decideDelegation(shell, by, shell.newId(), { delegationId, isConfirmed })
	const delegate = async () => {
		const { delegationId } = must(await ask()).value
		must(await decide(delegationId))
		return delegationId
	}
	return { shell, org, ask, decide, delegate, substitute: () => signedIn(shell, otherReviewer) }
}

function checkAs(shell: TestShell, actor: Actor, matterId: string) {
	return checkOpinion(shell, actor, orderOn(shell, matterId))
}

test('a substitute stands in once a third has confirmed it, and those concerned are told', async () => {
	const { shell, org, ask, decide, substitute } = await district()
	const { checker, otherReviewer, lead } = org.actors
	const { delegationId } = must(await ask()).value
	expect((await substitute()).posts.every(({ standsFor }) => standsFor === undefined)).toBe(true)
	expect(await noticesOf(shell, lead)).toEqual(['delegation.requested'])
	expect(await noticesOf(shell, otherReviewer)).toEqual(['delegation.requested'])
	expect(await readDelegationTasks(shell, lead)).toMatchObject([{ id: delegationId, task: 'confirm' }])
	must(await decide(delegationId))
	expect(await lastEntry(shell, `admin/${org.jurisdictionId}`)).toMatchObject({
		kind: 'delegation.confirmed',
		detail: {
			delegator: checker.personId,
			substitute: otherReviewer.personId,
			role: 'checker',
			from: '2026-11-23',
			to: '2026-11-25',
		},
	})
	expect(await noticesOf(shell, checker)).toEqual(['delegation.confirmed'])
	const [first] = (await substitute()).posts
	expect(first).toMatchObject({
		id: checker.posts[0]?.id,
		role: 'checker',
		standsFor: { personId: checker.personId, name: checker.name },
	})
	expect(await readDelegationTasks(shell, await substitute())).toMatchObject([{ task: 'standing-in' }])
	expect(await decide(delegationId, false)).toMatchObject({ reason: { problem: 'already-decided' } })
})

test('neither of the two confirms it, nor anybody who is not above the post', async () => {
	const { shell, org, ask, decide } = await district()
	const { delegationId } = must(await ask()).value
	const { checker, otherReviewer, otherHead, leader } = org.actors
	for (const own of [checker, otherReviewer]) {
		const asLead = await withPost(shell, own, 'review-lead')
		expect(await decide(delegationId, true, asLead)).toMatchObject({ reason: { problem: 'own-request' } })
	}
	for (const other of [otherHead, leader])
		expect(await decide(delegationId, true, other)).toMatchObject({ reason: { code: 'not-permitted' } })
	const row = await shell.db.delegation.findFirstOrThrow()
	await expect(
		shell.db.delegation.update({
			where: { jurisdictionId_id: { jurisdictionId: row.jurisdictionId, id: row.id } },
			data: { isConfirmed: true, decidedBy: checker.personId, decidedAt: shell.now() },
		}),
	).rejects.toThrow()
})

test('nobody stands in who does not hold the same role in the same organ, today and on every day of it', async () => {
	const { shell, org, ask, delegate, substitute } = await district()
	const { checker, signer, registrar } = org.actors
	for (const other of [signer, registrar, org.actors.otherHead])
		expect(await ask(DAYS, checker, other)).toMatchObject({ reason: { problem: 'not-in-role' } })
	await delegate()
	expect(await ask()).toMatchObject({ reason: { problem: 'already-delegated' } })
	await shell.db.post.updateMany({
		where: { personId: org.actors.otherReviewer.personId, role: 'checker' },
		data: { state: 'ended', endedAt: shell.now() },
	})
	expect((await substitute()).posts.some(({ standsFor }) => standsFor)).toBe(false)
})

test('it ends by itself with its last day, and at once when it is withdrawn, also under a page that is open', async () => {
	const { shell, org, ask, decide, substitute } = await district()
	const { delegationId } = must(await ask({ startsOn: '2026-11-23', endsOn: '2026-11-23' })).value
	must(await decide(delegationId))
	const matterId = await sentMatter(shell, org)
	const before = await substitute()
	must(await withdrawDelegation(shell, before, shell.newId(), delegationId))
	expect(await checkAs(shell, before, matterId)).toMatchObject({ reason: { code: 'not-permitted' } })
	expect((await substitute()).posts[0]?.standsFor).toBeUndefined()
	expect(await noticesOf(shell, org.actors.lead)).toContain('delegation.withdrawn')
	expect((await readDelegations(shell, org.actors.checker)).lines).toMatchObject([
		{ standing: 'withdrawn', mayWithdraw: false },
	])
})

test('what a substitute checks says so in the trail, on the matter and on the paper', async () => {
	const { shell, org, delegate, substitute } = await district()
	const matterId = await sentMatter(shell, org)
	const delegationId = await delegate()
	must(await checkAs(shell, await substitute(), matterId))
	const { checker, otherReviewer, signer } = org.actors
	expect(await lastLeaf(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'opinion.checked',
		actor: {
			id: otherReviewer.personId,
			role: 'checker',
			for: { id: checker.personId, name: checker.name, delegation: delegationId },
		},
	})
	const { lines } = must(
		await readMatterTrail(shell, org.actors.lead, matterId, { filter: 'all', before: null }),
	)
	expect(lines[0]).toMatchObject({ kind: 'opinion.checked', actedFor: checker.name })
	expect((await matterOf(shell, org, matterId)).delegatedActs).toMatchObject([
		{ delegationId, delegatorId: checker.personId, substituteId: otherReviewer.personId },
	])
	await givePassword(shell, signer)
	must(await signOpinion(shell, signer, orderOn(shell, matterId), { password: PASSWORD }))
	const paper = await shell.db.sealedPaper.findFirstOrThrow({ where: { matterId, kind: 'opinion' } })
	expect(paper.content).toContain(
		`（复核人${otherReviewer.name}受${checker.name}委托复核，委托期限：2026年11月23日至2026年11月25日）`,
	)
	expect((await verifyTrail(shell)).broken).toEqual([])
})

test('what a substitute signs says so on every paper of the act', async () => {
	const { shell, org } = await district()
	const { signer, registrar: otherSigner } = org.actors
	await withPost(shell, otherSigner, 'signing-officer')
	const { delegationId } = must(
		await requestDelegation(shell, signer, shell.newId(), {
			substitute: `${signer.posts[0]?.id}:${otherSigner.personId}`,
			startsOn: parsePlainDate(DAYS.startsOn),
			endsOn: parsePlainDate(DAYS.endsOn),
			words: '休假。',
		}),
	).value
	must(await decideDelegation(shell, org.actors.lead, shell.newId(), { delegationId, isConfirmed: true }))
	const matterId = await sentMatter(shell, org)
	must(await checkAs(shell, org.actors.checker, matterId))
	await givePassword(shell, otherSigner)
	const standingIn = await signedIn(shell, otherSigner)
	must(await signOpinion(shell, standingIn, orderOn(shell, matterId), { password: PASSWORD }))
	const papers = await shell.db.sealedPaper.findMany({
		where: { matterId, kind: { in: ['opinion', 'clearance'] } },
	})
	expect(papers).toHaveLength(2)
	for (const { content } of papers)
		expect(content).toContain(
			`（本件由${otherSigner.name}受${signer.name}委托办理，委托期限：2026年11月23日至2026年11月25日）`,
		)
})

test('H10: delegator and substitute are one person on a matter, in both directions and after the delegation', async () => {
	const { shell, org, delegate, substitute } = await district()
	const { checker } = org.actors
	const matterId = await sentMatter(shell, org)
	const delegationId = await delegate()
	must(await checkAs(shell, await substitute(), matterId))
	await withPost(shell, checker, 'signing-officer')
	await givePassword(shell, checker)
	const sign = async () =>
		signOpinion(shell, await signedIn(shell, checker), orderOn(shell, matterId), { password: PASSWORD })
	const apart = { reason: { code: 'not-separate', hand: 'signing-officer', other: 'checker' } }
	expect(await sign()).toMatchObject(apart)
	must(await withdrawDelegation(shell, checker, shell.newId(), delegationId))
	expect((await signedIn(shell, checker)).oneWith).toEqual([])
	expect(await sign()).toMatchObject(apart)
})

test('H10: while it runs the two are one on every matter, and apart again afterwards where none acted for the other', async () => {
	const { shell, org, delegate, substitute } = await district()
	const { checker, otherReviewer } = org.actors
	const matterId = await sentMatter(shell, org)
	must(await checkAs(shell, checker, matterId))
	await withPost(shell, otherReviewer, 'signing-officer')
	await givePassword(shell, otherReviewer)
	const delegationId = await delegate()
	const sign = async () =>
		signOpinion(shell, await substitute(), orderOn(shell, matterId), { password: PASSWORD })
	expect(await sign()).toMatchObject({ reason: { code: 'not-separate', other: 'checker' } })
	must(await withdrawDelegation(shell, checker, shell.newId(), delegationId))
	expect((await sign()).ok).toBe(true)
})

test('a substitute does nothing that the delegator could not: not a reviewer’s work, not outside the unit of review', async () => {
	const { shell, org, delegate, substitute } = await district()
	await delegate()
	const matterId = await sentMatter(shell, org)
	const standing = (await substitute()).posts.filter(({ standsFor }) => standsFor)
	expect(standing.map(({ role, organId, unitId }) => ({ role, organId, unitId }))).toEqual([
		{ role: 'checker', organId: org.organs.justice, unitId: org.units.review },
	])
	const only: Actor = { ...(await substitute()), posts: standing }
	expect(await signOpinion(shell, only, orderOn(shell, matterId), { password: PASSWORD })).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	expect((await sendOpinionBack(shell, only, orderOn(shell, matterId), '请补充依据。')).ok).toBe(true)
})

/** The first secretary delegates to the other; a leader confirms. */
async function secretariesDelegate(shell: TestShell, org: SampleOrganisation): Promise<Actor> {
	const { secretary, otherSecretary, leader } = org.actors
	const { delegationId } = must(
		await requestDelegation(shell, secretary, shell.newId(), {
			substitute: `${secretary.posts[0]?.id}:${otherSecretary.personId}`,
			startsOn: parsePlainDate(DAYS.startsOn),
			endsOn: parsePlainDate(DAYS.endsOn),
			words: '出差。',
		}),
	).value
	must(await decideDelegation(shell, leader, shell.newId(), { delegationId, isConfirmed: true }))
	return signedIn(shell, otherSecretary)
}

test('a secretary who stands in lists under the delegation, and the meeting’s trail says so', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const standingIn = await secretariesDelegate(shell, org)
	const { itemId } = await clearedProposal(shell, org)
	const meetingId = await openedMeeting(shell, org)
	must(await list(shell, standingIn, meetingId, itemId))
	expect(await lastLeaf(shell, `meeting/${meetingId}`)).toMatchObject({
		actor: { for: { name: org.actors.secretary.name } },
	})
})

test('who stood in for the one who entered an outcome does not close the record as the second person', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { meetingId, itemId } = await heldMeeting(shell, org)
	must(await record(shell, org, meetingId, itemId, 'passed'))
	const standingIn = await secretariesDelegate(shell, org)
	must(await recordAttendance(shell, org.actors.secretary, orderAt(shell, meetingId), PRESENT))
	expect(await closeMeeting(shell, standingIn, orderAt(shell, meetingId))).toMatchObject({
		reason: { problem: 'recorded-outcomes' },
	})
})

import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { assignCounsel, assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { matterOf, must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { reviewingMatter } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function acceptedMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const matterId = await submittedMatter(shell, org)
	must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, matterId)))
	return matterId
}

test('[8] the lead assigns a reviewer, and the review begins', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await acceptedMatter(shell, org)
	must(await assignReviewer(shell, org.actors.lead, orderOn(shell, matterId), org.actors.reviewer.personId))
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		state: 'reviewing',
		reviewerId: org.actors.reviewer.personId,
		assignments: [{ role: 'reviewer', personId: org.actors.reviewer.personId }],
	})
	expect(await noticesOf(shell, org.actors.reviewer)).toEqual(['reviewer.assigned'])
})

test('another reviewer takes over in the middle of a review; the first one’s assignment ends and stays on record', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(
		await assignReviewer(shell, org.actors.lead, orderOn(shell, matterId), org.actors.otherReviewer.personId),
	)
	expect((await matterOf(shell, org, matterId)).reviewerId).toBe(org.actors.otherReviewer.personId)
	const all = await shell.db.assignment.findMany({
		where: { matterId, role: 'reviewer' },
		orderBy: { id: 'asc' },
	})
	expect(all.map(({ endedAt }) => endedAt === null)).toEqual([false, true])
	expect(await noticesOf(shell, org.actors.reviewer)).toContain('reviewer.assigned')
})

test('who has a post in the drafting organ, or no post as reviewer, cannot be chosen', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await acceptedMatter(shell, org)
	const { reviewer, checker, lead } = org.actors
	const where = { organId: org.organs.agriculture, unitId: org.units.agricultureLegal }
	await shell.db.post.create({
		data: {
			...where,
			jurisdictionId: org.jurisdictionId,
			id: shell.newId(),
			personId: reviewer.personId,
			role: 'legal-unit',
			state: 'active',
			requestedAt: shell.now(),
			confirmedAt: shell.now(),
		},
	})
	for (const [personId, problem] of [
		[reviewer.personId, 'of-drafting-organ'],
		[checker.personId, 'not-in-role'],
		[shell.newId(), 'not-in-role'],
	] as const) {
		const answer = await assignReviewer(shell, lead, orderOn(shell, matterId), personId)
		expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field: 'personId', problem } })
		expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
			kind: 'reviewer.assigned',
			outcome: 'refused',
		})
	}
})

test('who was counsel on the matter, even in an assignment that ended, cannot review it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { lead, counsel } = org.actors
	const matterId = await reviewingMatter(shell, org)
	await byAnAct(shell, (tx) =>
		tx.assignment.updateMany({
			where: { matterId, role: 'counsel' },
			data: { endedAt: shell.now() },
		}),
	)
	await shell.db.post.updateMany({ where: { personId: counsel.personId }, data: { role: 'reviewer' } })
	expect(await assignReviewer(shell, lead, orderOn(shell, matterId), counsel.personId)).toEqual({
		ok: false,
		reason: { code: 'not-separate', hand: 'reviewer', other: 'counsel' },
	})
})

test('counsel see the matter they are assigned to and no other', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { counsel, otherCounsel } = org.actors
	const matterId = await reviewingMatter(shell, org)
	const other = await acceptedMatter(shell, org)
	const assigned = await loadMatter(shell.db, org.jurisdictionId, matterId)
	const foreign = await loadMatter(shell.db, org.jurisdictionId, other)
	if (!assigned || !foreign) throw new Error('both matters are there')
	expect(isPermitted(counsel, 'matter.read', subjectOf(assigned))).toBe(true)
	expect(isPermitted(counsel, 'matter.read', subjectOf(foreign))).toBe(false)
	expect(isPermitted(otherCounsel, 'matter.read', subjectOf(assigned))).toBe(false)
})

test('counsel are assigned once, and the reviewer cannot be counsel', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { lead, counsel, otherCounsel, reviewer } = org.actors
	const matterId = await reviewingMatter(shell, org)
	expect(await assignCounsel(shell, lead, orderOn(shell, matterId), counsel.personId)).toMatchObject({
		ok: false,
		reason: { problem: 'already-assigned' },
	})
	must(await assignCounsel(shell, lead, orderOn(shell, matterId), otherCounsel.personId))
	await shell.db.post.updateMany({ where: { personId: reviewer.personId }, data: { role: 'counsel' } })
	expect(await assignCounsel(shell, lead, orderOn(shell, matterId), reviewer.personId)).toMatchObject({
		ok: false,
		reason: { code: 'not-separate', hand: 'counsel', other: 'reviewer' },
	})
})

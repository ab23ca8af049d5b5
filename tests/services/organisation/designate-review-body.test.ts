import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import {
	decideDesignation,
	designateReviewBody,
} from '#app/services/organisation/designate-review-body.server.ts'
import { readOrgans } from '#app/services/organisation/read-organs.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function district() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { systemAdministrator, securityAdministrator } = org.actors
	const ask = (organId: string, designatedId: string | null, by: Actor = systemAdministrator) =>
		designateReviewBody(shell, by, shell.newId(), { organId, designatedId })
	const decide = (designationId: string, isConfirmed: boolean, by: Actor = securityAdministrator) =>
		decideDesignation(shell, by, shell.newId(), { designationId, isConfirmed })
	const designate = async (organId: string, designatedId: string | null) =>
		decide(must(await ask(organId, designatedId)).value.designationId, true)
	const open = (issuer: 'government' | 'own-organ', drafter: Actor) =>
		openMatter(shell, drafter, { key: shell.newId(), title: '集市规划', tracks: ['other-document'], issuer })
	return { shell, org, ask, decide, designate, open, securityAdministrator }
}

test('L6: an organ without a legal unit begins its own documents once the district has designated who reviews them', async () => {
	const { shell, org, designate, open } = await district()
	const { housing, justice } = org.organs
	const refused = { ok: false, reason: { code: 'unfitting', field: 'issuer', problem: 'not-designated' } }
	expect(await open('own-organ', org.actors.otherDrafter)).toEqual(refused)
	must(await designate(housing, justice))
	expect(await lastEntry(shell, `admin/${org.jurisdictionId}`)).toMatchObject({
		kind: 'designation.confirmed',
		outcome: 'done',
		detail: { organ: housing, designated: justice },
	})
	expect((await open('own-organ', org.actors.otherDrafter)).ok).toBe(true)
	must(await designate(housing, null))
	expect(await open('own-organ', org.actors.otherDrafter)).toEqual(refused)
})

test('L6: the review body’s own drafts are begun once another organ is designated for them, and not before', async () => {
	const { shell, org, designate, open } = await district()
	const { justice, agriculture } = org.organs
	const post = { id: shell.newId(), role: 'drafter' as const, organId: justice, unitId: org.units.review }
	const drafter: Actor = { ...org.actors.drafter, posts: [post] }
	expect((await open('government', drafter)).ok).toBe(false)
	must(await designate(justice, agriculture))
	expect((await open('government', drafter)).ok).toBe(true)
})

test('an organ reviews for another only with a legal unit, never for itself, and only the system administrator says so', async () => {
	const { shell, org, ask, securityAdministrator } = await district()
	const { housing, agriculture } = org.organs
	for (const designated of [housing, org.organs.leadership])
		expect(await ask(agriculture, designated)).toMatchObject({ reason: { problem: 'cannot-review' } })
	expect(await ask(housing, agriculture, securityAdministrator)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	expect(await shell.db.reviewDesignation.count()).toBe(0)
})

test('the list of organs says who reviews what each issues alone', async () => {
	const { shell, org, designate } = await district()
	must(await designate(org.organs.housing, org.organs.agriculture))
	const { organs } = must(await readOrgans(shell, org.actors.systemAdministrator))
	const byName = new Map(organs.map((organ) => [organ.name, organ.reviewedBy]))
	expect(byName.get('青禾区农业农村局')).toBe('青禾区农业农村局 政策法规科')
	expect(byName.get('青禾区住房和城乡建设局')).toBe('青禾区农业农村局 政策法规科')
	expect(byName.get('青禾区司法局')).toBeNull()
})

test('a designation counts once a second person has confirmed it, and is answered once', async () => {
	const { shell, org, ask, decide, designate, open } = await district()
	const { housing, justice, agriculture } = org.organs
	const { systemAdministrator, securityAdministrator, otherDrafter } = org.actors
	const first = must(await ask(housing, justice)).value.designationId
	expect((await open('own-organ', otherDrafter)).ok).toBe(false)
	expect(await decide(first, true, systemAdministrator)).toMatchObject({ reason: { code: 'not-permitted' } })
	expect(await noticesOf(shell, securityAdministrator)).toEqual(['review-body.designated'])
	const { waiting } = must(await readOrgans(shell, securityAdministrator))
	expect(waiting).toMatchObject([{ id: first, by: systemAdministrator.name, isTheirs: true }])
	expect(must(await readOrgans(shell, systemAdministrator)).waiting).toMatchObject([{ isTheirs: false }])
	must(await decide(first, false))
	expect((await open('own-organ', otherDrafter)).ok).toBe(false)
	expect(await decide(first, true)).toMatchObject({ reason: { problem: 'already-decided' } })
	must(await designate(housing, justice))
	must(await ask(housing, agriculture))
	const bodies = must(await readOrgans(shell, systemAdministrator)).organs
	expect(bodies.find(({ id }) => id === housing)?.designatedId, 'the one of before holds').toBe(justice)
})

test('the database takes no confirmation by whoever made the designation', async () => {
	const { shell, org, ask } = await district()
	const { jurisdictionId } = org
	const designationId = must(await ask(org.organs.housing, org.organs.justice)).value.designationId
	const { personId } = org.actors.systemAdministrator
	const row = { jurisdictionId, designationId, isConfirmed: true, decidedAt: shell.now() }
	await expect(
		shell.db.reviewDesignationDecision.create({
			data: { ...row, designatedBy: personId, decidedBy: personId },
		}),
	).rejects.toThrow()
})

import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { addPerson } from '#app/services/organisation/edit-organisation.server.ts'
import { decideGrant, endGrant, requestGrant } from '#app/services/organisation/grant-post.server.ts'
import { disableAccount } from '#app/services/organisation/manage-account.server.ts'
import { readGrants } from '#app/services/organisation/read-grants.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, noticesOf } from '#tests/support/trail-reading.ts'

/** A house with a newcomer who has no post yet. */
async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { systemAdministrator: system, securityAdministrator: security } = org.actors
	const form = { name: '林某', staffCode: 'A-900', loginName: 'lin-900' }
	const added = await addPerson(shell, system, 'add-person-1', form)
	if (!added.ok) throw new Error(added.reason.code)
	const { personId, accountId } = added.value.value
	const ask = (
		role: Role,
		person = personId,
		by: Actor = security,
		unitId: string | null = org.units.review,
	) => requestGrant(shell, by, shell.newId(), { personId: person, organId: org.organs.justice, unitId, role })
	const decide = (postId: string, by: Actor, decision: 'confirmed' | 'declined' = 'confirmed') =>
		decideGrant(shell, by, shell.newId(), postId, decision)
	const stateOf = async (id: string) => (await shell.db.post.findFirstOrThrow({ where: { id } })).state
	return { shell, org, system, security, personId, accountId, ask, decide, stateOf }
}

async function asked(
	answer: Awaited<ReturnType<typeof requestGrant>> | Promise<Awaited<ReturnType<typeof requestGrant>>>,
) {
	const settled = await answer
	if (!settled.ok) throw new Error(JSON.stringify(settled.reason))
	return settled.value.value.postId
}

test('a grant counts once the system administrator has confirmed what the security administrator asked for', async () => {
	const { shell, org, system, security, personId, ask, decide, stateOf } = await ground()
	const postId = await asked(ask('reviewer'))
	expect(await stateOf(postId)).toBe('requested')
	expect(await decide(postId, system)).toMatchObject({ ok: true })
	expect(await stateOf(postId)).toBe('active')
	expect(await noticesOf(shell, { ...security, personId })).toEqual(['grant.requested', 'grant.confirmed'])
	expect(await entryKinds(shell, `admin/${org.jurisdictionId}`)).toEqual([
		'account.created',
		'grant.requested',
		'grant.confirmed',
	])
	expect(await decide(postId, system)).toMatchObject({ ok: false, reason: { problem: 'already-decided' } })
})

test('of every post that comes or goes the head of its organ and the audit administrator are told, and no other organ', async () => {
	const { shell, org, system, security, personId, ask, decide } = await ground()
	const { lead, auditAdministrator, otherHead, leader } = org.actors
	const declined = await asked(ask('reviewer'))
	expect(await decide(declined, system, 'declined')).toMatchObject({ ok: true })
	const postId = await asked(ask('checker'))
	expect(await decide(postId, system)).toMatchObject({ ok: true })
	expect(await endGrant(shell, security, 'end-grant-1', postId)).toMatchObject({ ok: true })
	const all = ['grant.requested', 'grant.declined', 'grant.requested', 'grant.confirmed', 'grant.ended']
	for (const told of [lead, auditAdministrator, { ...lead, personId }])
		expect(await noticesOf(shell, told)).toEqual(all)
	for (const other of [otherHead, leader]) expect(await noticesOf(shell, other)).toEqual([])
})

test('a grant that was declined never counts', async () => {
	const { system, ask, decide, stateOf } = await ground()
	const postId = await asked(ask('reviewer'))
	expect(await decide(postId, system, 'declined')).toMatchObject({ ok: true })
	expect(await stateOf(postId)).toBe('declined')
	expect(await decide(postId, system)).toMatchObject({ ok: false })
})

test('neither administrator does the other’s part, and nobody else does either', async () => {
	const { org, system, security, ask, decide, stateOf } = await ground()
	const postId = await asked(ask('reviewer'))
	const others = [
		security,
		org.actors.auditAdministrator,
		org.actors.lead,
		org.actors.supervisor,
		org.actors.leader,
	]
	for (const actor of others)
		expect(await decide(postId, actor)).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
	expect(await ask('reviewer', undefined, system)).toMatchObject({
		ok: false,
		reason: { code: 'not-permitted' },
	})
	expect(await stateOf(postId)).toBe('requested')
})

test('nobody deals with their own grant, whatever posts they hold', async () => {
	const { system, security, ask, decide, stateOf } = await ground()
	expect(await ask('secretary', security.personId)).toMatchObject({
		ok: false,
		reason: { problem: 'own-grant' },
	})
	const both: Actor = { ...security, posts: [...security.posts, ...system.posts] }
	const postId = await asked(ask('reviewer'))
	expect(await decide(postId, both)).toMatchObject({ ok: false, reason: { problem: 'own-grant' } })
	expect(await stateOf(postId)).toBe('requested')
})

test.each<[string, Role, Role]>([
	['a system administrator', 'system-administrator', 'drafter'],
	['a security administrator', 'security-administrator', 'audit-administrator'],
	['an audit administrator', 'audit-administrator', 'supervisor'],
	['a drafter', 'drafter', 'system-administrator'],
	['a supervisor', 'supervisor', 'signing-officer'],
])('%s is not granted another duty that has to stay apart', async (_who, first, second) => {
	const { system, ask, decide } = await ground()
	const waiting = await asked(ask(first))
	expect(await ask(second)).toMatchObject({
		ok: false,
		reason: { code: 'duties-clash', role: second, other: first },
	})
	await decide(waiting, system)
	expect(await ask(second)).toMatchObject({
		ok: false,
		reason: { code: 'duties-clash', role: second, other: first },
	})
})

test('a drafter’s grant names a unit, and the same grant is not asked for twice', async () => {
	const { security, ask } = await ground()
	expect(await ask('drafter', undefined, security, null)).toMatchObject({
		ok: false,
		reason: { problem: 'unit-needed' },
	})
	await asked(ask('drafter'))
	expect(await ask('drafter')).toMatchObject({ ok: false, reason: { problem: 'already-held' } })
})

test('an organ, unit or person of another jurisdiction is not there', async () => {
	const { shell, org, security, personId } = await ground()
	const other = await seedOrganisation(shell, 'next-door')
	const own = { personId, organId: org.organs.justice, unitId: null, role: 'reviewer' as const }
	for (const strange of [
		{ organId: other.organs.justice },
		{ unitId: other.units.review },
		{ personId: other.actors.head.personId },
	])
		expect(await requestGrant(shell, security, shell.newId(), { ...own, ...strange })).toMatchObject({
			ok: false,
			reason: { code: 'unfitting' },
		})
})

test('an ended grant counts for nothing, and the last administrator of a kind stays in office', async () => {
	const { shell, org, system, security, ask, decide, stateOf } = await ground()
	const postId = await asked(ask('reviewer'))
	await decide(postId, system)
	expect(await endGrant(shell, security, 'end-grant-1', postId)).toMatchObject({ ok: true })
	expect(await stateOf(postId)).toBe('ended')
	const last = system.posts[0]?.id ?? ''
	expect(await endGrant(shell, security, 'end-grant-2', last)).toMatchObject({
		ok: false,
		reason: { problem: 'last-administrator' },
	})
	const auditPost = org.actors.auditAdministrator
	expect(await disableAccount(shell, system, 'disable-0', auditPost.accountId)).toMatchObject({
		ok: false,
		reason: { problem: 'last-administrator' },
	})
	const successor = await asked(ask('system-administrator'))
	await decide(successor, system)
	expect(await endGrant(shell, security, 'end-grant-3', last)).toMatchObject({ ok: true })
})

test('who asked for a grant may end it on the page, but nobody sees that form beside their own', async () => {
	const { shell, security, system, ask, decide } = await ground()
	await decide(await asked(ask('reviewer')), system)
	const page = await readGrants(shell, security, {
		search: '',
		personId: null,
		after: null,
		waitingAfter: null,
	})
	if (!page.ok) throw new Error(page.reason.code)
	expect(page.value.held.find((grant) => grant.person === '林某')).toMatchObject({ isOwn: false })
	expect(page.value.held.find((grant) => grant.personId === security.personId)).toMatchObject({ isOwn: true })
})

test('the page shows what waits and what counts, and the request form only to who may ask', async () => {
	const { shell, org, system, security, personId, ask } = await ground()
	await asked(ask('reviewer'))
	const query = { search: '林', personId: null, after: null, waitingAfter: null }
	const asSecurity = await readGrants(shell, security, query)
	const asSystem = await readGrants(shell, system, query)
	expect(asSecurity).toMatchObject({
		value: {
			waiting: [{ person: '林某', role: 'reviewer', isOwn: true }],
			found: [{ id: personId }],
			mayConfirmOne: false,
		},
	})
	expect(asSystem).toMatchObject({
		value: { waiting: [{ isOwn: false }], found: [], mayConfirmOne: true, mayRequest: false },
	})
	for (const actor of [org.actors.auditAdministrator, org.actors.drafter, org.actors.supervisor])
		expect(await readGrants(shell, actor, query)).toMatchObject({
			ok: false,
			reason: { code: 'not-permitted' },
		})
})

test('grants that wait are paged as those that count: none is beyond the last page', async () => {
	const { shell, org, security, personId } = await ground()
	const { jurisdictionId } = org
	await shell.db.post.createMany({
		data: Array.from({ length: 110 }, () => ({
			jurisdictionId,
			id: shell.newId(),
			personId,
			organId: org.organs.justice,
			role: 'reviewer',
			state: 'requested',
			requestedBy: security.personId,
			requestedAt: shell.now(),
		})),
	})
	const read = async (waitingAfter: string | null) => {
		const page = await readGrants(shell, security, { search: '', personId: null, after: null, waitingAfter })
		if (!page.ok) throw new Error(page.reason.code)
		return page.value
	}
	const first = await read(null)
	const second = await read(first.nextWaiting)
	expect([first.waiting.length, second.waiting.length, second.nextWaiting]).toEqual([100, 10, null])
	expect(new Set([...first.waiting, ...second.waiting].map((grant) => grant.id)).size).toBe(110)
})

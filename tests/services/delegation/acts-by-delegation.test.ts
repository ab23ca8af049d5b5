import { expect, test } from 'vitest'
import { ACTS, type Act, type ReadingAct } from '#app/domain/act/act.ts'
import type { ActDefinition } from '#app/domain/act/definition.ts'
import { READING_ACTS } from '#app/domain/act/reading-acts.ts'
import { addDays, instantOf, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { isDelegable } from '#app/domain/permission/delegation.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { accept } from '#app/domain/result.ts'
import { findSession } from '#app/services/account/find-session.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import { decideDelegation, requestDelegation } from '#app/services/delegation/delegate-post.server.ts'
import { loadHoldersOf } from '#app/services/reminders/whose-turn.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { matterOf, must, openedMatter } from '#tests/support/drafting-steps.ts'
import { openedMeeting } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { answerImport, propose } from '#tests/support/register-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

const FIRST = parsePlainDate('2026-11-23')
const LAST = parsePlainDate('2026-11-25')

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

/** The secretary is away, and the other secretary of the office stands in. */
async function awaySecretary() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { secretary, otherSecretary, leader } = org.actors
	const { delegationId } = must(
		await requestDelegation(shell, secretary, shell.newId(), {
			substitute: `${secretary.posts[0]?.id}:${otherSecretary.personId}`,
			startsOn: FIRST,
			endsOn: LAST,
			words: '出差。',
		}),
	).value
	must(await decideDelegation(shell, leader, shell.newId(), { delegationId, isConfirmed: true }))
	return { shell, org, delegationId, substitute: await signedIn(shell, otherSecretary) }
}

/** The same organisation, in which whoever acts as secretary is this person. */
function withSecretary(org: SampleOrganisation, secretary: Actor): SampleOrganisation {
	return { ...org, actors: { ...org.actors, secretary } }
}

function isReading(act: Act): act is ReadingAct {
	return act in READING_ACTS
}

/** Every act that somebody with a post that may be delegated may do, by the act table. */
const DELEGABLE_ACTS = Object.entries(ACTS).flatMap(([name, definition]) => {
	const act = name as Act
	const { who }: Pick<ActDefinition, 'who'> = definition
	return !isReading(act) && who.some(({ role }) => isDelegable(role)) ? [act] : []
})

test('every act of the table that is done in somebody else’s place leaves a row of it, whatever it is about', async () => {
	const { shell, org, substitute, delegationId } = await awaySecretary()
	const post = substitute.posts.find(({ standsFor }) => standsFor !== undefined)
	if (!post) throw new Error('stands in for nobody')
	const matterId = await openedMatter(shell, org)
	const meetingId = await openedMeeting(shell, org)
	const streams = [`matter/${matterId}`, `meeting/${meetingId}`, 'document/d', `admin/${org.jurisdictionId}`]
	const counted = async () =>
		(await shell.db.delegatedAct.count()) + (await shell.db.delegatedActElsewhere.count())
	expect(DELEGABLE_ACTS.length).toBeGreaterThan(40)
	for (const [at, name] of DELEGABLE_ACTS.entries()) {
		const before = await counted()
		const order = { name, key: shell.newId(), body: {}, locks: [] }
		const stream = streams[at % streams.length] ?? ''
		must(
			await runCommand(shell, substitute, order, async (command) => {
				await command.record({ stream, kind: 'texts.compared', detail: { old: 'a', new: 'b' }, post })
				return accept(null)
			}),
		)
		expect(await counted(), name).toBe(before + 1)
	}
	expect((await matterOf(shell, org, matterId)).delegatedActs[0]).toMatchObject({ delegationId })
	expect((await verifyTrail(shell)).broken).toEqual([])
})

test('a meeting that a substitute opens, and a document that they propose, say in whose place', async () => {
	const { shell, org, substitute, delegationId } = await awaySecretary()
	const { secretary, otherSecretary } = org.actors
	const whose = { delegationId, delegatorId: secretary.personId, substituteId: otherSecretary.personId }
	const meetingId = await openedMeeting(shell, withSecretary(org, substitute))
	expect(await shell.db.delegatedAct.findMany({ where: { meetingId } })).toMatchObject([whose])
	const { documentId } = must(await propose(shell, substitute)).value
	expect(
		await shell.db.delegatedActElsewhere.findMany({ where: { stream: `document/${documentId}` } }),
	).toMatchObject([whose])
})

test('what a substitute proposed for the library its delegator does not confirm, also when the delegation is over', async () => {
	const { shell, org, substitute } = await awaySecretary()
	const { documentId } = must(await propose(shell, substitute)).value
	shell.setNow(instantOf(addDays(LAST, 5), '10:00'))
	expect(await answerImport(shell, org.actors.secretary, documentId)).toMatchObject({
		ok: false,
		reason: { field: 'importId', problem: 'own-request' },
	})
	must(await answerImport(shell, org.actors.registrar, documentId))
})

test('after its last day a page that was opened before opens no meeting under the other’s post', async () => {
	const { shell, org, substitute } = await awaySecretary()
	shell.setNow(instantOf(addDays(LAST, 1), '10:00'))
	await expect(openedMeeting(shell, withSecretary(org, substitute))).rejects.toThrow('not-permitted')
})

test('reminders go to the substitute under the post that they stand in, on the days of the delegation alone', async () => {
	const { shell, org, delegationId } = await awaySecretary()
	const { otherSecretary, secretary } = org.actors
	const standsFor = async (day: typeof FIRST) => {
		const holders = await loadHoldersOf(shell.db, org.jurisdictionId, ['secretary'], day)
		const posts = holders.find(({ personId }) => personId === otherSecretary.personId)?.posts ?? []
		return posts.flatMap((post) => (post.standsFor ? [post.standsFor] : []))
	}
	expect(await standsFor(FIRST)).toMatchObject([{ delegationId, personId: secretary.personId }])
	expect(await standsFor(LAST)).toHaveLength(1)
	expect(await standsFor(addDays(LAST, 1))).toEqual([])
})

import { expect, test } from 'vitest'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { signRecheck } from '#app/services/recheck/decide-recheck.server.ts'
import { editMatter } from '#app/services/drafting/edit-matter.server.ts'
import { cancelMeeting } from '#app/services/meeting/hold-meeting.server.ts'
import { delistAgendaItem } from '#app/services/meeting/delist-agenda-item.server.ts'
import { listAgendaItem } from '#app/services/meeting/list-agenda-item.server.ts'
import { proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	submittedMatter,
	uploadedText,
} from '#tests/support/drafting-steps.ts'
import {
	fixed,
	clearedProposal,
	list,
	listedItem,
	openedMeeting,
	orderAt,
	proposed,
} from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { clearanceOn } from '#tests/support/review-rows.ts'
import { PASSWORD, replyToAll, signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

test('[31] a cleared text is listed, bound to its clearance, version and hash', async () => {
	const { shell, org } = await desk()
	const { matterId, itemId, meetingId } = await listedItem(shell, org)
	const matter = await matterOf(shell, org, matterId)
	expect(matter.live?.listing).toMatchObject({
		agendaItemId: itemId,
		meetingId,
		versionId: matter.currentVersionId,
		contentSha256: matter.currentVersion?.contentSha256,
		listedBy: org.actors.secretary.personId,
	})
	expect(matter.agendaItems).toMatchObject([{ state: 'listed', position: 1, meetingId }])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'agenda.listed',
		outcome: 'done',
	})
	expect(await entryKinds(shell, `meeting/${meetingId}`)).toEqual(['meeting.created', 'agenda.listed'])
	expect(await noticesOf(shell, org.actors.drafter)).toContain('agenda.listed')
})

test('an item stands on the agenda under the title that was cleared, not the one it was proposed with', async () => {
	const { shell, org } = await desk()
	const matterId = await signedMatter(shell, org, 'amend')
	const itemId = await proposed(shell, org, matterId)
	const typed = {
		title: '青禾区高素质农民认定办法',
		tracks: ['normative-document'],
		issuer: 'government' as const,
	}
	must(await editMatter(shell, org.actors.drafter, orderOn(shell, matterId), typed))
	await uploadedText(shell, org, matterId, DRAFT_TEXT.replace('和培训证明', ''))
	await replyToAll(shell, org, matterId)
	must(await submitRevision(shell, org.actors.drafter, orderOn(shell, matterId)))
	const items = (await matterOf(shell, org, matterId)).opinions.at(-1)?.items ?? []
	const settled = items.map(({ id }) => ({ opinionItemId: id, verdict: 'settled', note: '' }) as const)
	const given = { kind: 'revision', note: '均已落实。', items: settled, steps: [] } as const
	must(await proposeRecheck(shell, org.actors.reviewer, orderOn(shell, matterId), given))
	const signing = { explanation: '', password: PASSWORD }
	must(await signRecheck(shell, org.actors.signer, orderOn(shell, matterId), signing))
	must(await list(shell, org.actors.secretary, await openedMeeting(shell, org), itemId))
	expect(await shell.db.agendaItem.findFirst({ where: { id: itemId } })).toMatchObject({ title: typed.title })
})

test('what is not reviewed is not listed: every unmet rule at once, in the matter’s own trail', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, matterId)))
	const itemId = await proposed(shell, org, matterId)
	const meetingId = await openedMeeting(shell, org)
	const answer = await list(shell, org.actors.secretary, meetingId, itemId)
	if (answer.ok || answer.reason.code !== 'gate-blocked') throw new Error('listed')
	const { rules } = answer.reason.decision
	expect(rules).toHaveLength(13)
	expect(rules.filter((rule) => rule.status === 'unmet').map((rule) => rule.id)).toEqual([
		'H1',
		'H2',
		'H3',
		'H5',
		'H6',
		'H7',
		'H18',
		'H8',
		'H9',
	])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'agenda.listing-requested',
		outcome: 'refused',
		detail: { code: 'gate-blocked', meeting: meetingId, item: itemId },
	})
	expect(await shell.db.agendaListing.count()).toBe(0)
})

test('a text that changed after clearance is off the agenda and cannot be listed again', async () => {
	const { shell, org } = await desk()
	const { matterId, itemId, meetingId } = await listedItem(shell, org)
	const { title } = await matterOf(shell, org, matterId)
	await uploadedText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　另行规定。`, title)
	expect(await shell.db.agendaListing.count()).toBe(0)
	const answer = await list(shell, org.actors.secretary, meetingId, itemId)
	expect(answer).toMatchObject({ reason: { code: 'gate-blocked' } })
	if (answer.ok || answer.reason.code !== 'gate-blocked') throw new Error('listed')
	expect(answer.reason.decision.rules[0]).toMatchObject({ id: 'H1', fact: 'other-text-cleared' })
})

test('a revoked opinion shuts the gate', async () => {
	const { shell, org } = await desk()
	const { matterId, itemId } = await clearedProposal(shell, org)
	must(
		await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), {
			reason: '引用有误。',
			password: PASSWORD,
		}),
	)
	const answer = await list(shell, org.actors.secretary, await openedMeeting(shell, org), itemId)
	if (answer.ok || answer.reason.code !== 'gate-blocked') throw new Error('listed')
	expect(answer.reason.decision.rules.find((rule) => rule.id === 'H11')).toMatchObject({
		fact: 'opinion-revoked',
	})
})

test.each([
	['that nobody’s key has signed', 'forged'],
	['that is signed and not in the trail', 'ours'],
] as const)('a clearance %s opens no gate, however well its rows fit', async (_what, hand) => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	await clearanceOn(shell, org, matterId, hand)
	const itemId = await proposed(shell, org, matterId)
	const answer = await list(shell, org.actors.secretary, await openedMeeting(shell, org), itemId)
	if (answer.ok || answer.reason.code !== 'gate-blocked') throw new Error('listed')
	expect(answer.reason.decision.rules[0]).toMatchObject({ status: 'unmet', fact: 'clearance-not-genuine' })
})

test('a clearance that has run out by the clock is not listed, though nothing has recorded it yet', async () => {
	const { shell, org } = await desk()
	const { itemId } = await clearedProposal(shell, org)
	const meetingId = await openedMeeting(shell, org)
	shell.setNow(new Date('2027-05-24T01:30:00Z'))
	const answer = await list(shell, org.actors.secretary, meetingId, itemId)
	if (answer.ok || answer.reason.code !== 'gate-blocked') throw new Error('listed')
	expect(answer.reason.decision.rules.filter((rule) => rule.status === 'unmet')).toMatchObject([
		{ id: 'H11', fact: 'clearance-expired' },
	])
})

test('a double click lists once', async () => {
	const { shell, org } = await desk()
	const { itemId } = await clearedProposal(shell, org)
	const order = orderAt(shell, await openedMeeting(shell, org))
	const first = must(await listAgendaItem(shell, org.actors.secretary, order, itemId))
	expect(must(await listAgendaItem(shell, org.actors.secretary, order, itemId))).toEqual(first)
	expect(await shell.db.agendaListing.count()).toBe(1)
})

test('only the secretary lists; a drafter is told that there is no such meeting', async () => {
	const { shell, org } = await desk()
	const { itemId } = await clearedProposal(shell, org)
	const meetingId = await openedMeeting(shell, org)
	expect(await list(shell, org.actors.drafter, meetingId, itemId)).toMatchObject({
		reason: { code: 'not-found' },
	})
	for (const actor of [org.actors.leader, org.actors.signer, org.actors.supervisor])
		expect(await list(shell, actor, meetingId, itemId)).toMatchObject({ reason: { code: 'not-permitted' } })
})

test('a page that is older than the meeting changes nothing and says what happened since', async () => {
	const { shell, org } = await desk()
	const { itemId, meetingId } = await listedItem(shell, org)
	const answer = await delistAgendaItem(shell, org.actors.otherSecretary, orderAt(shell, meetingId, 1), {
		agendaItemId: itemId,
		reason: '议程过满。',
	})
	expect(answer).toMatchObject({ reason: { code: 'stale-page', changes: [{ kind: 'agenda.listed' }] } })
})

test('taken off an agenda, a matter waits in the pool and joins another meeting under a number of its own', async () => {
	const { shell, org } = await desk()
	const { matterId, itemId, meetingId } = await listedItem(shell, org)
	const { secretary } = org.actors
	expect(await cancelMeeting(shell, secretary, orderAt(shell, meetingId), '改期')).toMatchObject({
		reason: { code: 'meeting-transition-refused' },
	})
	must(
		await delistAgendaItem(shell, secretary, orderAt(shell, meetingId), {
			agendaItemId: itemId,
			reason: '议程过满。',
		}),
	)
	must(await cancelMeeting(shell, secretary, orderAt(shell, meetingId), '改期'))
	const next = await openedMeeting(shell, org)
	const listed = must(await list(shell, secretary, next, itemId)).value
	expect(listed.agendaItemId).not.toBe(itemId)
	const { agendaItems } = await matterOf(shell, org, matterId)
	expect(agendaItems.map(({ state, meetingId: at }) => `${state} ${at}`).sort()).toEqual(
		[`removed ${meetingId}`, `listed ${next}`].sort(),
	)
})

test('a fixed agenda takes nothing more without a leader’s approval', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const { itemId } = await clearedProposal(shell, org)
	must(await fixed(shell, org, meetingId))
	expect(await list(shell, org.actors.secretary, meetingId, itemId)).toMatchObject({
		reason: { code: 'meeting-transition-refused', state: 'fixed' },
	})
})

test('T50 who drafted a matter and has come to be secretary since does not list it; another secretary does', async () => {
	const { shell, org } = await desk()
	const { itemId } = await clearedProposal(shell, org)
	const meetingId = await openedMeeting(shell, org)
	for (const [name, other] of [
		['drafter', 'drafter'],
		['reviewer', 'reviewer'],
		['signer', 'signing-officer'],
	] as const) {
		const secretary = { ...org.actors[name], posts: org.actors.secretary.posts }
		expect(await list(shell, secretary, meetingId, itemId), name).toMatchObject({
			ok: false,
			reason: { code: 'not-separate', hand: 'secretary', other },
		})
	}
	expect(await list(shell, org.actors.otherSecretary, meetingId, itemId)).toMatchObject({ ok: true })
})

import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { createMeeting } from '#app/services/meeting/create-meeting.server.ts'
import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import { listAgendaItem } from '#app/services/meeting/list-agenda-item.server.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { DRAFT_TEXT, matterOf, must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import {
	approved,
	clearedProposal,
	listedItem,
	openedMeeting,
	orderAt,
	proposed,
} from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw } from '#tests/support/raw-sql.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

const TIMES = 6

/** Sends one form several times at the same moment, as a nervous hand or a retrying proxy does. */
function atOnce<Value>(send: () => Promise<Result<Value, Refusal>>): Promise<Result<Value, Refusal>[]> {
	return Promise.all(Array.from({ length: TIMES }, send))
}

const MEETING = {
	kind: 'standing',
	title: '第44次常务会议',
	day: '2026-12-20',
	time: '09:00',
	place: '三楼会议室',
	chairId: '',
}

type Sending = {
	readonly send: (shell: TestShell, org: SampleOrganisation, key: string) => Promise<Result<unknown, Refusal>>
	readonly effects: (shell: TestShell) => Promise<number>
}

const SENDINGS: Record<string, Sending> = {
	'a meeting, which has no row to lock yet': {
		send: (shell, { actors }, key) => createMeeting(shell, actors.secretary, key, MEETING),
		effects: (shell) => shell.db.meeting.count(),
	},
	'a matter, which has none either': {
		send: (shell, { actors }, key) =>
			openMatter(shell, actors.drafter, {
				key,
				title: '办法',
				tracks: ['normative-document'],
				issuer: 'government' as const,
			}),
		effects: (shell) => shell.db.matter.count(),
	},
	'what is refused': {
		send: (shell, { actors }, key) =>
			openMatter(shell, actors.secretary, {
				key,
				title: '办法',
				tracks: ['normative-document'],
				issuer: 'government' as const,
			}),
		effects: (shell) => shell.db.auditEntry.count({ where: { outcome: 'refused' } }),
	},
}

test.each(Object.entries(SENDINGS))(
	'one form sent several times at once has one effect and one answer: %s',
	async (_what, { send, effects }) => {
		const { shell, org } = await desk()
		const before = await effects(shell)
		const key = shell.newId()
		const answers = await atOnce(() => send(shell, org, key))
		for (const answer of answers) expect(answer).toEqual(answers[0])
		expect((await effects(shell)) - before).toBe(1)
		expect(await shell.db.commandReceipt.count({ where: { key } })).toBe(1)
		expect(await shell.db.refusalTally.count()).toBe(0)
		expect((await verifyTrail(shell)).broken).toEqual([])
	},
)

test('a listing sent several times at once lists once, also when two secretaries send theirs', async () => {
	const { shell, org } = await desk()
	const { secretary, otherSecretary } = org.actors
	const { matterId, itemId } = await clearedProposal(shell, org)
	const meetingId = await openedMeeting(shell, org)
	const order = orderAt(shell, meetingId)
	const other = orderAt(shell, meetingId)
	const answers = await Promise.all([
		...Array.from({ length: 4 }, () => listAgendaItem(shell, secretary, order, itemId)),
		...Array.from({ length: 4 }, () => listAgendaItem(shell, otherSecretary, other, itemId)),
	])
	const done = answers.filter((answer) => answer.ok)
	expect(done).toHaveLength(4)
	expect(new Set(done.map((answer) => JSON.stringify(answer))).size).toBe(1)
	expect(answers.filter((answer) => !answer.ok)).toMatchObject(
		Array.from({ length: 4 }, () => ({ reason: { code: 'agenda-transition-refused', state: 'listed' } })),
	)
	expect(await shell.db.agendaListing.count({ where: { matterId } })).toBe(1)
})

test('a key that comes again with another body or for another act does nothing, and the try is in the trail', async () => {
	const { shell, org } = await desk()
	const { drafter } = org.actors
	const key = shell.newId()
	const open = (title: string) =>
		openMatter(shell, drafter, { key, title, tracks: ['normative-document'], issuer: 'government' as const })
	must(await open('办法'))
	const reused = { ok: false, reason: { code: 'key-reused' } }
	expect(await open('另一个办法')).toEqual(reused)
	expect(await lastEntry(shell, `user/${drafter.personId}`)).toMatchObject({
		kind: 'matter.opened',
		outcome: 'refused',
		detail: { code: 'key-reused' },
	})
	const { matterId } = must(await open('办法')).value
	expect(await uploadTextUnder(shell, org, matterId, key)).toEqual(reused)
	expect(await shell.db.matter.count()).toBe(1)
	expect(await shell.db.draftVersion.count()).toBe(0)
	expect(await lastEntry(shell, `user/${drafter.personId}`)).toMatchObject({
		kind: 'version.uploaded',
		detail: { code: 'key-reused' },
	})
})

async function uploadTextUnder(shell: TestShell, org: SampleOrganisation, matterId: string, key: string) {
	return uploadVersion(
		shell,
		org.actors.drafter,
		{ matterId, key, seen: null },
		{
			main: { kind: 'pasted', text: DRAFT_TEXT, secrecy: 'public' },
			annexes: [],
			keptAnnexes: [],
			typedTitle: null,
		},
	)
}

test('one person’s key is another’s own: each gets the answer to what they sent', async () => {
	const { shell, org } = await desk()
	const key = shell.newId()
	const open = (actor: Actor, title: string) =>
		openMatter(shell, actor, { key, title, tracks: ['normative-document'], issuer: 'government' as const })
	must(await open(org.actors.drafter, '办法'))
	must(await open(org.actors.otherDrafter, '另一个办法'))
	expect(await shell.db.matter.count()).toBe(2)
})

/** How the trail holds refusals: the entries, and how often each was repeated. */
async function refusalsIn(shell: TestShell, stream: string) {
	const entries = await shell.db.auditEntry.findMany({
		where: { stream, outcome: 'refused' },
		orderBy: { seq: 'asc' },
		include: { tally: true },
	})
	return entries.map(({ kind, tally }) => [kind, tally?.count ?? 1])
}

test('equal refusals within a minute are one entry with a count; another refusal, person or minute has its own', async () => {
	const { shell, org } = await desk()
	const { registrar, lead } = org.actors
	const matterId = await submittedMatter(shell, org)
	must(await acceptMatter(shell, registrar, orderOn(shell, matterId)))
	const accept = (actor: Actor) => acceptMatter(shell, actor, orderOn(shell, matterId))
	for (let time = 0; time < 3; time += 1) await accept(registrar)
	await accept(lead)
	await accept(registrar)
	shell.setNow(new Date(shell.now().getTime() + 61_000))
	await accept(registrar)
	expect(await refusalsIn(shell, `matter/${matterId}`)).toEqual([
		['matter.accepted', 3],
		['matter.accepted', 1],
		['matter.accepted', 1],
		['matter.accepted', 1],
	])
})

test('a refusal with many parts is counted as well: an agenda that is not sound', async () => {
	const { shell, org } = await desk()
	const { matterId, meetingId } = await listedItem(shell, org)
	const paper = await shell.db.material.findFirstOrThrow({ where: { matterId, item: 'drafting-note' } })
	const later = new Date(shell.now().getTime() + 60_000)
	await byAnAct(shell, (tx) => tx.material.create({ data: { ...paper, id: shell.newId(), addedAt: later } }))
	await approved(shell, org, meetingId)
	for (let time = 0; time < 3; time += 1)
		expect(await fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId))).toMatchObject({
			reason: { code: 'agenda-not-sound' },
		})
	expect(await refusalsIn(shell, `meeting/${meetingId}`)).toEqual([['meeting.fixed', 3]])
})

test('a page that is older than the matter is refused with what happened since, and changes nothing', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	const { revision } = await matterOf(shell, org, matterId)
	must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, matterId, revision)))
	const itemId = await proposed(shell, org, matterId)
	expect(itemId).not.toBe('')
	const late = await acceptMatter(shell, org.actors.registrar, orderOn(shell, matterId, revision))
	expect(late).toMatchObject({
		reason: {
			code: 'stale-page',
			changes: [
				{ kind: 'matter.accepted', actorName: org.actors.registrar.name },
				{ kind: 'agenda.proposed', actorName: org.actors.head.name },
			],
		},
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		outcome: 'refused',
		detail: { code: 'stale-page' },
	})
})

test('a wall that refuses what the domain allows is a bug: nothing is done, and the trail and the log have it', async () => {
	const { shell, org } = await desk()
	const { secretary } = org.actors
	const { itemId } = await clearedProposal(shell, org)
	const meetingId = await openedMeeting(shell, org)
	await runRaw(shell.url, shell.url.startsWith('file:') ? SQLITE_WALL : POSTGRESQL_WALL)
	const logged: unknown[] = []
	const log = { ...shell.log, error: (facts: unknown) => logged.push(facts) }
	const listing = listAgendaItem({ ...shell, log }, secretary, orderAt(shell, meetingId), itemId)
	await expect(listing).rejects.toThrow()
	expect(await shell.db.agendaListing.count()).toBe(0)
	expect(await shell.db.agendaItem.findFirst({ where: { id: itemId } })).toMatchObject({ state: 'proposed' })
	expect(await lastEntry(shell, `user/${secretary.personId}`)).toMatchObject({
		kind: 'gate.wall-fired',
		outcome: 'refused',
		detail: { command: 'agenda.listing-requested' },
	})
	expect(logged).toEqual([{ command: 'agenda.listing-requested' }])
})

test('a command that has written and recorded nothing is a bug, and leaves nothing behind', async () => {
	const { shell, org } = await desk()
	const { drafter } = org.actors
	const order = { name: 'matter.opened', key: shell.newId(), body: {}, locks: [] } as const
	const silent = runCommand(shell, drafter, order, async (command) => {
		await command.notify([org.actors.head.personId], 'matter.opened', null)
		return accept(null)
	})
	await expect(silent).rejects.toThrow('without an entry')
	expect(await shell.db.notice.count()).toBe(0)
	expect(await shell.db.commandReceipt.count({ where: { key: order.key } })).toBe(0)
})

const SQLITE_WALL = `create trigger one_wall_more before insert on agenda_listing begin select raise(abort, 'no'); end`
const POSTGRESQL_WALL = `create function one_wall_more() returns trigger language plpgsql as
	$$ begin raise exception 'no' using errcode = 'P9001'; end $$;
	create trigger one_wall_more before insert on agenda_listing for each row execute function one_wall_more()`

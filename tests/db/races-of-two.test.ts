import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import { expect, test } from 'vitest'
import type { Result } from '#app/domain/result.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { sweepExpiredClearances } from '#app/services/clearance/sweep-expired-clearances.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import { withdrawMatter } from '#app/services/submission/withdraw-matter.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { DRAFT_TEXT, matterOf, orderOn, uploadText } from '#tests/support/drafting-steps.ts'
import {
	approved,
	clearedProposal,
	heldMeeting,
	list,
	listedItem,
	minuted,
	openedMeeting,
	orderAt,
	record,
} from '#tests/support/meeting-steps.ts'
import { type TestShell, MONDAY, openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds } from '#tests/support/trail-reading.ts'

/*
 * Two acts that cannot both have their way, at once, on a matter and a meeting of their own. Each race is run again,
 * now the one a little ahead and now the other, until each has come first: a race that only one can win shows nothing.
 */

const AFTER_SIX_MONTHS = new Date('2027-05-24T01:30:00.000Z')
const SECONDS = Number(process.env['RACE_SECONDS'] ?? 0)
const FEWEST = 4
const MOST = 60
/** How many milliseconds the second act starts after the first; below nought it starts before it. */
const GAPS = [0, 4, -4, 12, -12, 40, -40, 120, -120, 300, -300]

type Place = { readonly matterId: string; readonly itemId: string; readonly meetingId: string }
type Answer = Result<unknown, Refusal>
type Desk = { readonly shell: TestShell; readonly org: SampleOrganisation }

/** A race of two: what they meet on, what each does, and what must hold afterwards, whoever came first. */
type Race = {
	readonly meet: (desk: Desk) => Promise<Place>
	readonly first: (desk: Desk, place: Place) => Promise<Answer>
	readonly second: (desk: Desk, place: Place) => Promise<Answer>
	/** Checks what is left, and tells who came first. */
	readonly look: (desk: Desk, place: Place, answers: readonly [Answer, Answer]) => Promise<'first' | 'second'>
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function run(race: Race): Promise<void> {
	const shell = await openTestShell()
	const desk = { shell, org: await seedOrganisation(shell) }
	const won = { first: 0, second: 0 }
	const until = Date.now() + SECONDS * 1000
	const isShown = (round: number) => round >= FEWEST && Date.now() >= until && won.first > 0 && won.second > 0
	for (let round = 0; round < MOST * (SECONDS + 1) && !isShown(round); round += 1) {
		shell.setNow(MONDAY)
		const place = await race.meet(desk)
		const gap = GAPS[round % GAPS.length] ?? 0
		const answers = await Promise.all([
			wait(Math.max(0, -gap)).then(() => race.first(desk, place)),
			wait(Math.max(0, gap)).then(() => race.second(desk, place)),
		])
		won[await race.look(desk, place, answers)] += 1
		expect(await shell.db.$queryRaw`SELECT agenda_item_id FROM gate_violation`).toEqual([])
	}
	expect(won.first).toBeGreaterThan(0)
	expect(won.second).toBeGreaterThan(0)
	expect(await shell.db.auditEntry.count({ where: { kind: 'gate.wall-fired' } })).toBe(0)
	const report = await verifyTrail(shell)
	expect(report.broken).toEqual([])
	expect(report.forged).toEqual([])
}

/** Exactly one of two was done; the other got a refusal, and both are in the trail of the matter or the meeting. */
async function oneOf(
	{ shell }: Desk,
	{ matterId, meetingId }: Place,
	[first, second]: readonly [Answer, Answer],
	[ofFirst, ofSecond]: readonly [string, string],
): Promise<'first' | 'second'> {
	expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
	const kinds = [
		...(await entryKinds(shell, `matter/${matterId}`)),
		...(await entryKinds(shell, `meeting/${meetingId}`)),
	]
	expect(kinds).toContain(first.ok ? ofFirst : `${ofFirst} (refused)`)
	expect(kinds).toContain(second.ok ? ofSecond : `${ofSecond} (refused)`)
	return first.ok ? 'first' : 'second'
}

const LIMIT = { timeout: (SECONDS + 60) * 1000 }

test(
	'another version against fixing the agenda: no fixed agenda carries a text that was changed',
	LIMIT,
	() =>
		run({
			meet: async ({ shell, org }) => {
				const listed = await listedItem(shell, org)
				await approved(shell, org, listed.meetingId)
				return listed
			},
			first: async ({ shell, org }, { matterId }) => {
				const { title } = await matterOf(shell, org, matterId)
				return uploadText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　附则。`, title)
			},
			second: ({ shell, org }, { meetingId }) =>
				fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId)),
			look: async ({ shell, org }, { matterId, meetingId }, [uploaded, fixed]) => {
				expect(uploaded.ok).toBe(true)
				const matter = await matterOf(shell, org, matterId)
				expect(matter).toMatchObject({ live: null, agendaItems: [{ state: 'blocked', listing: null }] })
				expect(await entryKinds(shell, `matter/${matterId}`)).toContain('version.uploaded')
				const ofMeeting = (await entryKinds(shell, `meeting/${meetingId}`)).slice(-2)
				const fixedFirst = ['meeting.fixed', 'agenda.blocked']
				expect(ofMeeting).toEqual(fixed.ok ? fixedFirst : ['agenda.blocked', 'meeting.fixed (refused)'])
				return fixed.ok ? 'second' : 'first'
			},
		}),
)

test(
	'revoking an opinion against recording the outcome: either there is nothing to decide on, or nothing to revoke',
	LIMIT,
	() =>
		run({
			// What was said is recorded first: between that record and the outcome the revocation would be a third act.
			meet: async ({ shell, org }) => {
				const held = await heldMeeting(shell, org)
				await minuted(shell, org, held.meetingId, held.itemId)
				return held
			},
			first: ({ shell, org }, { matterId }) =>
				revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), {
					reason: '依据引用有误，需要更正。',
					password: PASSWORD,
				}),
			second: ({ shell, org }, { meetingId, itemId }) => record(shell, org, meetingId, itemId, 'passed'),
			look: async (desk, place, answers) => {
				const winner = await oneOf(desk, place, answers, ['opinion.revoked', 'outcome.noted'])
				const matter = await matterOf(desk.shell, desk.org, place.matterId)
				const [clearance] = matter.clearances
				const [outcome] = await desk.shell.db.agendaOutcome.findMany({ where: { matterId: place.matterId } })
				expect(matter.live).toBeNull()
				if (winner === 'first') {
					expect(outcome).toBeUndefined()
					expect(clearance?.standing?.state).toBe('void')
					expect(matter).toMatchObject({ state: 'reviewing', agendaItems: [{ state: 'blocked' }] })
				} else {
					expect(outcome).toMatchObject({ outcome: 'passed', clearanceId: clearance?.id })
					expect(clearance?.standing?.state).toBe('consumed')
					expect(matter).toMatchObject({ state: 'issuing', agendaItems: [{ state: 'discussed' }] })
				}
				return winner
			},
		}),
)

test('a clearance that runs out against listing it: nothing that ran out stands on an agenda', LIMIT, () =>
	run({
		meet: async ({ shell, org }) => ({
			...(await clearedProposal(shell, org)),
			meetingId: await openedMeeting(shell, org),
		}),
		first: async ({ shell }) => {
			shell.setNow(AFTER_SIX_MONTHS)
			expect(await sweepExpiredClearances(shell)).toBe(1)
			return { ok: true, value: null }
		},
		second: ({ shell, org }, { meetingId, itemId }) => list(shell, org.actors.secretary, meetingId, itemId),
		look: async ({ shell, org }, { matterId }, [, listed]) => {
			const matter = await matterOf(shell, org, matterId)
			expect(matter).toMatchObject({ state: 'recheck', live: null, agendaItems: [{ listing: null }] })
			expect(matter.clearances).toMatchObject([{ standing: { state: 'expired' } }])
			const kinds = await entryKinds(shell, `matter/${matterId}`)
			if (listed.ok) {
				expect(matter.agendaItems).toMatchObject([{ state: 'blocked' }])
				expect(kinds.slice(-3)).toEqual(['agenda.listed', 'clearance.expired', 'agenda.blocked'])
				return 'second'
			}
			expect(listed.reason.code).toBe('gate-blocked')
			expect([...kinds.slice(-2)].sort()).toEqual(['agenda.listing-requested (refused)', 'clearance.expired'])
			return 'first'
		},
	}),
)

test('withdrawing a matter against listing it: a withdrawn matter stands on no agenda', LIMIT, () =>
	run({
		meet: async ({ shell, org }) => ({
			...(await clearedProposal(shell, org)),
			meetingId: await openedMeeting(shell, org),
		}),
		first: ({ shell, org }, { matterId }) =>
			withdrawMatter(shell, org.actors.head, orderOn(shell, matterId), {
				reasonCode: 'not-pursued',
				words: '本年度不再推进。',
			}),
		second: ({ shell, org }, { meetingId, itemId }) => list(shell, org.actors.secretary, meetingId, itemId),
		look: async (desk, place, answers) => {
			const second = answers[1].ok ? 'agenda.listed' : 'agenda.listing-requested'
			const winner = await oneOf(desk, place, answers, ['matter.withdrawn', second])
			const matter = await matterOf(desk.shell, desk.org, place.matterId)
			if (winner === 'first')
				expect(matter).toMatchObject({ state: 'withdrawn', live: null, agendaItems: [{ listing: null }] })
			else
				expect(matter).toMatchObject({
					state: 'cleared',
					live: { listing: { meetingId: place.meetingId } },
					agendaItems: [{ state: 'listed' }],
				})
			return winner
		},
	}),
)

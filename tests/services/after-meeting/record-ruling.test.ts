import { expect, test } from 'vitest'
import { RULING_BODIES, type RulingResult } from '#app/domain/meeting/ruling.ts'
import { readRulingPage } from '#app/services/after-meeting/read-ruling-page.server.ts'
import { sweepExpiredClearances } from '#app/services/clearance/sweep-expired-clearances.server.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { readIssuingPage } from '#app/services/issue/read-issuing-page.server.ts'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { checkOpinion, sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { listDecidedTexts } from '#app/services/redline/decided-texts.server.ts'
import { holdMeeting } from '#app/services/meeting/hold-meeting.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { readMatterTrail } from '#app/services/trail/read-matter-trail.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { DRAFT_TEXT, matterOf, must, orderOn, uploadedText } from '#tests/support/drafting-steps.ts'
import { publishedMatter, register } from '#tests/support/issue-steps.ts'
import { fixed, list, openedMeeting, orderAt, proposed, record } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { decidedMatter } from '#tests/support/register-steps.ts'
import { RULING, referredMatter, rule, ruledMatter } from '#tests/support/ruling-steps.ts'
import { PASSWORD, bodyFor, counselSays, saveBody } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

/** What each result makes of the matter and of its clearance: the table "After-meeting effects". */
const EFFECTS: Readonly<Record<RulingResult, { state: string; clearance: string; round: number }>> = {
	passed: { state: 'issuing', clearance: 'consumed', round: 1 },
	'revise-and-resubmit': { state: 'revising', clearance: 'void', round: 2 },
	'not-passed': { state: 'terminated', clearance: 'consumed', round: 1 },
}
const CASES = RULING_BODIES.flatMap((body) =>
	(['passed', 'revise-and-resubmit', 'not-passed'] as const).map((result) => [body, result] as const),
)

test.each(CASES)(
	'what %s ruled, %s, has the effects of the same outcome of a meeting',
	async (body, result) => {
		const { shell, org } = await desk()
		const matterId = await referredMatter(shell, org)
		const before = await matterOf(shell, org, matterId)
		must(await rule(shell, org, matterId, { body, result }))
		const { state, clearance, round } = EFFECTS[result]
		const matter = await matterOf(shell, org, matterId)
		expect(matter).toMatchObject({ state, round, live: null, currentVersionId: before.currentVersionId })
		expect(matter.clearances.map(({ standing }) => standing?.state)).toEqual([clearance])
		expect(matter.agendaItems.at(-1)?.outcome).toMatchObject({ outcome: 'other', ruling: { body, result } })
		const entry = await shell.db.auditEntry.findFirstOrThrow({
			where: { stream: `matter/${matterId}`, kind: 'ruling.recorded' },
		})
		expect(JSON.parse(entry.leaf)).toMatchObject({
			pre: 'decided',
			post: state,
			detail: {
				...{ body, result, ruledOn: '2026-11-23', documentNumber: '青发〔2026〕12号' },
				words: RULING.words,
				contentSha256: before.currentVersion?.contentSha256,
			},
		})
		expect((await verifyTrail(shell)).broken).toEqual([])
	},
)

test('what was referred is the secretary’s turn until it is ruled on, and stands on nobody’s finished matters', async () => {
	const { shell, org } = await desk()
	const { secretary, drafter } = org.actors
	const matterId = await referredMatter(shell, org)
	const ofSecretary = async () =>
		(await readWorklist(shell, secretary, null)).items.find((item) => item.matterId === matterId)?.turn
	expect(await ofSecretary()).toMatchObject({
		act: 'ruling.recorded',
		reason: 'ruling-awaited',
		path: `/matters/${matterId}/ruling`,
	})
	const page = must(await readMatterPage(shell, drafter, matterId))
	expect(page.turns).toMatchObject([{ act: 'ruling.recorded', isMine: false }])
	must(await rule(shell, org, matterId))
	expect(await ofSecretary()).toMatchObject({ act: 'text.registered' })
	expect(must(await readMatterPage(shell, drafter, matterId)).agenda).toMatchObject([
		{ outcome: 'other', ruling: { body: 'party-committee', result: 'passed' } },
	])
})

test('H13 what is passed above is issued as the text that was cleared and discussed, and says what it rests on', async () => {
	const { shell, org } = await desk()
	const { secretary, drafter, reviewer } = org.actors
	const matterId = await referredMatter(shell, org)
	expect(must(await readIssuingPage(shell, secretary, matterId)).text).toBeNull()
	expect(await listDecidedTexts(shell, reviewer, 'none')).toEqual([])
	must(await rule(shell, org, matterId, { body: 'peoples-congress' }))
	expect(must(await readIssuingPage(shell, drafter, matterId)).text).toMatchObject({
		versionNo: 1,
		restsOn: 'passed-from-above',
	})
	expect(await listDecidedTexts(shell, reviewer, 'none')).toMatchObject([{ matterId, outcome: 'passed' }])
	await publishedMatter(shell, org, matterId)
	expect(await shell.db.publishedDocument.findMany()).toMatchObject([{ matterId, text: DRAFT_TEXT }])
	const registered = await shell.db.auditEntry.findFirstOrThrow({ where: { kind: 'text.registered' } })
	expect(JSON.parse(registered.leaf)).toMatchObject({ detail: { restsOn: 'passed-from-above' } })
})

test.each(['revise-and-resubmit', 'not-passed'] as const)(
	'H13 what was ruled %s is not registered',
	async (result) => {
		const { shell, org } = await desk()
		const matterId = await ruledMatter(shell, org, { result })
		expect(await register(shell, org, matterId)).toMatchObject({ reason: { code: 'transition-refused' } })
		expect(must(await readIssuingPage(shell, org.actors.secretary, matterId)).text).toBeNull()
	},
)

test('what was sent back is with its drafting unit in the round that the ruling opened, with its period', async () => {
	const { shell, org } = await desk()
	const matterId = await ruledMatter(shell, org, { result: 'revise-and-resubmit' })
	const { deadlines } = await matterOf(shell, org, matterId)
	expect(deadlines.filter(({ endedAt }) => endedAt === null)).toMatchObject([{ kind: 'revise' }])
	expect(await shell.db.reviewRound.findMany({ where: { matterId, number: 2 } })).toMatchObject([
		{ cause: 'sent-back-from-above' },
	])
	const [item] = (await readWorklist(shell, org.actors.drafter, null)).items
	expect(item).toMatchObject({ matterId, turn: { reason: 'must-revise' } })
})

/** The text as it was changed because it came back from above. */
const REVISED_TEXT = `${DRAFT_TEXT}\n第五条　按照上级意见，由区农业农村局另行公布名单。`

/** A matter that came back from above, its text changed by the drafter. */
async function revisedMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const matterId = await ruledMatter(shell, org, { result: 'revise-and-resubmit' })
	const { title } = await matterOf(shell, org, matterId)
	await uploadedText(shell, org, matterId, REVISED_TEXT, title)
	return matterId
}

test('what came back is submitted anew in the round that the ruling opened, and in no further one', async () => {
	const { shell, org } = await desk()
	const matterId = await revisedMatter(shell, org)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	expect(must(await submitMatter(shell, org.actors.head, orderOn(shell, matterId))).value.round).toBe(2)
	const rounds = await shell.db.reviewRound.findMany({ where: { matterId }, orderBy: { number: 'asc' } })
	expect(rounds.map(({ cause }) => cause)).toEqual(['submitted', 'sent-back-from-above'])
})

test('what came back and was cleared anew goes before a meeting again, which may refer it again', async () => {
	const { shell, org } = await desk()
	const { drafter, head, registrar, lead, reviewer, checker, signer, secretary } = org.actors
	const matterId = await revisedMatter(shell, org)
	must(await prepareSubmission(shell, drafter, orderOn(shell, matterId)))
	must(await submitMatter(shell, head, orderOn(shell, matterId)))
	must(await acceptMatter(shell, registrar, orderOn(shell, matterId)))
	must(await assignReviewer(shell, lead, orderOn(shell, matterId), reviewer.personId))
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful', [])))
	must(await sendOpinion(shell, reviewer, orderOn(shell, matterId)))
	must(await checkOpinion(shell, checker, orderOn(shell, matterId)))
	must(await signOpinion(shell, signer, orderOn(shell, matterId), { password: PASSWORD }))
	const itemId = await proposed(shell, org, matterId)
	const meetingId = await openedMeeting(shell, org)
	must(await list(shell, secretary, meetingId, itemId))
	must(await fixed(shell, org, meetingId))
	must(await holdMeeting(shell, secretary, orderAt(shell, meetingId)))
	must(await record(shell, org, meetingId, itemId, 'other'))
	// The first ruling is of the first text, and says nothing of this one.
	expect(await register(shell, org, matterId)).toMatchObject({ reason: { code: 'transition-refused' } })
	expect(must(await readIssuingPage(shell, secretary, matterId)).text).toBeNull()
	must(await rule(shell, org, matterId, { body: 'upper-government' }))
	const { referrals } = must(await readRulingPage(shell, secretary, matterId))
	expect(referrals.map(({ text, ruling }) => [text?.versionNo, ruling?.body, ruling?.result])).toEqual([
		[2, 'upper-government', 'passed'],
		[1, 'party-committee', 'revise-and-resubmit'],
	])
	await publishedMatter(shell, org, matterId)
	expect(await shell.db.publishedDocument.findMany()).toMatchObject([{ matterId, text: REVISED_TEXT }])
})

test('those whom an outcome is told are told of the ruling', async () => {
	const { shell, org } = await desk()
	await ruledMatter(shell, org)
	const { drafter, head, reviewer, signer, secretary } = org.actors
	for (const told of [drafter, head, reviewer, signer])
		expect(await noticesOf(shell, told)).toContain('ruling.recorded')
	expect(await noticesOf(shell, secretary)).not.toContain('ruling.recorded')
})

test('the drafting unit reads what was ruled, the secretary records it, and the trail says it', async () => {
	const { shell, org } = await desk()
	const { drafter, secretary } = org.actors
	const matterId = await referredMatter(shell, org)
	const before = must(await readRulingPage(shell, drafter, matterId))
	expect(before).toMatchObject({ isAwaited: true, heading: { open: [] }, referrals: [{ ruling: null }] })
	expect(must(await readRulingPage(shell, secretary, matterId)).heading.open).toEqual(['ruling.recorded'])
	must(await rule(shell, org, matterId, { documentNumber: ' ', words: ' 同意。 ' }))
	const page = must(await readRulingPage(shell, drafter, matterId))
	expect(page).toMatchObject({
		isAwaited: false,
		referrals: [
			{
				meeting: '第43次常务会议',
				metOn: '2026-11-23',
				decisionText: '会议议定如上。',
				text: { versionNo: 1 },
				expiredOn: null,
				ruling: { body: 'party-committee', result: 'passed', documentNumber: null, words: '同意。' },
			},
		],
	})
	const trail = must(await readMatterTrail(shell, drafter, matterId, { filter: 'all', before: null }))
	expect(trail.lines.find(({ kind }) => kind === 'ruling.recorded')?.about).toEqual({
		kind: 'ruling',
		body: 'party-committee',
		result: 'passed',
		on: '2026-11-23',
	})
})

const refused = (field: string, problem: string) => ({
	ok: false,
	reason: { code: 'unfitting', field, problem },
})

test('no ruling before the meeting, with a day to come, without words or with a day that is none', async () => {
	const { shell, org } = await desk()
	const matterId = await referredMatter(shell, org)
	expect(await rule(shell, org, matterId, { ruledOn: '2026-11-22' })).toMatchObject(
		refused('ruledOn', 'ruled-before-meeting'),
	)
	expect(await rule(shell, org, matterId, { ruledOn: '2026-11-24' })).toMatchObject(
		refused('ruledOn', 'in-the-future'),
	)
	expect(await rule(shell, org, matterId, { ruledOn: '2026-02-30' })).toMatchObject(
		refused('ruledOn', 'not-a-date'),
	)
	expect(await rule(shell, org, matterId, { words: ' ' })).toMatchObject(refused('words', 'missing'))
	expect(await rule(shell, org, matterId, { documentNumber: '号'.repeat(101) })).toMatchObject(
		refused('documentNumber', 'too-long'),
	)
	expect(await shell.db.higherRuling.count()).toBe(0)
	expect((await matterOf(shell, org, matterId)).state).toBe('decided')
})

test.each(['passed', 'passed-in-principle', 'revise-and-resubmit', 'deferred', 'not-passed'])(
	'nothing is ruled on what a meeting decided as %s',
	async (outcome) => {
		const { shell, org } = await desk()
		const matterId = await decidedMatter(shell, org, outcome)
		expect(await rule(shell, org, matterId)).toMatchObject({
			reason: { code: 'transition-refused', event: 'ruling.recorded' },
		})
		expect(must(await readRulingPage(shell, org.actors.secretary, matterId)).referrals).toEqual([])
	},
)

test('what was ruled once is not ruled again, with whatever result', async () => {
	const { shell, org } = await desk()
	const matterId = await ruledMatter(shell, org, { result: 'not-passed' })
	expect(await rule(shell, org, matterId, { result: 'passed' })).toMatchObject({
		reason: { code: 'transition-refused', state: 'terminated' },
	})
	expect(await shell.db.higherRuling.findMany()).toMatchObject([{ result: 'not-passed' }])
})

test('only the secretary on whose agenda it was records a ruling', async () => {
	const { shell, org } = await desk()
	const matterId = await referredMatter(shell, org)
	const { drafter, head, reviewer, signer, lead, registrar, leader } = org.actors
	for (const actor of [drafter, head, reviewer, signer, lead, registrar, leader])
		expect(await rule(shell, org, matterId, {}, actor)).toMatchObject({
			reason: { code: 'not-permitted', act: 'ruling.recorded' },
		})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ outcome: 'refused' })
	const { secretary } = (await seedOrganisation(shell, 'next-door')).actors
	expect(await rule(shell, org, matterId, {}, secretary)).toMatchObject({ reason: { code: 'not-found' } })
})

test('a clearance that runs out before the ruling is told, and keeps nothing from being recorded', async () => {
	const { shell, org } = await desk()
	const matterId = await referredMatter(shell, org)
	const since = async () =>
		(await readWorklist(shell, org.actors.secretary, null)).items.find((item) => item.matterId === matterId)
			?.turn?.since
	const referredAt = await since()
	shell.setNow(new Date('2027-05-24T01:30:00Z'))
	expect(await sweepExpiredClearances(shell)).toBe(1)
	// It waits since the meeting, and not since its clearance ran out.
	expect([referredAt, await since()]).toEqual(['2026-11-23T01:30:00.000Z', referredAt])
	const [referral] = must(await readRulingPage(shell, org.actors.secretary, matterId)).referrals
	expect(referral).toMatchObject({ expiredOn: '2027-05-23', ruling: null })
	must(await rule(shell, org, matterId, { ruledOn: '2027-05-24' }))
	const matter = await matterOf(shell, org, matterId)
	expect(matter.clearances.map(({ standing }) => standing?.state)).toEqual(['expired'])
	must(await register(shell, org, matterId))
})

test('nothing is ruled on a record that somebody has bent past the product', async () => {
	const { shell, org } = await desk()
	const matterId = await referredMatter(shell, org)
	await tearDownWalls(shell.url)
	await runRaw(
		shell.url,
		`update agenda_outcome set decision_text = '会议通过。' where matter_id = '${matterId}'`,
	)
	expect(await rule(shell, org, matterId)).toMatchObject({ reason: { code: 'record-altered' } })
})

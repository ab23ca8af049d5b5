import { expect, test } from 'vitest'
import type { Track } from '#app/domain/matter/track.ts'
import type { FlaggedRisk } from '#app/domain/opinion/flagged-risk.ts'
import { closeMeeting, holdMeeting, recordAttendance } from '#app/services/meeting/hold-meeting.server.ts'
import { recordOutcome } from '#app/services/meeting/record-outcome.server.ts'
import { recordDiscussion } from '#app/services/minutes/record-discussion.server.ts'
import { checkOpinion, sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { byAnAct } from '#tests/support/by-an-act.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import {
	PRESENT,
	discussed,
	fixed,
	list,
	openedMeeting,
	orderAt,
	proposed,
} from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import {
	PASSWORD,
	bodyFor,
	counselSays,
	givePassword,
	reviewingMatter,
	saveBody,
} from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry } from '#tests/support/trail-reading.ts'

const RISK: FlaggedRisk = {
	ground: '查阅国家和省、市规定，低空配送尚无明确的准入规定。',
	risks: '上级出台规定后可能须调整\n参与企业的选定可能引起争议',
	measures: '设六个月试行期\n公开遴选，每季度评估',
	isUnprohibited: true,
}

async function desk(tracks: readonly Track[] = ['government-decision']) {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org, tracks)
	must(await counselSays(shell, org, matterId))
	return { shell, org, matterId }
}

type Desk = { readonly shell: TestShell; readonly org: SampleOrganisation; readonly matterId: string }

async function send({ shell, org, matterId }: Desk, risk: FlaggedRisk | null) {
	const body = await bodyFor(shell, org, matterId, 'risk-flagged')
	must(await saveBody(shell, org, matterId, { ...body, ...(risk ? { risk } : {}) }))
	return sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId))
}

async function flagged(): Promise<Desk> {
	const given = await desk()
	const { shell, org, matterId } = given
	must(await send(given, RISK))
	must(await checkOpinion(shell, org.actors.checker, orderOn(shell, matterId)))
	await givePassword(shell, org.actors.signer)
	must(await signOpinion(shell, org.actors.signer, orderOn(shell, matterId), { password: PASSWORD }))
	return given
}

async function wordsOf({ shell }: Desk, kind: string): Promise<string> {
	const paper = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind }, orderBy: { id: 'desc' } })
	return paper.content
}

test('[19] 明示法律风险 clears a decision of its own kind, with the ground, the risks and the measures', async () => {
	const given = await flagged()
	const { shell, org, matterId } = given
	const matter = await matterOf(shell, org, matterId)
	const { isUnprohibited: _stated, ...said } = RISK
	expect(matter).toMatchObject({
		state: 'cleared',
		opinions: [{ conclusion: 'risk-flagged', risk: said }],
		clearances: [{ kind: 'risk-flagged', standing: { state: 'valid' } }],
	})
	expect((await entryKinds(shell, `matter/${matterId}`)).slice(-2)).toEqual([
		'opinion.signed',
		'clearance.issued',
	])
	for (const kind of ['opinion', 'clearance']) {
		const paper = await wordsOf(given, kind)
		expect(paper).toContain('国家尚无明确规定：查阅国家和省、市规定')
		expect(paper).toContain('（一）上级出台规定后可能须调整；（二）参与企业的选定可能引起争议。')
		expect(paper).toContain('（一）设六个月试行期；（二）公开遴选，每季度评估。')
	}
})

test.each<[string, Partial<FlaggedRisk> | null]>([
	['all of it', null],
	['the ground', { ground: ' ' }],
	['the risks', { risks: '' }],
	['the measures', { measures: '' }],
	['the word that nothing forbids it', { isUnprohibited: false }],
])('[19] no risk is flagged that lacks %s', async (_what, change) => {
	const given = await desk()
	expect(await send(given, change && { ...RISK, ...change })).toMatchObject({
		ok: false,
		reason: { unmet: ['risk-stated'] },
	})
})

test.each<[Track[]]>([
	[['normative-document']],
	[['government-decision', 'normative-document']],
	[['other-document']],
])('[19] no risk is flagged on the tracks %j', async (tracks) => {
	const given = await desk(tracks)
	const sent = await send(given, RISK)
	expect(sent).toMatchObject({ ok: false, reason: { unmet: ['findings-agree'] } })
})

test('[19] what a rule forbids is a problem at a point, and no risk', async () => {
	const given = await desk()
	const { shell, org, matterId } = given
	const body = await bodyFor(shell, org, matterId, 'risk-flagged')
	const [first, ...rest] = body.points
	if (!first) throw new Error('no review points')
	const points = [{ ...first, answer: 'problem' as const, note: '法律明令禁止。' }, ...rest]
	must(await saveBody(shell, org, matterId, { ...body, points, risk: RISK }))
	const sent = await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId))
	expect(sent).toMatchObject({ ok: false, reason: { unmet: ['findings-agree'] } })
})

test('[19] [33] the banner is on agenda, sheet and record, and nothing is decided before the risk was read out', async () => {
	const given = await flagged()
	const { shell, org, matterId } = given
	const { secretary, otherSecretary } = org.actors
	const itemId = await proposed(shell, org, matterId)
	const meetingId = await openedMeeting(shell, org)
	must(await list(shell, secretary, meetingId, itemId))
	must(await fixed(shell, org, meetingId))
	expect(await wordsOf(given, 'meeting-agenda')).toContain('明示法律风险提请讨论，须宣读')
	expect(await wordsOf(given, 'item-sheet')).toContain('审议前，汇报人宣读以下内容')
	must(await holdMeeting(shell, secretary, orderAt(shell, meetingId)))
	must(await recordAttendance(shell, secretary, orderAt(shell, meetingId), PRESENT))
	must(await recordDiscussion(shell, secretary, orderAt(shell, meetingId), discussed(itemId)))
	const outcome = { agendaItemId: itemId, outcome: 'passed', decisionText: '同意试行。', dissent: '' }
	const unread = await recordOutcome(shell, secretary, orderAt(shell, meetingId), outcome)
	expect(unread).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'riskRead', problem: 'missing' },
	})
	must(await recordOutcome(shell, secretary, orderAt(shell, meetingId), { ...outcome, riskRead: true }))
	expect(await lastEntry(shell, `meeting/${meetingId}`)).toMatchObject({ detail: { riskRead: 'yes' } })
	must(await closeMeeting(shell, otherSecretary, orderAt(shell, meetingId)))
	for (const kind of ['meeting-outcomes', 'meeting-minutes'])
		expect(await wordsOf(given, kind)).toContain('审议前已宣读法律风险和应对措施')
})

test('no clearance of this kind stands on an opinion that says no risk, and counsel flag none', async () => {
	const { shell, org, matterId } = await flagged()
	const matter = await matterOf(shell, org, matterId)
	const [clearance] = await shell.db.clearance.findMany()
	if (!clearance) throw new Error('nothing was cleared')
	await expect(
		byAnAct(shell, (tx) =>
			tx.clearance.create({ data: { ...clearance, id: 'forged', number: 'forged', opinionId: null } }),
		),
	).rejects.toThrow()
	const [counsel] = await shell.db.counselOpinion.findMany({ where: { matterId: matter.id } })
	if (!counsel) throw new Error('counsel were not heard')
	await expect(
		byAnAct(shell, (tx) =>
			tx.counselOpinion.create({ data: { ...counsel, id: 'forged', conclusion: 'risk-flagged' } }),
		),
	).rejects.toThrow()
})

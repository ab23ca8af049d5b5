import { expect, test } from 'vitest'
import { type Paper, sentencesOf } from '#app/domain/paper/paper.ts'
import { recordOffSystem } from '#app/services/after-meeting/record-off-system.server.ts'
import { closeMeeting } from '#app/services/meeting/hold-meeting.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import { readPacket } from '#app/services/packet/read-packet.server.ts'
import { verifyPaper } from '#app/services/paper/verify-paper.server.ts'
import { must, orderOn } from '#tests/support/drafting-steps.ts'
import { correctedMeeting } from '#tests/support/every-paper.ts'
import { fixed, heldMeeting, listedItem, orderAt, record } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

/** The sealed papers of one kind, oldest first, each with all that it says. */
async function papersOf(shell: TestShell, kind: string) {
	const rows = await shell.db.sealedPaper.findMany({ where: { kind }, orderBy: { id: 'asc' } })
	return rows.map(({ content, ...row }) => {
		const words = sentencesOf(JSON.parse(content) as Paper).map(({ text }) => text)
		return { ...row, says: words.join('\n') }
	})
}

test('fixing the agenda seals the notice: when, where, who presents which text, and who is to come', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	expect(await papersOf(shell, 'meeting-notice')).toEqual([])
	must(await fixed(shell, org, meetingId))
	const [notice] = await papersOf(shell, 'meeting-notice')
	expect(notice).toMatchObject({ title: '关于召开第43次常务会议的通知', number: '青府办会〔2026〕1号' })
	for (const words of [
		'第43次常务会议定于2026年12月18日（星期五）9:00在三楼会议室召开，由',
		'汇报人：王某某。',
		'汇报不超过10分钟。',
		'出席：常务会议组成人员（行政首长、副职）',
		'青禾区司法局',
	])
		expect(notice?.says).toContain(words)
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(packet.notice).toMatchObject({ number: '青府办会〔2026〕1号' })
	expect(packet.minutes).toBeNull()
})

test('a notice that names what fell off the agenda is not handed out again', async () => {
	const { shell, org } = await desk()
	const { meetingId, matterId } = await listedItem(shell, org)
	must(await fixed(shell, org, meetingId))
	const revoked = { reason: '依据已经废止。', password: PASSWORD }
	must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), revoked))
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(packet.notice).toBeNull()
})

test('confirming the record seals the minutes: what was decided, whoever saw it otherwise, and who was there', async () => {
	const { shell, org } = await desk()
	await correctedMeeting(shell, org)
	const [minutes] = await papersOf(shell, 'meeting-minutes')
	expect(minutes).toMatchObject({ title: '第43次常务会议纪要', number: '青府办纪〔2026〕1号' })
	for (const words of [
		'主持召开第43次常务会议。',
		'会议应到组成人员3人，实到2人。',
		'会议听取了区农业农村局王某某的汇报。',
		'会议决定：通过。',
		'会议议定如上。',
		'李某某的意见为“缓议”：收费还没有商定。',
		'说明的理由：群众等着办，收费另行商定。',
		'出席：赵某某（区长）、李某某（副区长）',
		'列席：孙某某（区司法局）',
	])
		expect(minutes?.says).toContain(words)
	expect(minutes?.says).not.toContain('更正')
	// No risk was flagged, so none is said to have been read out.
	expect(minutes?.says).not.toContain('宣读')
})

test('a correction seals minutes of its own; the earlier stay, and whoever checks them learns that they were replaced', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await correctedMeeting(shell, org)
	const all = await papersOf(shell, 'meeting-minutes')
	expect(all.map(({ number }) => number)).toEqual([1, 2, 3].map((no) => `青府办纪〔2026〕${no}号`))
	expect(all[1]?.says).toContain('本件替代青府办纪〔2026〕1号，原件照存。')
	expect(all[2]?.says).toContain('本件替代青府办纪〔2026〕2号，原件照存。')
	expect(all[2]?.says.match(/汇报人应当是王某。更正的原因：姓名笔误。/g)).toHaveLength(2)
	const standing = async (at: number) =>
		verifyPaper(shell, { number: all[at]?.number ?? '', code: all[at]?.code ?? '' })
	expect(await standing(0)).toMatchObject({ standing: 'replaced', isSound: true })
	expect(await standing(2)).toMatchObject({ standing: 'in-force', isSound: true })
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(packet.minutes).toMatchObject({ number: '青府办纪〔2026〕3号' })
	expect(packet.earlierMinutes.map(({ number }) => number)).toEqual([
		'青府办纪〔2026〕2号',
		'青府办纪〔2026〕1号',
	])
})

test('what is reported as taken up outside the system after the closing stands on minutes of its own too', async () => {
	const { shell, org } = await desk()
	const { secretary, otherSecretary } = org.actors
	const { meetingId, itemId } = await heldMeeting(shell, org)
	must(await record(shell, org, meetingId, itemId, 'passed'))
	must(await closeMeeting(shell, otherSecretary, orderAt(shell, meetingId)))
	const given = { title: '临时用地', organ: '区住建局', decisionText: '同意', reason: '会上临时提出' }
	must(await recordOffSystem(shell, secretary, orderAt(shell, meetingId), given))
	const all = await papersOf(shell, 'meeting-minutes')
	expect(all).toHaveLength(2)
	expect(all[1]?.says).toContain('临时用地（区住建局）　同意。　未经系统的原因：会上临时提出。')
})

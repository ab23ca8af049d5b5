import { expect, test } from 'vitest'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { findingOfStep } from '#app/domain/agenda-gate/step-finding.ts'
import { stepStandingsOf } from '#app/domain/agenda-gate/step-standings.ts'
import { readAnsweredRows } from '#app/db/read-answered-rows.server.ts'
import { closeAdoption } from '#app/services/consultation/close-adoption.server.ts'
import { judgeComments } from '#app/services/consultation/judge-comments.server.ts'
import { readAdoptionTable } from '#app/services/consultation/read-adoption-table.server.ts'
import { readConsultationPage } from '#app/services/consultation/read-consultation-page.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import {
	commentIds,
	consultedMatter,
	receiptIn,
	settledMatter,
	visitorOf,
} from '#tests/support/consultation-steps.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const AFTER = new Date('2026-12-24T02:00:00.000Z')
const ADOPTED = { answer: 'adopted', gist: '', reason: '第三条已增加晚餐。' } as const

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const consulted = await consultedMatter(shell, org)
	const { matterId, consultationId, code } = consulted
	const visitor = visitorOf(shell)
	const judge = (comments: readonly string[], given = {}) =>
		judgeComments(shell, org.actors.drafter, orderOn(shell, matterId), { ...ADOPTED, ...given, comments })
	const close = () => closeAdoption(shell, org.actors.drafter, orderOn(shell, matterId))
	const ids = () => commentIds(shell, consultationId)
	const say = async (words: string) => receiptIn(await visitor.send(code, { words, name: '周某' }))
	return { shell, org, ...consulted, visitor, judge, close, ids, say }
}

test('the table does not close before the last day is over, nor while one comment is unanswered', async () => {
	const { shell, judge, close, ids, say } = await ground()
	await say('晚餐也应当纳入。')
	await say('请延长到晚上八点。')
	expect(await close()).toMatchObject({ reason: { problem: 'still-consulting' } })
	shell.setNow(AFTER)
	const [first = '', second = ''] = await ids()
	must(await judge([first]))
	expect(await close()).toMatchObject({ reason: { problem: 'comments-unanswered' } })
	must(await judge([second]))
	must(await close())
})

test('the database closes no table past an unanswered comment, whoever writes', async () => {
	const { shell, matterId, consultationId, say } = await ground()
	await say('晚餐也应当纳入。')
	const { jurisdictionId, postId } = await shell.db.consultation.findFirstOrThrow()
	const end = { cause: 'settled', counts: '{}', materialId: 'm', endedBy: 'p', postId, endedAt: AFTER }
	await expect(
		shell.db.consultationEnd.create({ data: { jurisdictionId, consultationId, matterId, ...end } }),
	).rejects.toThrow()
})

test('不采纳。 alone is no reason, several comments need their gist, and none of another consultation is taken', async () => {
	const { shell, org, judge, ids, say } = await ground()
	await say('晚餐也应当纳入。')
	await say('晚餐请一并考虑。')
	const both = await ids()
	expect(await judge(both.slice(0, 1), { answer: 'not-adopted', reason: '不采纳。' })).toMatchObject({
		reason: { field: 'reason', problem: 'no-reason' },
	})
	expect(await judge(both)).toMatchObject({ reason: { field: 'gist', problem: 'missing' } })
	expect(await judge([])).toMatchObject({ reason: { field: 'comments', problem: 'missing' } })
	const other = await consultedMatter(shell, org)
	await visitorOf(shell, '203.0.113.9').send(other.code, { words: '别的事项。' })
	const foreign = await commentIds(shell, other.consultationId)
	expect(await judge(foreign)).toMatchObject({ reason: { field: 'comments', problem: 'unknown' } })
	must(await judge(both, { gist: '建议纳入晚餐' }))
})

test('the closed table answers the step: its days, its figures and the number of its paper are what the gate says', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId } = await settledMatter(shell, org)
	const standing = stepStandingsOf(await matterOf(shell, org, matterId)).find(
		({ step }) => step === 'public-consultation',
	)
	const finding =
		standing &&
		findingOfStep(
			{ ...standing, verdict: 'confirmed' },
			{ today: plainDateIn(shell.now()), issuer: 'government', tracks: ['normative-document'] },
			null,
		)
	expect(finding).toMatchObject({
		status: 'met',
		fact: 'consultation-held-settled',
		figures: { days: 30, received: 3, adopted: 2, partly: 0, notAdopted: 1, late: 1 },
	})
	const paper = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind: 'adoption-table' } })
	expect(finding?.figures?.['table']).toBe(paper.number)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	const material = await shell.db.material.findFirstOrThrow({
		where: { matterId },
		orderBy: { id: 'desc' },
	})
	expect(material).toMatchObject({ item: 'public-consultation', sha256: paper.fileSha256 })
})

test('the sealed table counts, names late comments, and holds nothing of who commented', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId } = await settledMatter(shell, org)
	const { content } = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind: 'adoption-table' } })
	for (const said of [
		'收到意见3条：采纳2条，部分采纳0条，不采纳1条；其中截止以后收到的逾期意见1条',
		'第1—2号',
		'（第3号逾期）',
		'建议把晚餐纳入助餐范围',
	])
		expect(content).toContain(said)
	for (const personal of ['王某', '0000-6120018']) expect(content).not.toContain(personal)
	const page = must(await readConsultationPage(shell, org.actors.head, matterId))
	expect(page).toMatchObject({ mayJudge: false, adoption: { unanswered: 0, paperId: expect.any(String) } })
})

test('after closing the public reads what became of it, each receipt finds its answer, and nothing more is received', async () => {
	const { shell, visitor, code, judge, close, ids, say } = await ground()
	const receipt = await say('晚餐也应当纳入。')
	must(await judge(await ids()))
	expect((await visitor.read(code)).value).toMatchObject({ page: { adoption: null } })
	expect((await visitor.read(code, `?receipt=${receipt}`)).value).toMatchObject({
		lookup: { found: { answer: null } },
	})
	shell.setNow(AFTER)
	must(await close())
	const { value } = await visitor.read(code, `?receipt=${receipt}`)
	expect(value).toMatchObject({
		page: {
			standing: 'settled',
			adoption: { counts: { received: 1, adopted: 1 }, rows: [{ gist: '晚餐也应当纳入。', comments: 1 }] },
		},
		lookup: { found: { answer: { answer: 'adopted', reason: '第三条已增加晚餐。' } } },
	})
	expect(JSON.stringify(value)).not.toContain('周某')
	expect(await visitor.send(code, { words: '太晚了。' })).toMatchObject({
		value: { lastResult: { error: { words: ['not-consulting'] } } },
	})
})

test('the public reads each answer once with how many comments it has, the newest word on each alone', async () => {
	const { shell, visitor, code, judge, close, ids, say } = await ground()
	for (const words of ['晚餐也应当纳入。', '请延长到晚上八点。', '晚餐也要有。', '请延长。']) await say(words)
	const [first = '', second = '', third = '', fourth = ''] = await ids()
	const longer = { answer: 'not-adopted', gist: '延长时间', reason: '供餐单位夜间无人值守。' } as const
	must(await judge([fourth, second], longer))
	must(await judge([first, fourth], { gist: '不作数' }))
	must(await judge([fourth], longer))
	must(await judge([third, first], { gist: '增加晚餐' }))
	shell.setNow(AFTER)
	must(await close())
	const { value } = await visitor.read(code)
	expect(value).toMatchObject({
		page: { adoption: { counts: { received: 4, adopted: 2, notAdopted: 2, partly: 0, late: 0 } } },
	})
	const { rows } = (value as { page: { adoption: { rows: readonly unknown[] } } }).page.adoption
	expect(rows).toEqual([
		{ answer: 'adopted', gist: '增加晚餐', reason: '第三条已增加晚餐。', comments: 2 },
		{ ...longer, comments: 1 },
		{ ...longer, comments: 1 },
	])
})

test('what the database counts of an adoption table is what the domain says of it, however often it was judged', async () => {
	const { shell, consultationId, judge, ids, say } = await ground()
	for (let at = 0; at < 5; at += 1) await say(`第${at + 1}件意见。`)
	const comments = await ids()
	const { jurisdictionId } = await shell.db.consultation.findFirstOrThrow()
	const where = { jurisdictionId, consultationId }
	// Each comment alone, with its neighbour, with the one after next, and again from the end: each time others lose their word.
	for (let turn = 0; turn < 15; turn += 1) {
		const chosen = [turn % 5, (turn * 2) % 5, (turn * 3 + 1) % 5].slice(0, 1 + (turn % 3))
		const answer = (['adopted', 'partly', 'not-adopted'] as const)[(turn * 7) % 3] ?? 'adopted'
		must(
			await judge(
				chosen.flatMap((at) => comments[at] ?? []),
				{ answer, gist: `归纳${turn}` },
			),
		)
		const { rows } = await readAdoptionTable(shell.db, where)
		expect(await readAnsweredRows(shell.db, where)).toEqual(
			rows.map(({ answer: said, gist, reason, numbers }) => ({
				answer: said,
				gist,
				reason,
				comments: numbers.length,
			})),
		)
	}
})

test('the drafter may look at those without an answer alone', async () => {
	const { shell, org, matterId, judge, ids, say } = await ground()
	await say('晚餐也应当纳入。')
	await say('请延长到晚上八点。')
	must(await judge((await ids()).slice(0, 1)))
	const read = async (isUnanswered: boolean) =>
		must(await readConsultationPage(shell, org.actors.drafter, matterId, { after: 0, isUnanswered })).comments
	expect(await read(true)).toMatchObject({ count: 2, lines: [{ number: 2, answer: null }] })
	expect((await read(false))?.lines).toMatchObject([{ answer: { answer: 'adopted' } }, { answer: null }])
})

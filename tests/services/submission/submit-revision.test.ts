import { expect, test } from 'vitest'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'
import { saveReply } from '#app/services/submission/save-reply.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	submittedMatter,
	uploadedText,
} from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { becomes, clearanceOn, opinionWithItem } from '#tests/support/review-rows.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf, refusedActs } from '#tests/support/trail-reading.ts'

const CHANGED = DRAFT_TEXT.replace('和培训证明', '')

async function revising() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	const opinionItemId = await opinionWithItem(shell, org, matterId)
	const reply = (answer: string, text: string, reason: string, item = opinionItemId) =>
		saveReply(shell, org.actors.drafter, orderOn(shell, matterId), {
			opinionItemId: item,
			answer,
			text,
			reason,
		})
	return { shell, org, matterId, reply }
}

test.each([
	['adopted', '删去“和培训证明”。', ''],
	['partly', '改为自愿提交。', '认定须核实培训情况。'],
	['not-adopted', '', '上级文件有此要求。'],
])('a reply "%s" with text "%s" and reason "%s" is kept', async (answer, text, reason) => {
	const { shell, matterId, reply } = await revising()
	must(await reply(answer, text, reason))
	expect(await shell.db.reply.findFirst()).toMatchObject({
		answer,
		text,
		reason: reason === '' ? null : reason,
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ kind: 'reply.saved', outcome: 'done' })
})

test.each([
	['adopted', ' ', '', 'text'],
	['partly', '改为自愿提交。', ' ', 'reason'],
	['partly', '', '有此要求。', 'text'],
	['not-adopted', '没有改。', '', 'reason'],
	['agreed', '已改。', '', 'answer'],
])('a reply "%s" with text "%s" and reason "%s" lacks its %s', async (answer, text, reason, field) => {
	const { shell, reply } = await revising()
	const refusal = { code: 'unfitting', field, problem: 'missing' }
	expect(await reply(answer, text, reason)).toEqual({ ok: false, reason: refusal })
	expect(await shell.db.reply.count()).toBe(0)
	expect(await refusedActs(shell)).toEqual([])
})

test('a reply to an item of no opinion in force is refused', async () => {
	const { shell, reply } = await revising()
	expect(await reply('adopted', '已改。', '', shell.newId())).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'opinionItemId', problem: 'unknown' },
	})
})

test('[21] a revision needs a new text and a reply to every item; then its three days of re-check begin', async () => {
	const { shell, org, matterId, reply } = await revising()
	const { drafter, reviewer } = org.actors
	const submit = () => submitRevision(shell, drafter, orderOn(shell, matterId))
	expect(await submit()).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['version-is-new-since-opinion', 'items-answered'] },
	})
	await uploadedText(shell, org, matterId, CHANGED)
	expect(await submit()).toMatchObject({ reason: { unmet: ['items-answered'] } })
	must(await reply('adopted', '删去“和培训证明”。', ''))
	must(await submit())
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'recheck', dueOn: '2026-11-26' })
	expect(matter.deadlines.at(-1)).toMatchObject({ kind: 'recheck', periodDays: 3 })
	expect(await noticesOf(shell, reviewer)).toContain('revision.submitted')
})

test('a text that changed after its clearance goes to re-check although no item asks for a reply', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	await clearanceOn(shell, org, matterId)
	const { title } = await matterOf(shell, org, matterId)
	await uploadedText(shell, org, matterId, CHANGED, title)
	must(await submitRevision(shell, org.actors.drafter, orderOn(shell, matterId)))
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		state: 'recheck',
		changedAfterClearance: true,
	})
})

test('without an opinion in force there is nothing to re-check against: the text is submitted anew', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	await becomes(shell, org, matterId, 'out-of-scope')
	const { title } = await matterOf(shell, org, matterId)
	await uploadedText(shell, org, matterId, CHANGED, title)
	expect(await submitRevision(shell, org.actors.drafter, orderOn(shell, matterId))).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['opinion-in-force'] },
	})
})

test('only the drafting unit replies and sends the revision in', async () => {
	const { shell, org, matterId } = await revising()
	for (const [name, code] of [
		['head', 'not-permitted'],
		['reviewer', 'not-permitted'],
		['otherDrafter', 'not-found'],
	] as const)
		expect(await submitRevision(shell, org.actors[name], orderOn(shell, matterId)), name).toMatchObject({
			reason: { code },
		})
})

import { expect, test } from 'vitest'
import { excludeMatter } from '#app/services/intake/exclude-matter.server.ts'
import { holdMeeting } from '#app/services/meeting/hold-meeting.server.ts'
import { concludeMatter } from '#app/services/issue/conclude-matter.server.ts'
import { issueText, numberText, registerText } from '#app/services/issue/issue-text.server.ts'
import { publishText } from '#app/services/issue/publish-text.server.ts'
import { readIssuingPage } from '#app/services/issue/read-issuing-page.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { AMENDED_TEXT, confirmedMatter, foundMatter } from '#tests/support/after-meeting-steps.ts'
import { DRAFT_TEXT, matterOf, must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import {
	ISSUER,
	PUBLICATION,
	issue,
	matterToBe,
	number,
	publish,
	publishedMatter,
	register,
} from '#tests/support/issue-steps.ts'
import { fixed, list, openedMeeting, orderAt, proposed, record } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { decidedMatter, registered } from '#tests/support/register-steps.ts'
import { PASSWORD, givePassword } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

const INTERNAL = {
	reasonCode: 'internal-plan',
	words: '属年度工作安排，不设定权利义务。',
	password: PASSWORD,
	staysInside: 'yes',
	touchesNoRights: 'yes',
	isAppliedOnce: 'yes',
} as const

const REFUSED = { ok: false, reason: { code: 'transition-refused' } }

test('L4 a passed text is registered, numbered, issued and published in this order, each a turn of the secretary, and then in the library', async () => {
	const { shell, org } = await desk()
	const { secretary } = org.actors
	const matterId = await decidedMatter(shell, org)
	const turn = async () =>
		(await readWorklist(shell, secretary, null)).items.find((item) => item.matterId === matterId)?.turn.act
	expect(await turn()).toBe('text.registered')
	expect(await number(shell, org, matterId)).toMatchObject(REFUSED)
	must(await register(shell, org, matterId))
	expect(await turn()).toBe('text.numbered')
	expect(await issue(shell, org, matterId)).toMatchObject(REFUSED)
	must(await number(shell, org, matterId))
	expect(await turn()).toBe('text.issued')
	expect(await publish(shell, org, matterId)).toMatchObject(REFUSED)
	must(await issue(shell, org, matterId))
	expect(await turn()).toBe('text.published')
	must(await publish(shell, org, matterId))
	expect(await turn()).toBe('text.filed')
	const matter = await matterOf(shell, org, matterId)
	expect(matter.state).toBe('filing')
	expect(await shell.db.publishedDocument.findMany()).toMatchObject([
		{
			source: 'issued',
			matterId,
			text: DRAFT_TEXT,
			contentSha256: matter.currentVersion?.contentSha256,
			documentNumber: '青政规〔2026〕1号',
			issuer: '青禾区人民政府',
		},
	])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ kind: 'text.published' })
	expect((await verifyTrail(shell)).broken).toEqual([])
})

test('H13 after 原则通过 only the text that was checked and signed is issued, and nothing before the signature', async () => {
	const { shell, org } = await desk()
	const unsigned = await foundMatter(shell, org)
	expect(await register(shell, org, unsigned)).toMatchObject(REFUSED)
	const matterId = await confirmedMatter(shell, org)
	await publishedMatter(shell, org, matterId)
	const [document] = await shell.db.publishedDocument.findMany({ where: { matterId } })
	expect(document?.text).toBe(AMENDED_TEXT)
	const [row] = await shell.db.textRegistration.findMany({ where: { matterId } })
	expect(row).toMatchObject({ clearanceId: null })
	expect(row?.checkId).not.toBeNull()
})

test.each(['deferred', 'not-passed', 'revise-and-resubmit', 'other'])(
	'H13 a matter with the outcome %s is not registered',
	async (outcome) => {
		const { shell, org } = await desk()
		const matterId = await decidedMatter(shell, org, outcome)
		expect(await register(shell, org, matterId)).toMatchObject({ ok: false })
		expect(await shell.db.textRegistration.count()).toBe(0)
	},
)

test('H13 what was signed by nobody’s key is no text that may be registered, whatever the rows say', async () => {
	const { shell, org } = await desk()
	const checked = await confirmedMatter(shell, org)
	const passed = await decidedMatter(shell, org)
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update meeting_check_decision set signature = 'AAAA'`)
	await runRaw(shell.url, `update clearance set signature = 'AAAA' where matter_id = '${passed}'`)
	for (const matterId of [checked, passed]) {
		expect(await register(shell, org, matterId)).toMatchObject({ reason: { problem: 'not-registrable' } })
		const page = must(await readIssuingPage(shell, org.actors.secretary, matterId))
		expect(page.text).toBeNull()
	}
})

test('H13 another text than the page showed is not issued', async () => {
	const { shell, org } = await desk()
	const matterId = await matterToBe(shell, org, 'issued')
	expect(await issue(shell, org, matterId, { contentSha256: 'f'.repeat(64) })).toMatchObject({
		ok: false,
		reason: { field: 'version', problem: 'changed' },
	})
	expect(await issue(shell, org, matterId, { issuedOn: '2026-11-24' })).toMatchObject({
		reason: { field: 'issuedOn', problem: 'in-the-future' },
	})
})

test('H14 nothing is public before it was issued, nor in force before it is public', async () => {
	const { shell, org } = await desk()
	const matterId = await matterToBe(shell, org, 'published')
	expect(await publish(shell, org, matterId, { publishedOn: '2026-11-22' })).toMatchObject({
		reason: { field: 'publishedOn', problem: 'before-issue' },
	})
	expect(await publish(shell, org, matterId, { effectiveOn: '2026-11-22' })).toMatchObject({
		reason: { field: 'effectiveOn', problem: 'before-publication' },
	})
	expect(await shell.db.publishedDocument.count()).toBe(0)
})

test('H14 numbers run on without a gap under one code of one issuer, after what the library has from before', async () => {
	const { shell, org } = await desk()
	await registered(shell, org, {
		documentNumber: '青政规〔2026〕7号',
		publishedOn: '2026-03-01',
		effectiveOn: '2026-03-01',
	})
	const numbers: (string | undefined)[] = []
	for (let count = 0; count < 2; count += 1) {
		const matterId = await matterToBe(shell, org, 'numbered')
		must(await number(shell, org, matterId))
		const page = must(await readIssuingPage(shell, org.actors.secretary, matterId))
		numbers.push(page.numbering?.documentNumber)
	}
	expect(numbers).toEqual(['青政规〔2026〕8号', '青政规〔2026〕9号'])
	const office = await decidedMatter(shell, org)
	must(await register(shell, org, office, '青禾区人民政府办公室'))
	expect(await number(shell, org, office, '青政规')).toMatchObject({
		reason: { field: 'organCode', problem: 'code-of-other-issuer' },
	})
	expect(await number(shell, org, office, 'QZG')).toMatchObject({
		reason: { field: 'organCode', problem: 'not-an-organ-code' },
	})
})

test.each([
	['青禾区出租房屋管理领导小组办公室', 'issues-nothing'],
	['区农业农村局产业发展科', 'issues-nothing'],
	['邻县人民政府', 'not-its-issuer'],
])('L4 %s is no issuer of a text that the government decided on', async (issuer, problem) => {
	const { shell, org } = await desk()
	const matterId = await decidedMatter(shell, org)
	expect(await register(shell, org, matterId, issuer)).toMatchObject({
		ok: false,
		reason: { field: 'issuer', problem },
	})
})

test('what is to be published is not concluded beside the register', async () => {
	const { shell, org } = await desk()
	const matterId = await decidedMatter(shell, org)
	const given = { concludedOn: '2026-11-23', words: '已签订。' }
	expect(await concludeMatter(shell, org.actors.drafter, orderOn(shell, matterId), given)).toMatchObject({
		...REFUSED,
		reason: { unmet: ['is-not-for-the-register'] },
	})
})

test('an internal paper that a meeting passed is its drafter’s to conclude, and goes to no register', async () => {
	const { shell, org } = await desk()
	const { drafter, secretary, signer } = org.actors
	const matterId = await submittedMatter(shell, org, ['other-document'])
	await givePassword(shell, signer)
	must(await excludeMatter(shell, signer, orderOn(shell, matterId), INTERNAL))
	const itemId = await proposed(shell, org, matterId)
	const meetingId = await openedMeeting(shell, org)
	must(await list(shell, secretary, meetingId, itemId))
	must(await fixed(shell, org, meetingId))
	must(await holdMeeting(shell, secretary, orderAt(shell, meetingId)))
	must(await record(shell, org, meetingId, itemId, 'passed'))
	expect(await register(shell, org, matterId)).toMatchObject({
		...REFUSED,
		reason: { unmet: ['is-for-the-register'] },
	})
	const own = (await readWorklist(shell, drafter, null)).items.find((item) => item.matterId === matterId)
	expect(own?.turn).toMatchObject({ act: 'matter.concluded', reason: 'to-be-concluded' })
	const given = { concludedOn: '2026-11-23', words: '印发机关各科室。' }
	must(await concludeMatter(shell, drafter, orderOn(shell, matterId), given))
	const matter = await matterOf(shell, org, matterId)
	expect(matter.state).toBe('concluded')
	expect(await shell.db.matterConclusion.findMany()).toMatchObject([
		{ matterId, contentSha256: matter.currentVersion?.contentSha256, concludedOn: '2026-11-23' },
	])
})

test('the intake of the review body may take each step, and the drafter none', async () => {
	const { shell, org } = await desk()
	const { registrar, drafter } = org.actors
	const matterId = await decidedMatter(shell, org)
	const order = () => orderOn(shell, matterId)
	const denied = { ok: false, reason: { code: 'not-permitted' } }
	expect(await registerText(shell, drafter, order(), { issuer: ISSUER })).toMatchObject(denied)
	must(await registerText(shell, registrar, order(), { issuer: ISSUER }))
	expect(await numberText(shell, drafter, order(), { organCode: '青政规' })).toMatchObject(denied)
	must(await numberText(shell, registrar, order(), { organCode: '青政规' }))
	const { currentVersion } = await matterOf(shell, org, matterId)
	const given = { issuedOn: '2026-11-23', contentSha256: currentVersion?.contentSha256 ?? '' }
	expect(await issueText(shell, drafter, order(), given)).toMatchObject(denied)
	must(await issueText(shell, registrar, order(), given))
	expect(await publishText(shell, drafter, order(), PUBLICATION)).toMatchObject(denied)
	must(await publishText(shell, registrar, order(), PUBLICATION))
})

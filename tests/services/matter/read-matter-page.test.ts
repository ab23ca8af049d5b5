import { expect, test } from 'vitest'
import { proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { readMatterTrail } from '#app/services/trail/read-matter-trail.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { matterOf, must, orderOn, readyMatter, submittedMatter } from '#tests/support/drafting-steps.ts'
import { clearedProposal, list, openedMeeting } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { recheckMatter, signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

test('a matter says whose turn it is, to each in their own terms', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	const turnFor = async (name: 'registrar' | 'drafter') =>
		must(await readMatterPage(shell, org.actors[name], matterId)).turns
	expect(await turnFor('registrar')).toMatchObject([{ act: 'matter.accepted', isMine: true }])
	expect(await turnFor('drafter')).toMatchObject([
		{ act: 'matter.accepted', isMine: false, organ: '青禾区司法局' },
	])
})

test('the acts of a page are those that machine and permission allow, with what is still missing', async () => {
	const { shell, org } = await desk()
	const matterId = await readyMatter(shell, org)
	const acts = async (name: 'drafter' | 'head' | 'supervisor') =>
		must(await readMatterPage(shell, org.actors[name], matterId)).acts
	expect(await acts('drafter')).toEqual([
		{ act: 'matter.edited', path: `/matters/${matterId}/materials`, unmet: [] },
		{ act: 'version.uploaded', path: `/matters/${matterId}/draft`, unmet: [] },
		{ act: 'submission.prepared', path: `/matters/${matterId}/confirm`, unmet: [] },
		{ act: 'consultation.opened', path: `/matters/${matterId}/consultation`, unmet: [] },
	])
	expect((await acts('head')).find((each) => each.act === 'matter.submitted')).toEqual({
		act: 'matter.submitted',
		path: `/matters/${matterId}/confirm`,
		unmet: ['head-was-asked'],
	})
	expect(await acts('supervisor')).toEqual([])
})

test('a verdict that the signing officer has not decided on is the review body’s own', async () => {
	const { shell, org } = await desk()
	const matterId = await recheckMatter(shell, org)
	const [item] = (await matterOf(shell, org, matterId)).opinions.at(-1)?.items ?? []
	const proposal = {
		kind: 'revision',
		note: '均已落实。',
		items: [{ opinionItemId: item?.id ?? '', verdict: 'settled', note: '' }],
		steps: [],
	} as const
	must(await proposeRecheck(shell, org.actors.reviewer, orderOn(shell, matterId), proposal))
	const page = must(await readMatterPage(shell, org.actors.drafter, matterId))
	expect(page.items).toMatchObject([{ reply: { answer: 'adopted' }, verdict: null }])
})

test('a cleared matter is ready for a meeting, and of the steps before it only those are passed that it came to', async () => {
	const { shell, org } = await desk()
	const matterId = await signedMatter(shell, org)
	const page = must(await readMatterPage(shell, org.actors.head, matterId))
	expect(page.rules.every((rule) => rule.status !== 'unmet')).toBe(true)
	expect(page).toMatchObject({
		steps: [
			{ step: 'submit', state: 'passed' },
			{ step: 'accept', state: 'passed' },
			{ step: 'review', state: 'passed' },
			{ step: 'opinion', state: 'passed' },
			{ step: 'revise', state: 'skipped' },
			{ step: 'recheck', state: 'skipped' },
			{ step: 'clear', state: 'present' },
			{ step: 'list', state: 'future' },
			{ step: 'decide', state: 'future' },
			{ step: 'amend', state: 'future' },
			{ step: 'issue', state: 'future' },
		],
		opinion: { conclusion: 'lawful' },
		versions: [{ isCurrent: true, clearance: { state: 'valid' } }],
	})
})

test('what somebody may not see is not there', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	for (const name of [
		'otherDrafter',
		'otherHead',
		'secretary',
		'systemAdministrator',
		'auditAdministrator',
	] as const)
		expect(await readMatterPage(shell, org.actors[name], matterId), name).toMatchObject({
			reason: { code: 'not-found' },
		})
})

test('the trail shows what was refused, filters it, and verifies the chain', async () => {
	const { shell, org } = await desk()
	const { matterId, itemId } = await clearedProposal(shell, org)
	await submitMatter(shell, org.actors.head, orderOn(shell, matterId))
	const meetingId = await openedMeeting(shell, org)
	must(await list(shell, org.actors.secretary, meetingId, itemId))
	const read = async (filter: 'all' | 'refused' | 'texts') =>
		must(await readMatterTrail(shell, org.actors.secretary, matterId, { filter, before: null }))
	const all = await read('all')
	expect(all).toMatchObject({ fault: null, next: null })
	expect(all.lines.slice(0, 2)).toMatchObject([
		{ kind: 'agenda.listed' },
		{ kind: 'matter.submitted', isRefused: true },
	])
	expect(all.entries).toBe(all.lines.length)
	expect((await read('refused')).lines.map((line) => line.kind)).toEqual(['matter.submitted'])
	expect((await read('texts')).lines.map((line) => line.kind)).toEqual([
		'clearance.issued',
		'version.uploaded',
	])
})

test('counsel see the matter they are assigned to, not its trail', async () => {
	const { shell, org } = await desk()
	const matterId = await signedMatter(shell, org)
	expect((await readMatterPage(shell, org.actors.counsel, matterId)).ok).toBe(true)
	expect(
		await readMatterTrail(shell, org.actors.counsel, matterId, { filter: 'all', before: null }),
	).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	expect(await readMatterPage(shell, org.actors.otherCounsel, matterId)).toMatchObject({
		reason: { code: 'not-found' },
	})
})

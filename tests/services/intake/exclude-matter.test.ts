import { expect, test } from 'vitest'
import { exclusionsFor } from '#app/domain/materials/reason.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { REASONS } from '#seeds/reference/reasons.ts'
import { excludeMatter } from '#app/services/intake/exclude-matter.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { returnMatter } from '#app/services/intake/return-matter.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	submittedMatter,
	uploadedText,
} from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import {
	counselSays,
	givePassword,
	PASSWORD,
	reviewingMatter,
	signedMatter,
} from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds } from '#tests/support/trail-reading.ts'

const GIVEN = {
	reasonCode: 'internal-plan',
	words: '属年度工作安排，不设定权利义务。',
	password: PASSWORD,
	staysInside: 'yes',
	touchesNoRights: 'yes',
	isAppliedOnce: 'yes',
} as const

test('[7] an internal paper needs no review: signed, on exactly this text, with a number of its own series', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org, ['other-document'])
	await givePassword(shell, org.actors.signer)
	const { number } = must(
		await excludeMatter(shell, org.actors.signer, orderOn(shell, matterId), GIVEN),
	).value
	expect(number).toMatch(/不审〔2026〕1号$/)
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'out-of-scope', reasonCode: 'internal-plan', dueOn: null })
	expect(matter.clearances).toMatchObject([
		{
			kind: 'out-of-scope',
			number,
			opinionId: null,
			explanation: GIVEN.words,
			contentSha256: matter.currentVersion?.contentSha256,
			standing: { state: 'valid' },
		},
	])
	expect(matter.live?.clearanceId).toBe(matter.clearances[0]?.id)
	expect((await entryKinds(shell, `matter/${matterId}`)).slice(-2)).toEqual([
		'scope.excluded',
		'clearance.issued',
	])
})

test('a reason from another list, missing words and a wrong password leave no clearance behind', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org, ['other-document'])
	await givePassword(shell, org.actors.signer)
	for (const [given, reason] of [
		[
			{ ...GIVEN, reasonCode: 'not-consulted' },
			{ code: 'unfitting', field: 'reasonCode', problem: 'missing' },
		],
		[
			{ ...GIVEN, words: '' },
			{ code: 'unfitting', field: 'words', problem: 'missing' },
		],
		[
			{ ...GIVEN, password: 'not mine' },
			{ code: 'wrong-password', triesLeft: 4 },
		],
	] as const)
		expect(await excludeMatter(shell, org.actors.signer, orderOn(shell, matterId), given)).toEqual({
			ok: false,
			reason,
		})
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		state: 'submitted',
		clearances: [],
		live: null,
	})
})

const CODES = ['internal-plan', 'internal-minutes', 'work-plan', 'other-procedure', 'emergency-response']
const REVIEWED: readonly (readonly Track[])[] = [
	['government-decision'],
	['department-decision'],
	['normative-document'],
	['government-contract'],
	['government-decision', 'normative-document'],
	['normative-document', 'other-document'],
]

test.each<readonly [string, readonly Track[], boolean]>([
	...CODES.flatMap((code) => REVIEWED.map((tracks) => [code, tracks, false] as const)),
	['work-plan', ['other-document'], false],
	['other-procedure', ['other-document'], false],
	['emergency-response', ['other-document'], false],
	['internal-plan', ['other-document'], true],
])('the reason %s takes %j out of review: %s', (reasonCode, tracks, fits) => {
	const offered = exclusionsFor(
		REASONS.map(({ body }) => body),
		tracks,
	)
	expect(offered.some(({ code }) => code === reasonCode)).toBe(fits)
})

test('a subsidy measure named 工作方案 stays under review', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	await givePassword(shell, org.actors.signer)
	expect(await excludeMatter(shell, org.actors.signer, orderOn(shell, matterId), GIVEN)).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'reasonCode', problem: 'missing' },
	})
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'submitted', clearances: [] })
})

test('nobody but the signing officer says that a matter is out of scope', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	for (const who of ['registrar', 'lead', 'reviewer', 'secretary', 'head'] as const) {
		const answer = await excludeMatter(shell, org.actors[who], orderOn(shell, matterId), GIVEN)
		expect(answer.ok).toBe(false)
	}
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'submitted', live: null })
})

test('what an opinion has found wanting is not out of scope afterwards, and neither is what counsel holds', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const unlawful = await signedMatter(shell, org, 'unlawful')
	await uploadedText(shell, org, unlawful, `${DRAFT_TEXT}\n第五条　附则。`)
	await submitAgain(shell, org, unlawful)
	expect(await excludeMatter(shell, org.actors.signer, orderOn(shell, unlawful), GIVEN)).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['no-adverse-opinion'] },
	})
	const held = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, held, 'unlawful'))
	const back = { reasonCode: 'papers-not-conforming', words: '退回补充。' }
	must(await returnMatter(shell, org.actors.signer, orderOn(shell, held), back))
	await submitAgain(shell, org, held)
	expect(await excludeMatter(shell, org.actors.signer, orderOn(shell, held), GIVEN)).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['counsel-hold-disposed'] },
	})
})

async function submitAgain(
	shell: TestShell,
	org: Awaited<ReturnType<typeof seedOrganisation>>,
	matterId: string,
): Promise<void> {
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	must(await submitMatter(shell, org.actors.head, orderOn(shell, matterId)))
}

import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import { signedClearance } from '#app/db/signed-clearance-row.server.ts'
import { disposeCounselHold } from '#app/services/opinion/dispose-counsel-hold.server.ts'
import { checkOpinion, sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import {
	bodyFor,
	checkedMatter,
	counselSays,
	givePassword,
	MUST_ITEM,
	PASSWORD,
	reviewingMatter,
	secondCounsel,
	saveBody,
	withPost,
} from '#tests/support/review-steps.ts'
import {
	type SampleActor,
	type SampleOrganisation,
	seedOrganisation,
} from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

function sign(shell: TestShell, org: SampleOrganisation, matterId: string, password = PASSWORD) {
	return signOpinion(shell, org.actors.signer, orderOn(shell, matterId), { password })
}

test('[16] 合法 clears exactly the version that the opinion is on, with a number and a signature', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await checkedMatter(shell, org)
	const signed = must(await sign(shell, org, matterId)).value
	expect(signed).toMatchObject({
		number: '青司审〔2026〕1号',
		conclusion: 'lawful',
		clearanceNumber: '青司审通〔2026〕1号',
	})
	const matter = await matterOf(shell, org, matterId)
	const [clearance] = matter.clearances
	expect(matter).toMatchObject({ state: 'cleared', dueOn: null })
	expect(clearance).toMatchObject({
		kind: 'reviewed',
		opinionId: signed.opinionId,
		versionId: matter.currentVersionId,
		contentSha256: matter.currentVersion?.contentSha256,
		signedBy: org.actors.signer.personId,
	})
	if (!clearance) throw new Error('cleared without a clearance')
	const row = signedClearance(clearance)
	expect(shell.clearanceKey.verify(row, clearance.signature)).toBe(true)
	expect(shell.clearanceKey.verify({ ...row, kind: 'emergency' }, clearance.signature)).toBe(false)
	expect((await entryKinds(shell, `matter/${matterId}`)).slice(-2)).toEqual([
		'opinion.signed',
		'clearance.issued',
	])
	expect(await noticesOf(shell, org.actors.drafter)).toContain('opinion.signed')
})

test('the signed opinion keeps its items, points, steps and every paper it relied on, by hash', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await checkedMatter(shell, org, 'amend')
	const { opinionId } = must(await sign(shell, org, matterId)).value
	const opinion = await shell.db.opinion.findFirstOrThrow({
		where: { id: opinionId },
		include: { items: true, points: true, steps: true, reliedOn: true },
	})
	const { id: _, points: _points, ...item } = MUST_ITEM
	expect(opinion.items).toMatchObject([{ position: 1, ...item }])
	expect(opinion.points).toHaveLength(7)
	expect(opinion.steps).toHaveLength(6)
	const materials = await shell.db.material.findMany({ where: { matterId } })
	expect(opinion.reliedOn.map(({ sha256 }) => sha256).sort()).toEqual(
		materials.map(({ sha256 }) => sha256).sort(),
	)
	expect(opinion).toMatchObject({
		reviewerId: org.actors.reviewer.personId,
		checkerId: org.actors.checker.personId,
		signerId: org.actors.signer.personId,
		isTwoPerson: false,
	})
})

test('[17] [18] 应当予以修改 gives the matter back for ten working days, 不合法 ends in 审查不通过; neither clears', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	for (const [conclusion, state, dueOn] of [
		['amend', 'revising', '2026-12-07'],
		['unlawful', 'not-passed', null],
	] as const) {
		const matterId = await checkedMatter(shell, org, conclusion)
		must(await sign(shell, org, matterId))
		expect(await matterOf(shell, org, matterId)).toMatchObject({ state, dueOn, clearances: [], live: null })
	}
})

test('nobody but the signing officer signs; the reviewer and the checker are refused, with an entry', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await checkedMatter(shell, org)
	for (const who of ['reviewer', 'checker', 'lead', 'registrar', 'head'] as const satisfies SampleActor[]) {
		await givePassword(shell, org.actors[who])
		const answer = await signOpinion(shell, org.actors[who], orderOn(shell, matterId), { password: PASSWORD })
		expect(answer).toMatchObject({ ok: false, reason: { code: 'not-permitted', act: 'opinion.signed' } })
		expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
			kind: 'opinion.signed',
			outcome: 'refused',
			actorId: org.actors[who].personId,
		})
	}
})

test.each([
	['reviewer', 'reviewer'],
	['checker', 'checker'],
	['counsel', 'counsel'],
] as const)('the %s cannot sign though they hold a signing officer’s post', async (who, other) => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await checkedMatter(shell, org)
	const both = await withPost(shell, org.actors[who], 'signing-officer')
	await givePassword(shell, both)
	expect(await signOpinion(shell, both, orderOn(shell, matterId), { password: PASSWORD })).toEqual({
		ok: false,
		reason: { code: 'not-separate', hand: 'signing-officer', other },
	})
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'signoff', opinions: [] })
})

test('who signed the submission signs no opinion, whatever posts they hold', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await checkedMatter(shell, org)
	const { head, signer } = org.actors
	// The matter's column names only the newest head; the trail remembers them all.
	await byAnAct(shell, (tx) =>
		tx.matter.updateMany({
			where: { id: matterId },
			data: { headId: org.actors.otherHead.personId },
		}),
	)
	const asSigner = { ...head, posts: [...head.posts, ...signer.posts] }
	await givePassword(shell, head)
	expect(await signOpinion(shell, asSigner, orderOn(shell, matterId), { password: PASSWORD })).toEqual({
		ok: false,
		reason: { code: 'not-separate', hand: 'signing-officer', other: 'head' },
	})
})

test('where the organ is set up for two-person review the checker may sign, and the opinion shows it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await shell.db.organ.updateMany({ where: { id: org.organs.justice }, data: { twoPersonReview: true } })
	const matterId = await checkedMatter(shell, org)
	const both = await withPost(shell, org.actors.checker, 'signing-officer')
	await givePassword(shell, both)
	const { opinionId } = must(
		await signOpinion(shell, both, orderOn(shell, matterId), { password: PASSWORD }),
	).value
	expect(await shell.db.opinion.findFirst({ where: { id: opinionId } })).toMatchObject({ isTwoPerson: true })
})

test('a wrong password signs nothing; after five of them the right one has to wait', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await checkedMatter(shell, org)
	for (const triesLeft of [4, 3, 2, 1, 0])
		expect(await sign(shell, org, matterId, 'not mine')).toEqual({
			ok: false,
			reason: { code: 'wrong-password', triesLeft },
		})
	expect(await sign(shell, org, matterId)).toEqual({
		ok: false,
		reason: { code: 'too-many-tries', retryAfterMinutes: 15 },
	})
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'signoff', opinions: [] })
	shell.setNow(new Date(shell.now().getTime() + 16 * 60_000))
	must(await sign(shell, org, matterId))
})

test('[14] nothing is signed before it was checked', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	must(await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId)))
	await givePassword(shell, org.actors.signer)
	expect(await sign(shell, org, matterId)).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['opinion-checked'] },
	})
})

test('a 不合法 of counsel holds the signature until the signing officer has disposed of it in writing', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, checker, signer } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId, 'unlawful'))
	await secondCounsel(shell, org, matterId)
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'amend', [MUST_ITEM])))
	must(await sendOpinion(shell, reviewer, orderOn(shell, matterId)))
	must(await checkOpinion(shell, checker, orderOn(shell, matterId)))
	await givePassword(shell, signer)
	expect(await sign(shell, org, matterId)).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['counsel-hold-disposed'] },
	})
	const counselOpinionId = (await matterOf(shell, org, matterId)).counselOpinions[0]?.id ?? ''
	const given = { counselOpinionId, text: '依据《农业法》第五十六条，所称上位法已经修改，现行规定允许。' }
	must(await disposeCounselHold(shell, signer, orderOn(shell, matterId), given))
	must(await sign(shell, org, matterId))
})

test('the same signature sent twice signs once', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await checkedMatter(shell, org)
	const order = orderOn(shell, matterId)
	const first = must(await signOpinion(shell, org.actors.signer, order, { password: PASSWORD }))
	const second = must(await signOpinion(shell, org.actors.signer, order, { password: PASSWORD }))
	expect(second).toEqual(first)
	expect(await shell.db.opinion.count({ where: { matterId } })).toBe(1)
	expect(await shell.db.clearance.count({ where: { matterId } })).toBe(1)
})

import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Result } from '#app/domain/result.ts'
import { answerStep } from '#app/services/materials/answer-step.server.ts'
import { declineSubmission } from '#app/services/submission/decline-submission.server.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import { editMatter } from '#app/services/drafting/edit-matter.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import {
	DRAFT_TEXT,
	confirmedReading,
	matterOf,
	must,
	openedMatter,
	orderOn,
	readyMatter,
	submittedMatter,
	textFile,
	uploadText,
	uploadedText,
} from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

test('[1] the head’s signature gives the matter its number, its review body and two working days for acceptance', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	expect(await noticesOf(shell, org.actors.head)).toEqual(['submission.prepared'])
	const receipt = must(await submitMatter(shell, org.actors.head, orderOn(shell, matterId))).value
	expect(receipt).toEqual({ caseNumber: '2026-0001', round: 1 })
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({
		state: 'submitted',
		caseNumber: '2026-0001',
		headId: org.actors.head.personId,
		reviewOrganId: org.organs.justice,
		reviewUnitId: null,
		awaitingHead: false,
		dueOn: '2026-11-25',
	})
	expect(matter.deadlines).toMatchObject([
		{ kind: 'accept', startsOn: '2026-11-23', periodDays: 2, endedAt: null },
	])
	expect(await noticesOf(shell, org.actors.registrar)).toEqual(['matter.submitted'])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'matter.submitted',
		outcome: 'done',
	})
})

test('a department’s own decision goes to the department’s own legal unit', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matter = await matterOf(shell, org, await submittedMatter(shell, org, ['department-decision']))
	expect(matter).toMatchObject({
		reviewOrganId: org.organs.agriculture,
		reviewUnitId: org.units.agricultureLegal,
	})
})

test('L6: a department’s decision that is a normative document too stays with its legal unit, unless the government approves it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const tracks = ['department-decision', 'normative-document'] as const
	const bodies = []
	for (const issuer of ['own-organ', 'approved-by-government'] as const) {
		const { reviewOrganId } = await matterOf(shell, org, await submittedMatter(shell, org, tracks, issuer))
		bodies.push(reviewOrganId)
	}
	expect(bodies).toEqual([org.organs.agriculture, org.organs.justice])
})

test('L6: where nobody reviews, nothing is opened, and what was opened before is not submitted', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter, head } = org.actors
	const cases = [
		['department-decision', 'own-organ', 'not-designated'],
		['government-decision', 'government', 'no-review-body'],
	] as const
	const ready: string[] = []
	for (const [track] of cases) ready.push(await readyMatter(shell, org, [track]))
	for (const matterId of ready) must(await prepareSubmission(shell, drafter, orderOn(shell, matterId)))
	await shell.db.unit.updateMany({ where: { kind: 'legal' }, data: { disabledAt: shell.now() } })
	await shell.db.organ.updateMany({ where: { kind: 'review-body' }, data: { disabledAt: shell.now() } })
	for (const [at, [track, issuer, problem]] of cases.entries()) {
		const refused = { ok: false, reason: { code: 'unfitting', field: 'issuer', problem } }
		const matterId = ready[at] ?? ''
		expect(await submitMatter(shell, head, orderOn(shell, matterId))).toEqual(refused)
		expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'draft', caseNumber: null, round: 1 })
		const order = { key: shell.newId(), title: '集市规划', tracks: [track], issuer }
		expect(await openMatter(shell, drafter, order)).toEqual(refused)
	}
	expect(await shell.db.matter.count()).toBe(cases.length)
})

test('everything that is missing for a submission is refused as one list, and the refusal is in the trail', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const answer = await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId))
	const unmet = [
		'has-version',
		'version-is-submittable',
		'reading-is-confirmed',
		'version-is-new-since-opinion',
		'materials-complete',
		'steps-answered',
	]
	expect(answer).toMatchObject({ ok: false, reason: { code: 'transition-refused', state: 'draft', unmet } })
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'submission.prepared',
		outcome: 'refused',
		detail: { unmet },
	})
})

test('a head cannot sign what nobody asked them to sign', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	const answer = await submitMatter(shell, org.actors.head, orderOn(shell, matterId))
	expect(answer).toMatchObject({
		ok: false,
		reason: { code: 'transition-refused', unmet: ['head-was-asked'] },
	})
})

test('whatever the drafter changes after asking takes the request back', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter } = org.actors
	const matterId = await readyMatter(shell, org)
	const changes: readonly (() => Promise<Result<unknown, unknown>>)[] = [
		() =>
			editMatter(shell, drafter, orderOn(shell, matterId), {
				title: '另一个名称',
				tracks: ['normative-document'],
				issuer: 'government',
			}),
		() =>
			answerStep(shell, drafter, orderOn(shell, matterId), {
				step: 'risk-assessment',
				answer: 'not-applicable',
				reason: '不涉及社会稳定风险。',
			}),
		() => uploadText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　附则。`),
	]
	for (const change of changes) {
		must(await prepareSubmission(shell, drafter, orderOn(shell, matterId)))
		must(await change())
		expect((await matterOf(shell, org, matterId)).awaitingHead).toBe(false)
	}
})

test('a head who signs a page that has become old is told what changed, and nothing is signed', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	const { revision } = await matterOf(shell, org, matterId)
	await uploadedText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　附则。`)
	const answer = await submitMatter(shell, org.actors.head, orderOn(shell, matterId, revision))
	expect(answer).toMatchObject({
		ok: false,
		reason: { code: 'stale-page', changes: [{ kind: 'version.uploaded' }, { kind: 'reading.confirmed' }] },
	})
})

test('nobody signs the submission of a text that they drafted or uploaded', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter, head } = org.actors
	const drafterPost = { ...drafter.posts[0]!, id: shell.newId() }
	await shell.db.post.create({
		data: {
			...drafterPost,
			jurisdictionId: org.jurisdictionId,
			personId: head.personId,
			state: 'active',
			requestedAt: shell.now(),
			confirmedAt: shell.now(),
		},
	})
	const both: Actor = { ...head, posts: [...head.posts, drafterPost] }
	const matterId = await readyMatter(shell, org)
	must(
		await uploadVersion(shell, both, orderOn(shell, matterId), {
			main: { kind: 'file', file: textFile(`${DRAFT_TEXT}\n第五条　附则。`) },
			annexes: [],
			keptAnnexes: [],
			typedTitle: null,
		}),
	)
	await confirmedReading(shell, org, matterId)
	must(await prepareSubmission(shell, drafter, orderOn(shell, matterId)))
	const answer = await submitMatter(shell, both, orderOn(shell, matterId))
	expect(answer).toEqual({ ok: false, reason: { code: 'not-separate', hand: 'head', other: 'drafter' } })
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'matter.submitted',
		outcome: 'refused',
	})
})

test('a head gives a submission back in words, and only in words', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	const silent = await declineSubmission(shell, org.actors.head, orderOn(shell, matterId), '  ')
	expect(silent).toEqual({ ok: false, reason: { code: 'unfitting', field: 'words', problem: 'missing' } })
	must(await declineSubmission(shell, org.actors.head, orderOn(shell, matterId), '第三条请再核。'))
	expect((await matterOf(shell, org, matterId)).awaitingHead).toBe(false)
	expect(await noticesOf(shell, org.actors.drafter)).toEqual(['submission.declined'])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ detail: { words: '第三条请再核。' } })
})

test('a matter that was returned keeps its number and gets a new round', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	await byAnAct(shell, (tx) => tx.matter.updateMany({ where: { id: matterId }, data: { state: 'returned' } }))
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	const receipt = must(await submitMatter(shell, org.actors.head, orderOn(shell, matterId))).value
	expect(receipt).toEqual({ caseNumber: '2026-0001', round: 2 })
	const rounds = await shell.db.reviewRound.findMany({ where: { matterId }, orderBy: { number: 'asc' } })
	expect(rounds.map((round) => [round.number, round.cause])).toEqual([
		[1, 'submitted'],
		[2, 'submitted-again'],
	])
})

test('another department’s head finds no such matter, and a drafter cannot sign for the head', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	expect(await submitMatter(shell, org.actors.otherHead, orderOn(shell, matterId))).toEqual({
		ok: false,
		reason: { code: 'not-found' },
	})
	expect(await lastEntry(shell, `user/${org.actors.otherHead.personId}`)).toMatchObject({
		outcome: 'refused',
	})
	expect(await submitMatter(shell, org.actors.drafter, orderOn(shell, matterId))).toEqual({
		ok: false,
		reason: { code: 'not-permitted', act: 'matter.submitted' },
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'matter.submitted',
		outcome: 'refused',
	})
})

test('pressing the button twice submits once', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	const order = orderOn(shell, matterId)
	const [first, second] = [
		await submitMatter(shell, org.actors.head, order),
		await submitMatter(shell, org.actors.head, order),
	]
	expect(second).toEqual(first)
	expect(await shell.db.auditEntry.count({ where: { matterId, kind: 'matter.submitted' } })).toBe(1)
})

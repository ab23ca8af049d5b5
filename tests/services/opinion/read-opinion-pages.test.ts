import { sentencesOf } from '#app/domain/paper/paper.ts'
import { expect, test } from 'vitest'
import {
	readEditorPage,
	readPaperPage,
	readSigningPage,
} from '#app/services/opinion/read-opinion-pages.server.ts'
import { readOpinionsPage } from '#app/services/opinion/read-opinions-page.server.ts'
import { proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { readRecheckPage } from '#app/services/recheck/read-recheck-pages.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import {
	checkedMatter,
	MUST_ITEM,
	recheckMatter,
	reviewingMatter,
	signedMatter,
} from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('the editor names everything that is missing, and nobody of the drafting side or of counsel opens it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	const page = must(await readEditorPage(shell, org.actors.reviewer, matterId))
	expect(page.unmet).toEqual(['points-answered', 'steps-judged', 'conclusion-chosen', 'counsel-heard'])
	expect(page.points).toHaveLength(7)
	expect(page.steps).toHaveLength(6)
	expect(page.heading.open).toContain('opinion.saved')
	expect(must(await readEditorPage(shell, org.actors.lead, matterId)).heading.open).not.toContain(
		'opinion.saved',
	)
	for (const who of ['drafter', 'head', 'counsel'] as const)
		expect(await readEditorPage(shell, org.actors[who], matterId)).toMatchObject({
			reason: { code: 'not-permitted' },
		})
})

test('the signing page tells the reviewer that the signature is not theirs', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await checkedMatter(shell, org)
	const bySigner = must(await readSigningPage(shell, org.actors.signer, matterId))
	expect(bySigner).toMatchObject({ isFrozen: true, isChecked: true, unmet: [], clash: null })
	expect(bySigner.paper).toMatchObject({
		number: null,
		checker: { name: 'checker' },
		signer: null,
		conclusion: 'lawful',
	})
	expect(must(await readSigningPage(shell, org.actors.reviewer, matterId)).clash).toMatchObject({
		other: 'reviewer',
	})
	expect(await readSigningPage(shell, org.actors.head, matterId)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
})

test('the paper of a signed opinion is read by the drafting unit, and by nobody under another matter’s address', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org, 'amend')
	const opinionId = (await matterOf(shell, org, matterId)).opinions[0]?.id ?? ''
	const { paper } = must(await readPaperPage(shell, org.actors.drafter, matterId, opinionId))
	expect(paper.seal).not.toBeNull()
	const words = sentencesOf(paper).map(({ text }) => text)
	expect(words).toEqual(
		expect.arrayContaining([
			'青禾区司法局合法性审核意见书',
			'青司审〔2026〕1号',
			`问题：${MUST_ITEM.problem}`,
			'应当予以修改。',
			'承办人：reviewer　　复核人：checker　　签发人：signer',
		]),
	)
	const other = await signedMatter(shell, org)
	expect(await readPaperPage(shell, org.actors.drafter, other, opinionId)).toMatchObject({
		reason: { code: 'not-found' },
	})
})

test('a verdict reaches the drafting unit only once the signing officer has decided on it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, drafter } = org.actors
	const matterId = await recheckMatter(shell, org)
	const [item] = (await matterOf(shell, org, matterId)).opinions[0]?.items ?? []
	const verdict = { opinionItemId: item?.id ?? '', verdict: 'settled', note: '' } as const
	must(
		await proposeRecheck(shell, reviewer, orderOn(shell, matterId), {
			kind: 'revision',
			note: '均已落实。',
			items: [verdict],
			steps: [],
		}),
	)
	const seenBy = async (who: typeof drafter) => {
		const page = must(await readOpinionsPage(shell, who, matterId))
		return [page.opinions[0]?.items[0]?.verdict?.verdict ?? null, page.rechecks.length, page.counsel.length]
	}
	expect(await seenBy(reviewer)).toEqual(['settled', 1, 1])
	expect(await seenBy(drafter)).toEqual([null, 0, 0])
})

test('the re-check page compares with the version that the opinion was on', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await recheckMatter(shell, org)
	const choice = { around: '0', kind: null, nature: null, mark: null, part: null, at: null } as const
	const page = must(await readRecheckPage(shell, org.actors.reviewer, matterId, choice))
	expect(page).toMatchObject({ kinds: ['revision'], newVersionNo: 2, steps: [], isWaiting: false })
	expect(page.comparison?.reading.summary.edits).toEqual({ inserted: 0, deleted: 5 })
	expect(page.opinion?.items[0]?.reply).toMatchObject({ answer: 'adopted' })
})

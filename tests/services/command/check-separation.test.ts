import { expect, test } from 'vitest'
import { loadHands } from '#app/db/load-hands.server.ts'
import { type Hand, judgeSeparation } from '#app/domain/permission/separation.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { returnMatter } from '#app/services/intake/return-matter.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import {
	confirmedReading,
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	readyMatter,
	textFile,
} from '#tests/support/drafting-steps.ts'
import { byAnAct } from '#tests/support/by-an-act.ts'
import { listedItem } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { reviewingMatter, withPost } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('every uploader, every head who signed and every counsel of any round is one of the hands', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter, head, otherDrafter, otherHead, registrar } = org.actors
	const matterId = await readyMatter(shell, org)
	const lodger = { ...otherDrafter, posts: drafter.posts }
	const text = { kind: 'file', file: textFile(`${DRAFT_TEXT}\n第五条　解释。`) } as const
	const set = { main: text, annexes: [], keptAnnexes: [], typedTitle: null }
	must(await uploadVersion(shell, lodger, orderOn(shell, matterId), set))
	await confirmedReading(shell, org, matterId)
	for (const who of [head, { ...otherHead, posts: head.posts }]) {
		must(await prepareSubmission(shell, drafter, orderOn(shell, matterId)))
		must(await submitMatter(shell, who, orderOn(shell, matterId)))
		const reason = { reasonCode: 'not-consulted', words: '未公开征求意见。' }
		must(await returnMatter(shell, registrar, orderOn(shell, matterId), reason))
	}
	const hands = await loadHands(shell.db, await matterOf(shell, org, matterId))
	expect([...hands.drafterIds].sort()).toEqual([drafter.personId, otherDrafter.personId].sort())
	expect([...hands.headIds].sort()).toEqual([head.personId, otherHead.personId].sort())
})

test('who uploaded a version of the text cannot review it, whatever posts they hold', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter, head, lead, registrar, reviewer } = org.actors
	const matterId = await readyMatter(shell, org)
	const guest = { ...reviewer, posts: drafter.posts }
	const text = { kind: 'file', file: textFile(`${DRAFT_TEXT}\n第五条　解释。`) } as const
	must(
		await uploadVersion(shell, guest, orderOn(shell, matterId), {
			main: text,
			annexes: [],
			keptAnnexes: [],
			typedTitle: null,
		}),
	)
	await confirmedReading(shell, org, matterId)
	must(await prepareSubmission(shell, drafter, orderOn(shell, matterId)))
	must(await submitMatter(shell, head, orderOn(shell, matterId)))
	must(await acceptMatter(shell, registrar, orderOn(shell, matterId)))
	await withPost(shell, reviewer, 'checker')
	expect(await assignReviewer(shell, lead, orderOn(shell, matterId), reviewer.personId)).toEqual({
		ok: false,
		reason: { code: 'not-separate', hand: 'reviewer', other: 'drafter' },
	})
})

test('who handed a review over still does not sign, check or advise on that matter', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { lead, reviewer, otherReviewer } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await assignReviewer(shell, lead, orderOn(shell, matterId), otherReviewer.personId))
	const hands = await loadHands(shell.db, await matterOf(shell, org, matterId))
	expect(hands).toMatchObject({
		reviewerId: otherReviewer.personId,
		formerReviewerIds: [reviewer.personId],
	})
	for (const hand of ['checker', 'signing-officer', 'counsel'] as const)
		expect(judgeSeparation(reviewer.personId, hand, hands)).toEqual({
			ok: false,
			reason: { code: 'not-separate', hand, other: 'reviewer' },
		})
	must(await assignReviewer(shell, lead, orderOn(shell, matterId), reviewer.personId))
})

test('who checked, signed or listed a matter lends it no other hand, in a later round and under another post either', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { checker, signer, secretary, drafter } = org.actors
	const { matterId } = await listedItem(shell, org)
	// A later round begins the hands anew in the rows; the trail keeps those of before.
	await byAnAct(shell, (tx) =>
		tx.matter.updateMany({ where: { id: matterId }, data: { checkerId: null, signerId: null } }),
	)
	const hands = await loadHands(shell.db, await matterOf(shell, org, matterId))
	const other = (personId: string, hand: Hand) => {
		const judged = judgeSeparation(personId, hand, hands)
		return judged.ok ? null : judged.reason.other
	}
	expect(other(checker.personId, 'signing-officer')).toBe('checker')
	expect(other(checker.personId, 'secretary')).toBe('checker')
	expect(other(signer.personId, 'checker')).toBe('signing-officer')
	expect(other(signer.personId, 'secretary')).toBe('signing-officer')
	expect(other(secretary.personId, 'reviewer')).toBe('secretary')
	expect(other(secretary.personId, 'signing-officer')).toBe('secretary')
	expect(other(secretary.personId, 'secretary')).toBeNull()
	expect(other(drafter.personId, 'secretary')).toBe('drafter')
})

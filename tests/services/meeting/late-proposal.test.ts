import { expect, test } from 'vitest'
import { PROPOSAL_PARTS, lackingParts } from '#app/domain/meeting/proposal-check.ts'
import { type Paper, sentencesOf } from '#app/domain/paper/paper.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { fixed, lateProposal, list, urgentlyApproved } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('what is proposed after the last day is taken up only where the chair approves it with a reason, which is printed', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { meetingId, itemId } = await lateProposal(shell, org)
	const { secretary } = org.actors
	expect(await list(shell, secretary, meetingId, itemId)).toMatchObject({
		reason: { code: 'unfitting', field: 'agendaItemId', problem: 'after-the-last-day' },
	})
	const before = must(await readMeetingPage(shell, secretary, meetingId))
	expect(before.closing).toMatchObject({ on: '2026-11-20', days: 7, isPast: true })
	expect(before.pool).toMatchObject([{ isOpen: true, obstacle: 'after-the-last-day', isUrgent: false }])
	await urgentlyApproved(shell, org, meetingId, itemId)
	const after = must(await readMeetingPage(shell, secretary, meetingId))
	expect(after.pool).toMatchObject([{ isOpen: true, obstacle: null, isUrgent: true }])
	must(await list(shell, secretary, meetingId, itemId))
	must(await fixed(shell, org, meetingId))
	const sheet = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind: 'item-sheet' } })
	const says = sentencesOf(JSON.parse(sheet.content) as Paper).map(({ text }) => text)
	expect(says.some((text) => /2026年11月23日签署同意紧急列入，理由：汛期前必须议定。/.test(text))).toBe(true)
})

test('the pool names what the office still misses of a proposal', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { meetingId } = await lateProposal(shell, org)
	const { pool } = must(await readMeetingPage(shell, org.actors.secretary, meetingId))
	// The leader was asked and has not signed yet.
	expect(pool[0]?.lacking).toContain('consent')
	const whole = { presenter: '王某某', minutes: 10, consent: 'given', hasMaterials: true } as const
	expect(lackingParts(whole)).toEqual([])
	expect(lackingParts({ presenter: '', minutes: null, consent: 'asked', hasMaterials: false })).toEqual([
		...PROPOSAL_PARTS,
	])
})

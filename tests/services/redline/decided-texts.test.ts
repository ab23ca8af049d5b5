import { expect, test } from 'vitest'
import { listDecidedTexts, loadDecidedText } from '#app/services/redline/decided-texts.server.ts'
import { DRAFT_TEXT, must, submittedMatter } from '#tests/support/drafting-steps.ts'
import { forgeClearance } from '#tests/support/forge-clearance.ts'
import { heldMeeting, listedItem, record } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('a text that a meeting has passed is offered to whoever may see its matter, and not to compare with itself', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const held = await heldMeeting(shell, org)
	const { reviewer, otherCounsel } = org.actors
	const draft = await submittedMatter(shell, org)
	expect(await listDecidedTexts(shell, reviewer, draft)).toEqual([])
	must(await record(shell, org, held.meetingId, held.itemId, 'passed'))
	expect(await listDecidedTexts(shell, reviewer, draft)).toMatchObject([
		{ matterId: held.matterId, outcome: 'passed' },
	])
	expect(await loadDecidedText(shell, reviewer, held.matterId)).toMatchObject({ text: DRAFT_TEXT })
	expect(await listDecidedTexts(shell, reviewer, held.matterId)).toEqual([])
	expect(await listDecidedTexts(shell, otherCounsel, draft)).toEqual([])
	expect(await loadDecidedText(shell, otherCounsel, held.matterId)).toBeNull()
})

test('a clearance that was forged by SQL makes no decided text, whatever outcome was written for it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId, meetingId } = await listedItem(shell, org)
	const { reviewer, secretary } = org.actors
	const forgery = await forgeClearance(shell, org, meetingId)
	const at = shell.now().toISOString().replace('Z', '+00:00')
	const post = secretary.posts[0]?.id ?? ''
	const statements = [
		`update meeting set state = 'fixed' where id = '${meetingId}'`,
		`update meeting set state = 'held' where id = '${meetingId}'`,
		`insert into agenda_outcome (jurisdiction_id, agenda_item_id, meeting_id, matter_id, clearance_id, outcome, decision_text, dissent, recorded_by, post_id, recorded_at) values ('${org.jurisdictionId}','${forgery.agendaItemId}','${meetingId}','${forgery.matterId}','${forgery.clearanceId}','passed','通过。','','${secretary.personId}','${post}','${at}')`,
	]
	await runRaw(shell.url, statements.join(';'))
	expect(await shell.db.agendaOutcome.count({ where: { matterId: forgery.matterId } })).toBe(1)
	expect(await listDecidedTexts(shell, reviewer, matterId)).toEqual([])
	expect(await loadDecidedText(shell, reviewer, forgery.matterId)).toBeNull()
})

import { expect, test } from 'vitest'
import { type PaperOnPage } from '#app/domain/paper/paper.ts'
import { approveUrgentListing, holdMeeting } from '#app/services/meeting/hold-meeting.server.ts'
import { readPacket } from '#app/services/packet/read-packet.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { clearedProposal, fixed, list, listedItem, orderAt, record } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, givePassword } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

/** The items that an agenda's table names. */
function rowsOf(paper: PaperOnPage | null): number {
	return (paper?.nodes ?? []).flatMap((node) => (node.kind === 'table' ? node.rows : [])).length
}

test('what fell off a fixed agenda is on no agenda that is printed, and has no page in the record of the meeting', async () => {
	const { shell, org } = await desk()
	const { secretary, signer } = org.actors
	const { meetingId, matterId, itemId } = await listedItem(shell, org)
	const other = await clearedProposal(shell, org)
	must(await list(shell, secretary, meetingId, other.itemId))
	must(await fixed(shell, org, meetingId))
	const whole = must(await readPacket(shell, secretary, meetingId))
	expect(whole).toMatchObject({ isChanged: false, fallen: [] })
	expect(rowsOf(whole.agendaPaper)).toBe(2)
	shell.setNow(new Date(shell.now().getTime() + 60_000))
	const given = { reason: '依据引用有误，需要更正。', password: PASSWORD }
	must(await revokeOpinion(shell, signer, orderOn(shell, matterId), given))
	const { title } = await matterOf(shell, org, matterId)
	const packet = must(await readPacket(shell, secretary, meetingId))
	expect(packet).toMatchObject({ isChanged: true, fallen: [title] })
	expect(rowsOf(packet.agendaPaper)).toBe(1)
	expect(packet.agendaPaper?.seal).toBeNull()
	expect(packet.items.map(({ agendaItemId }) => agendaItemId)).toEqual([other.itemId])
	shell.setNow(new Date(shell.now().getTime() + 60_000))
	must(await holdMeeting(shell, secretary, orderAt(shell, meetingId)))
	must(await record(shell, org, meetingId, itemId, 'removed'))
	must(await record(shell, org, meetingId, other.itemId, 'passed'))
	const held = must(await readPacket(shell, secretary, meetingId))
	expect(held.items.map(({ agendaItemId }) => agendaItemId)).toEqual([other.itemId])
})

test('what joined a fixed agenda stands on the agenda that is printed', async () => {
	const { shell, org } = await desk()
	const { secretary, leader } = org.actors
	const { meetingId } = await listedItem(shell, org)
	const late = await clearedProposal(shell, org)
	must(await fixed(shell, org, meetingId))
	await givePassword(shell, leader)
	const urgent = { agendaItemId: late.itemId, reason: '汛期前必须议定。', password: PASSWORD }
	must(await approveUrgentListing(shell, leader, orderAt(shell, meetingId), urgent))
	shell.setNow(new Date(shell.now().getTime() + 60_000))
	must(await list(shell, secretary, meetingId, late.itemId))
	const packet = must(await readPacket(shell, secretary, meetingId))
	expect(packet.isChanged).toBe(true)
	expect(rowsOf(packet.agendaPaper)).toBe(2)
})

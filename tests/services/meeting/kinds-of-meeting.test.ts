import { expect, test } from 'vitest'
import { TRACKS } from '#app/domain/matter/track.ts'
import { MEETING_KINDS, mayDecide } from '#app/domain/meeting/meeting-kind.ts'
import { createMeeting } from '#app/services/meeting/create-meeting.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { clearedProposal, list } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('a thematic meeting decides other papers and contracts; the other meetings decide everything that is theirs', () => {
	const of = (kind: (typeof MEETING_KINDS)[number]) => TRACKS.filter((track) => mayDecide(kind, [track]))
	expect(of('thematic')).toEqual(['other-document', 'government-contract'])
	for (const kind of ['standing', 'plenary', 'office'] as const) expect(of(kind)).toEqual([...TRACKS])
	expect(mayDecide('thematic', ['other-document', 'normative-document'])).toBe(false)
})

test('a cleared normative document is not listed at a thematic meeting, and its pool says why', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { itemId } = await clearedProposal(shell, org)
	const { secretary, leader } = org.actors
	const opened = await createMeeting(shell, secretary, shell.newId(), {
		kind: 'thematic',
		title: '专题会议',
		day: '2026-12-18',
		time: '09:00',
		place: '三楼会议室',
		chairId: leader.personId,
	})
	const { meetingId } = must(opened).value
	expect(await list(shell, secretary, meetingId, itemId)).toMatchObject({
		reason: { code: 'unfitting', field: 'agendaItemId', problem: 'not-of-this-kind' },
	})
	const { pool } = must(await readMeetingPage(shell, secretary, meetingId))
	expect(pool).toMatchObject([{ agendaItemId: itemId, isOpen: true, obstacle: 'not-of-this-kind' }])
	expect(await shell.db.agendaListing.count()).toBe(0)
})

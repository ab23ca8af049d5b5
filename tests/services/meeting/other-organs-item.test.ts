import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import { matterOf } from '#tests/support/drafting-steps.ts'
import { clearedProposal, list } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('what was proposed to one organ’s meeting is not listed at another’s, by whoever keeps both agendas', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId, itemId } = await clearedProposal(shell, org)
	const { jurisdictionId } = org
	const meetingId = shell.newId()
	await byAnAct(shell, (tx) =>
		tx.meeting.create({
			data: {
				jurisdictionId,
				id: meetingId,
				organId: org.organs.agriculture,
				kind: 'office',
				title: '局办公会议',
				state: 'preparing',
				startsAt: new Date('2026-12-18T01:00:00Z'),
				place: '二楼会议室',
				createdBy: org.actors.secretary.personId,
				createdAt: shell.now(),
				revision: 0,
			},
		}),
	)
	const { secretary } = org.actors
	const posts = secretary.posts.flatMap((post) => [post, { ...post, organId: org.organs.agriculture }])
	expect(await list(shell, { ...secretary, posts }, meetingId, itemId)).toMatchObject({
		ok: false,
		reason: { code: 'unfitting', field: 'agendaItemId', problem: 'other-organs-item' },
	})
	expect((await matterOf(shell, org, matterId)).live).toMatchObject({ listing: null })
})

import { setImmediate as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { isWhole } from '#app/long-reads/trail-report.ts'
import { delistAgendaItem } from '#app/services/meeting/delist-agenda-item.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { readPacket } from '#app/services/packet/read-packet.server.ts'
import { addOrgan } from '#app/services/organisation/edit-organisation.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { clearedProposal, list, openedMeeting, orderAt } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('T55 a verification beside people who work sees one moment, and finds nothing that is none', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	let isWorking = true
	const work = async (hand: number) => {
		for (let at = 0; at < 12; at += 1) {
			const organ = { name: `机构${hand}-${at}`, shortName: `${hand}-${at}`, kind: 'department' } as const
			must(
				await addOrgan(shell, org.actors.systemAdministrator, shell.newId(), {
					...organ,
					twoPersonReview: false,
				}),
			)
		}
	}
	const verify = async () => {
		const reports = []
		while (isWorking) {
			reports.push(await verifyTrail({ db: shell.db, clearanceKey: shell.clearanceKey }))
			// A verification never waits for anything here: the others have their turn in between.
			await pause()
		}
		return reports
	}
	const verifying = verify()
	await Promise.all([1, 2, 3, 4, 5, 6].map(work)).finally(() => (isWorking = false))
	const reports = await verifying
	expect(reports.length).toBeGreaterThan(1)
	expect(reports.filter((report) => !isWhole(report))).toEqual([])
})

test('T56 an agenda that is read while items come and go shows no problem that is none', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { secretary } = org.actors
	const meetingId = await openedMeeting(shell, org)
	const items = [await clearedProposal(shell, org), await clearedProposal(shell, org)]
	const shown: (string | null)[] = []
	/** An act, two who read the agenda while it is done, and one who reads the packet. */
	const beside = async (act: Promise<Result<unknown, Refusal>>) => {
		const read = async () => must(await readMeetingPage(shell, org.actors.supervisor, meetingId)).agenda
		const packet = async () => must(await readPacket(shell, org.actors.supervisor, meetingId)).agenda
		const [done, ...agendas] = await Promise.all([act, read(), read(), packet()])
		must(done)
		for (const agenda of agendas) shown.push(...agenda.map(({ problem }) => problem))
	}
	const comeAndGo = async (agendaItemId: string) => {
		for (let times = 0; times < 5; times += 1) {
			await beside(list(shell, secretary, meetingId, agendaItemId))
			const given = { agendaItemId, reason: '调整次序' }
			await beside(delistAgendaItem(shell, secretary, orderAt(shell, meetingId), given))
		}
	}
	await Promise.all(items.map(({ itemId }) => comeAndGo(itemId)))
	expect(shown.length).toBeGreaterThan(1)
	expect(shown.filter((problem) => problem !== null)).toEqual([])
})

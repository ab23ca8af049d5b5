import { expect, test } from 'vitest'
import { loadReference } from '#app/db/load-reference.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { withDemoClock } from '#seeds/demo/demo-clock.ts'
import { actorByLogin, foundDistrict } from '#seeds/demo/found-district.ts'
import { ownDecisionPassed } from '#seeds/demo/own-decision.ts'
import { Story } from '#seeds/demo/story.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'

test('L6: a bureau’s own decision goes from its draft to its own meeting by its own people, and the justice bureau never sees it', async () => {
	const shell = await openTestShell()
	await loadReferenceSeeds(shell.db)
	const reference = await loadReference(shell.db, plainDateIn(shell.now()))
	const demo = withDemoClock(shell, reference.calendar)
	demo.setAgo(60, '09:00')
	await ownDecisionPassed(new Story(demo, await foundDistrict(demo), reference))
	const matter = await shell.db.matter.findFirstOrThrow({
		where: { issuer: 'own-organ' },
		include: { agendaItems: { include: { meeting: true, outcome: true } }, opinions: true },
	})
	expect(matter).toMatchObject({ state: 'issuing', reviewOrganId: matter.organId })
	expect(matter.opinions).toMatchObject([{ number: expect.stringContaining('青农审') }])
	expect(matter.agendaItems).toMatchObject([
		{ meeting: { organId: matter.organId, kind: 'office', state: 'closed' }, outcome: { outcome: 'passed' } },
	])
	const entries = await shell.db.auditEntry.findMany({
		where: { stream: `matter/${matter.id}`, outcome: 'done' },
		select: { actorId: true },
	})
	const hands = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))]
	const outsiders = await shell.db.post.count({
		where: { personId: { in: hands }, organId: { not: matter.organId } },
	})
	expect([hands.length, outsiders]).toEqual([7, 0])
	for (const login of ['wudk', 'zhenglb', 'zhoumy', 'linbg'])
		expect(await readMatterPage(shell, await actorByLogin(shell, login), matter.id)).toMatchObject({
			reason: { code: 'not-found' },
		})
})

import { expect, test } from 'vitest'
import { turnFactsOf } from '#app/domain/matter-record/turn-facts.ts'
import { isTurnOf, subjectOf, turnSubjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { mattersThatMayWaitFor, readableMatters } from '#app/db/matter-scopes.server.ts'
import { permit } from '#app/domain/permission/permit.ts'
import { turnsOf } from '#app/domain/review-workflow/turn.ts'
import { matterOf } from '#tests/support/drafting-steps.ts'
import { mattersEverywhere } from '#tests/support/matters-everywhere.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('the lists agree with permission and turn for every role at every station', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const ids = await mattersEverywhere(shell, org)
	const matters = await Promise.all(ids.map((id) => matterOf(shell, org, id)))
	for (const [name, actor] of Object.entries(org.actors)) {
		const found = await shell.db.matter.findMany({ where: readableMatters(actor), select: { id: true } })
		const allowed = matters.filter((matter) => permit(actor, 'matter.read', subjectOf(matter)).ok)
		expect(found.map((row) => row.id).sort(), name).toEqual(allowed.map((matter) => matter.id).sort())
		const candidates = await shell.db.matter.findMany({
			where: mattersThatMayWaitFor(actor),
			select: { id: true },
		})
		for (const row of matters) {
			const own = turnsOf(turnFactsOf(row)).find((turn) => isTurnOf(actor, turn, row))
			// What waits with a meeting has the meeting's line.
			if (!own || ['meeting.fixed', 'outcome.noted'].includes(own.act)) continue
			expect(permit(actor, own.act, turnSubjectOf(row)).ok).toBe(true)
			expect(
				candidates.map((each) => each.id),
				`${name}: ${own.act}`,
			).toContain(row.id)
		}
	}
})

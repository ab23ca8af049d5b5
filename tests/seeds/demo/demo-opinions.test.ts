import { expect, test } from 'vitest'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { stepStandingsOf } from '#app/domain/agenda-gate/step-standings.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { isDecision } from '#app/domain/matter/track.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { contradictionsIn } from '#app/domain/opinion/contradictions.ts'
import { loadDemoOnce } from '#seeds/demo/load-demo.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'

test('L1: the demo’s own opinions do not contradict themselves; what is unlawful says at which points', async () => {
	const shell = await openTestShell()
	await loadReferenceSeeds(shell.db)
	await loadDemoOnce(shell)
	const matters = await shell.db.matter.findMany({ where: { opinions: { some: {} } } })
	const unlawful: string[] = []
	for (const { jurisdictionId, id } of matters) {
		const matter = await loadMatter(shell.db, jurisdictionId, id)
		const opinion = matter && opinionInForce(matter)
		if (!matter || !opinion) continue
		const { risk: _risk, ...said } = opinion
		const body = {
			...said,
			items: opinion.items.map((item) => ({ ...item, suggestion: item.suggestion ?? '' })),
			points: opinion.points.map((point) => ({ ...point, note: '' })),
			steps: stepStandingsOf(matter).flatMap(({ id: stepAnswerId, verdict }) =>
				verdict ? [{ stepAnswerId, verdict, note: '' }] : [],
			),
		}
		const stepAnswerIds = body.steps.map(({ stepAnswerId }) => stepAnswerId)
		expect(
			contradictionsIn(body, { stepAnswerIds, holds: [], isDecision: isDecision(tracksOf(matter)) }),
			matter.title,
		).toEqual([])
		if (opinion.conclusion === 'unlawful')
			unlawful.push(...opinion.points.flatMap(({ point, answer }) => (answer === 'problem' ? [point] : [])))
	}
	expect(matters.length).toBeGreaterThan(5)
	expect(unlawful).toContain('document-no-coercion')
})

import { expect, test } from 'vitest'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { belongsToState } from '#app/domain/review-workflow/transition-matter.ts'
import { LIFE_CYCLES } from '#app/domain/review-workflow/machine-moves.ts'
import { EVERY_EVENT } from '#tests/domain/review-workflow/matter-facts.ts'
import { drawWorkflow } from '#app/services/matter/draw-workflow.server.ts'

test('every state of a matter has a box, and every event of every state a line in the table', () => {
	const drawing = drawWorkflow('matter')
	expect(drawing.states.map((box) => box.state).sort()).toEqual([...MATTER_STATES].sort())
	const rows = drawing.rows.map((row) => `${row.from} ${row.event}`)
	const events = [...new Set(EVERY_EVENT.map((event) => event.type))]
	const known = MATTER_STATES.flatMap((state) =>
		events.filter((event) => belongsToState(state, event)).map((event) => `${state} ${event}`),
	)
	expect(rows.sort()).toEqual(known.sort())
})

test.each(LIFE_CYCLES)(
	'the drawing of %s keeps its boxes apart, and boxes and lines inside its frame',
	(machine) => {
		const { states, moves, frame } = drawWorkflow(machine)
		const isInside = (x: number, y: number) =>
			x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height
		for (const { path } of moves)
			for (const [, x, y] of path.matchAll(/(-?\d+) (-?\d+)/g))
				expect(isInside(Number(x), Number(y)), path).toBe(true)
		for (const box of states) {
			expect(isInside(box.x, box.y) && isInside(box.x + box.width, box.y + box.height)).toBe(true)
			for (const other of states.filter((each) => each !== box))
				expect(Math.abs(other.x - box.x) >= box.width || Math.abs(other.y - box.y) >= box.height).toBe(true)
		}
	},
)

test('who may do an act stands beside it, read off the permission table', () => {
	const row = drawWorkflow('matter').rows.find((each) => each.event === 'opinion.signed')
	expect(row).toMatchObject({ roles: ['signing-officer'], to: ['cleared', 'revising', 'not-passed'] })
	expect(drawWorkflow('agenda').rows.find((each) => each.event === 'agenda.listed')?.roles).toEqual([
		'secretary',
	])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadMatters } from '#app/db/load-matter.server.ts'
import { loadTurnRows } from '#app/db/load-turns.server.ts'
import { mattersThatMayWaitFor, readableMatters, readableTies } from '#app/db/matter-scopes.server.ts'
import { type TurnRecord, turnFactsOf } from '#app/domain/matter-record/turn-facts.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type TiedMatter, isTurnOf, subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { turnsOf } from '#app/domain/review-workflow/turn.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import {
	type WideDistrict,
	actorIn,
	DRAWN_ACTOR,
	DRAWN_MATTER,
	seedWideDistrict,
} from '#tests/support/wide-district.ts'
import { writeDrawnMatter } from '#tests/support/write-drawn-matter.ts'

/** What waits with a meeting has the meeting's line. */
const WITH_THE_MEETING: readonly string[] = ['meeting.fixed', 'outcome.noted']

function waitsFor(actor: Actor, matter: TurnRecord & TiedMatter): boolean {
	return turnsOf(turnFactsOf(matter)).some(
		(turn) => !WITH_THE_MEETING.includes(turn.act) && isTurnOf(actor, turn, matter),
	)
}

type Chosen = { readonly seen: string[]; readonly waiting: string[] }

/** By the pure functions, matter by matter. */
async function chosenPurely(
	shell: TestShell,
	{ jurisdictionId }: WideDistrict,
	actor: Actor,
	ids: string[],
): Promise<Chosen> {
	const matters = await loadMatters(shell.db, jurisdictionId, ids)
	return {
		seen: matters.filter((matter) => permit(actor, 'matter.read', subjectOf(matter)).ok).map(({ id }) => id),
		waiting: matters.filter((matter) => waitsFor(actor, matter)).map(({ id }) => id),
	}
}

/** By the conditions of the database; whose turn it is, is then said by the light rows of a list. */
async function chosenBySql(shell: TestShell, actor: Actor, ids: string[]): Promise<Chosen> {
	const among = { id: { in: ids } }
	const seen = await loadTurnRows(shell.db, { AND: [readableMatters(actor), among] }, null, 100)
	const rows = await loadTurnRows(shell.db, { AND: [mattersThatMayWaitFor(actor), among] }, null, 100)
	return {
		seen: seen.map(({ id }) => id).sort(),
		waiting: rows
			.filter((row) => waitsFor(actor, row))
			.map(({ id }) => id)
			.sort(),
	}
}

test('what may be seen and whose turn it is are the same in SQL as in the domain, over drawn matters and people', async () => {
	const shell = await openTestShell()
	const district = await seedWideDistrict(shell)
	let [seen, waiting] = [0, 0]
	await fc.assert(
		fc.asyncProperty(
			fc.array(DRAWN_MATTER, { minLength: 8, maxLength: 12 }),
			fc.array(DRAWN_ACTOR, { minLength: 8, maxLength: 12 }),
			async (matters, actors) => {
				const ids: string[] = []
				for (const drawn of matters) ids.push(await writeDrawnMatter(shell, district, drawn))
				ids.sort()
				for (const drawn of actors) {
					const actor = actorIn(district, drawn)
					const pure = await chosenPurely(shell, district, actor, ids)
					expect(await chosenBySql(shell, actor, ids)).toEqual(pure)
					const byTie = new Set<string>()
					for (const tie of readableTies(actor))
						for (const row of await loadTurnRows(
							shell.db,
							{ AND: [{ jurisdictionId: actor.jurisdictionId }, tie, { id: { in: ids } }] },
							null,
							100,
						))
							byTie.add(row.id)
					expect([...byTie].sort()).toEqual(pure.seen)
					seen += pure.seen.length
					waiting += pure.waiting.length
				}
			},
		),
		{ numRuns: 20, endOnFailure: true },
	)
	// A property about nothing would hold.
	expect(seen).toBeGreaterThan(50)
	expect(waiting).toBeGreaterThan(10)
})

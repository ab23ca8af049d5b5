import { outcomeOf } from '#app/db/code-columns.server.ts'
import { readableMatters } from '#app/db/matter-scopes.server.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { RulingResult } from '#app/domain/meeting/ruling.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { genuineClearances } from '#app/services/clearance/genuine-clearances.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { COMPARED_COLUMNS, textToCompare } from './version-document.server.ts'

/** A text that a meeting has passed, or that was passed above once it had referred it, to compare a draft with. */
export type DecidedText = {
	readonly matterId: string
	readonly title: string
	readonly outcome: Outcome
	readonly decidedAt: string
}

/** How many are offered: the newest. */
const OFFERED = 100
/** A few more are looked at, because what is not genuine is left out. */
const LOOKED_AT = 2 * OFFERED

const PASSED = {
	OR: [
		{ outcome: { in: ['passed', 'passed-in-principle'] satisfies Outcome[] } },
		{ outcome: 'other' satisfies Outcome, ruling: { result: 'passed' satisfies RulingResult } },
	],
}

/**
 * The texts that meetings have passed, newest first, of the matters that the actor may see: what may still have to be
 * published. What was published stands in the register.
 */
export async function listDecidedTexts(
	shell: Shell,
	actor: Actor,
	exceptMatterId: string,
): Promise<DecidedText[]> {
	const outcomes = await passedTexts(shell, actor, { not: exceptMatterId })
	return outcomes.slice(0, OFFERED).map(({ outcome, recordedAt, clearance }) => ({
		matterId: clearance.matterId,
		title: clearance.matter.title,
		// What was referred and passed above is passed.
		outcome: outcome === 'other' ? 'passed' : outcomeOf(outcome),
		decidedAt: recordedAt.toISOString(),
	}))
}

/** The text on which a meeting decided, or null where there is none that the actor may see. */
export async function loadDecidedText(shell: Shell, actor: Actor, matterId: string) {
	const newest = (await passedTexts(shell, actor, matterId))[0]
	if (!newest) return null
	const { jurisdictionId, versionId, matter } = newest.clearance
	const version = await shell.db.draftVersion.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id: versionId } },
		select: { versionNo: true, ...COMPARED_COLUMNS },
	})
	if (!version) return null
	const { document } = await textToCompare(shell, jurisdictionId, version)
	return { title: matter.title, decidedAt: newest.recordedAt, ...version, document }
}

/** What meetings have passed on a clearance that our key has signed: one written by hand makes no text a decided one. */
async function passedTexts(shell: Shell, actor: Actor, matterId: string | { readonly not: string }) {
	const outcomes = await shell.db.agendaOutcome.findMany({
		where: {
			jurisdictionId: actor.jurisdictionId,
			...PASSED,
			matterId,
			clearance: { matter: readableMatters(actor) },
		},
		orderBy: { recordedAt: 'desc' },
		take: LOOKED_AT,
		include: { clearance: { include: { matter: { select: { title: true } } } } },
	})
	return outcomes.flatMap(({ outcome, recordedAt, clearance }) => {
		const genuine = genuineClearances(shell, { clearances: clearance ? [clearance] : [] })
		return genuine.map((row) => ({ outcome, recordedAt, clearance: row }))
	})
}

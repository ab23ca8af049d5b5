import { readableMatters } from '#app/db/matter-scopes.server.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A text that a meeting has passed, to compare a draft with. */
export type DecidedText = {
	readonly matterId: string
	readonly title: string
	readonly outcome: Outcome
	readonly decidedAt: string
}

/** How many are offered: the newest. */
const OFFERED = 100

const PASSED: Outcome[] = ['passed', 'passed-in-principle']

/**
 * The texts that meetings have passed, newest first, of the matters that the actor may see. There is no register of
 * published documents yet; what a meeting decided on is the nearest to one that the system holds.
 */
export async function listDecidedTexts(
	shell: Shell,
	actor: Actor,
	exceptMatterId: string,
): Promise<DecidedText[]> {
	const outcomes = await shell.db.agendaOutcome.findMany({
		where: { ...decidedFor(actor), matterId: { not: exceptMatterId } },
		orderBy: { recordedAt: 'desc' },
		take: OFFERED,
		select: {
			outcome: true,
			recordedAt: true,
			clearance: { select: { matterId: true, matter: { select: { title: true } } } },
		},
	})
	return outcomes.flatMap(({ outcome, recordedAt, clearance }) =>
		clearance
			? [
					{
						matterId: clearance.matterId,
						title: clearance.matter.title,
						outcome: outcome as Outcome,
						decidedAt: recordedAt.toISOString(),
					},
				]
			: [],
	)
}

/** The text on which a meeting decided, or null where there is none that the actor may see. */
export async function loadDecidedText(shell: Shell, actor: Actor, matterId: string) {
	const outcome = await shell.db.agendaOutcome.findFirst({
		where: { ...decidedFor(actor), matterId },
		orderBy: { recordedAt: 'desc' },
		select: {
			clearance: {
				select: {
					matter: { select: { title: true } },
					version: { select: { versionNo: true, contentSha256: true, text: true } },
				},
			},
		},
	})
	return outcome?.clearance ? { title: outcome.clearance.matter.title, ...outcome.clearance.version } : null
}

function decidedFor(actor: Actor) {
	return {
		jurisdictionId: actor.jurisdictionId,
		outcome: { in: PASSED },
		clearance: { matter: readableMatters(actor) },
	}
}

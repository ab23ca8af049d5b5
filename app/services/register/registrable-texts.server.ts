import { outcomeOf, trackOf } from '#app/db/code-columns.server.ts'
import { readableMatters } from '#app/db/matter-scopes.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { isRegistrable } from '#app/domain/register/text-source.ts'
import { genuineClearances } from '#app/services/clearance/genuine-clearances.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A text that a meeting has passed and that is not in the register yet. */
export type RegistrableText = {
	readonly matterId: string
	readonly clearanceId: string
	readonly versionId: string
	readonly contentSha256: string
	readonly title: string
	readonly organ: string
	readonly decidedAt: string
}

/** How many are offered: the newest. */
const OFFERED = 100
/** A few more are looked at, because what is not genuine or not to be registered is left out. */
const LOOKED_AT = 2 * OFFERED

/**
 * The texts that meetings have passed and that may still be registered, newest first, of the matters that the actor may
 * see; of one matter only, where it is named. A clearance that our key has not signed makes no text a passed one.
 */
export async function registrableTexts(
	shell: Pick<Shell, 'clearanceKey'>,
	reader: Pick<Tx, 'agendaOutcome' | 'publishedDocumentLive'>,
	actor: Actor,
	matterId?: string,
): Promise<RegistrableText[]> {
	const { jurisdictionId } = actor
	const outcomes = await reader.agendaOutcome.findMany({
		where: {
			jurisdictionId,
			outcome: 'passed',
			...(matterId === undefined ? {} : { matterId }),
			clearance: { matter: readableMatters(actor) },
		},
		orderBy: { recordedAt: 'desc' },
		take: LOOKED_AT,
		include: {
			clearance: {
				include: {
					matter: {
						select: { title: true, tracks: { select: { track: true } }, organ: { select: { name: true } } },
					},
				},
			},
		},
	})
	const registered = await reader.publishedDocumentLive.findMany({
		where: { jurisdictionId, matterId: { in: outcomes.flatMap((row) => row.matterId ?? []) } },
		select: { matterId: true },
	})
	const taken = new Set(registered.map((row) => row.matterId))
	return outcomes
		.flatMap(({ outcome, recordedAt, clearance }) =>
			genuineClearances(shell, { clearances: clearance ? [clearance] : [] })
				.filter(({ matter }) =>
					isRegistrable(
						outcomeOf(outcome),
						matter.tracks.map(({ track }) => trackOf(track)),
					),
				)
				.filter((row) => !taken.has(row.matterId))
				.map(({ id, versionId, contentSha256, matter, ...row }) => ({
					matterId: row.matterId,
					clearanceId: id,
					versionId,
					contentSha256,
					title: matter.title,
					organ: matter.organ.name,
					decidedAt: recordedAt.toISOString(),
				})),
		)
		.slice(0, OFFERED)
}

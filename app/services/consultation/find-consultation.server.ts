import { consultationEndOf, matterStateOf } from '#app/db/code-columns.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type ConsultationStanding, standingOn } from '#app/domain/consultation/consultation.ts'
import { isGivenUp } from '#app/domain/matter/matter-state.ts'

const INCLUDE = {
	end: true,
	matter: { select: { state: true, organ: { select: { name: true } }, unit: { select: { name: true } } } },
	version: { select: { files: { orderBy: { position: 'asc' } } } },
} as const

/** A consultation by the code at the end of its public address, with where it stands now; null where there is none. */
export async function findConsultation(tx: Pick<Tx, 'consultation'>, code: string, now: Date) {
	const row = await tx.consultation.findUnique({ where: { code }, include: INCLUDE })
	if (!row) return null
	const end = row.end && { ...row.end, cause: consultationEndOf(row.end.cause) }
	const isOver = isGivenUp(matterStateOf(row.matter.state))
	// Nobody else's word: what the record says of its end is the domain's to judge.
	const standing: ConsultationStanding = standingOn({ ...row, end }, plainDateIn(now), isOver)
	return { ...row, end, standing }
}

/** A consultation as it was found. */
export type FoundConsultation = NonNullable<Awaited<ReturnType<typeof findConsultation>>>

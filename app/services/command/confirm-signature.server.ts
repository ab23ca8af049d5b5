import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Command } from '#app/services/command/command.server.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'
import { checkSeparation } from './check-separation.server.ts'

/** Wrong passwords before a signature, within which a person may try again. */
const TRIES = 5
const WITHIN_MINUTES = 15

/**
 * Confirms the signature of a signing officer: apart from every other hand, and with the password typed again.
 * `isOwn` is the password's verdict, found before the transaction began, because hashing takes longer than a
 * writer may keep others waiting.
 */
export async function confirmSignature(work: MatterWork, isOwn: boolean): Promise<Result<'signed', Refusal>> {
	const apart = await checkSeparation(work, 'signing-officer')
	return apart.ok ? judgePassword(work, isOwn) : apart
}

/** The verdict on a password that was typed again for a signature, with the tries that are left. */
export async function judgePassword(
	command: Pick<Command, 'tx' | 'actor' | 'at'>,
	isOwn: boolean,
): Promise<Result<'signed', Refusal>> {
	const wrong = await wrongTries(command)
	if (wrong >= TRIES) return refuse({ code: 'too-many-tries', retryAfterMinutes: WITHIN_MINUTES })
	return isOwn ? accept('signed') : refuse({ code: 'wrong-password', triesLeft: TRIES - wrong - 1 })
}

/** The tries that the trail has; equal ones within a minute are one entry with a count. */
async function wrongTries({ tx, actor, at }: Pick<Command, 'tx' | 'actor' | 'at'>): Promise<number> {
	const entries = await tx.auditEntry.findMany({
		where: {
			jurisdictionId: actor.jurisdictionId,
			actorId: actor.personId,
			outcome: 'refused',
			at: { gte: new Date(at.getTime() - WITHIN_MINUTES * 60_000) },
			leaf: { contains: '"code":"wrong-password"' },
		},
		include: { tally: true },
	})
	return entries.reduce((count, entry) => count + (entry.tally?.count ?? 1), 0)
}

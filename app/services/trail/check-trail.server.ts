import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { commandOnJurisdiction } from '#app/services/command/command-on-jurisdiction.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import type { TrailReport } from '#app/long-reads/trail-report.ts'
import { noteReport } from './note-report.ts'

/** A verification of the jurisdiction's trail, and when it was made. */
export type TrailCheck = { readonly report: TrailReport; readonly at: string }

/**
 * Verifies the trail of the actor's jurisdiction (audit administrator) and records that it was, with what was found.
 * It reads before it takes the lock, and beside the thread that answers pages: a long trail keeps nobody from working. Sent again, it is verified anew, but
 * recorded once.
 */
export async function checkTrail(
	shell: Shell,
	actor: Actor,
	key: string,
): Promise<Result<TrailCheck, Refusal>> {
	const { jurisdictionId } = actor
	const may = permit(actor, 'audit.verified', { jurisdictionId })
	const report = may.ok ? await shell.longReads.verifyTrail(jurisdictionId) : null
	const recorded = await record(shell, actor, key, report)
	if (!recorded.ok) return recorded
	if (!report) throw new Error('unreachable: who may not verify was refused')
	return accept({ report, at: shell.now().toISOString() })
}

function record(
	shell: Shell,
	actor: Actor,
	key: string,
	report: TrailReport | null,
): Promise<Result<Done<{ recorded: true }>, Refusal>> {
	return commandOnJurisdiction(shell, actor, { key, body: {} }, 'audit.verified', async (work) => {
		if (report) work.note(noteReport(report))
		return accept({ recorded: true })
	})
}

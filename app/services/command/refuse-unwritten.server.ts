import { storageTrouble } from '#app/db/storage-trouble.server.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * The answer when a database or a disk cannot be written, which the operator's log has too; it cannot be in the trail.
 *
 * @throws the error itself, when it says anything else
 */
export function refuseUnwritten(shell: Pick<Shell, 'log'>, error: unknown): Result<never, Refusal> {
	const cause = storageTrouble(error)
	if (cause === null) throw error
	shell.log.error({ cause, error: String(error) }, 'nothing can be written')
	return refuse({ code: 'not-writable', cause })
}

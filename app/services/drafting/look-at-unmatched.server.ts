import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import type { MatterOrder } from '#app/services/command/command-on-matter.server.ts'
import { recordRefusedUpload } from '#app/services/files/record-refused-upload.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type GivenFile, takePaper } from '#app/services/files/take-file.server.ts'

/**
 * Looks at files that fit no item of the checklist and are not kept: one that carries a secrecy marking was brought
 * into the system all the same, so it is refused, recorded and told like any other.
 */
export async function lookAtUnmatched(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	files: readonly GivenFile[],
): Promise<Result<true, Refusal>> {
	for (const file of files) {
		const taken = await takePaper(shell.reader, file)
		if (taken.ok || taken.reason.code !== 'classified') continue
		const refusal = await recordRefusedUpload(shell, actor, order.matterId, 'matter.edited', taken.reason)
		return alertWhenClassified(shell, actor, order.key, refuse(refusal))
	}
	return accept(true)
}

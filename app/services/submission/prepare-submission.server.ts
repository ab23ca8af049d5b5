import { loadHolders } from '#app/db/load-holders.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Asks the department head to sign the submission. Everything that is missing for it is refused as one list. */
export async function prepareSubmission(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
): Promise<Result<Done<{ heads: number }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: {} },
		{ act: 'submission.prepared' },
		async (work) => {
			const { jurisdictionId, organId, currentVersion } = work.matter
			const heads = await loadHolders(work.tx, jurisdictionId, ['department-head'], organId)
			work.change({ awaitingHead: true })
			work.note({
				version: currentVersion?.versionNo ?? null,
				contentSha256: currentVersion?.contentSha256 ?? null,
			})
			return accept({ heads: heads.length })
		},
	)
}

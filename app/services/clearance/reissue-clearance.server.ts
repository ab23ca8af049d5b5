import { titleAt } from '#app/db/title-at.server.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { ClearanceKind } from '#app/domain/review-workflow/clearance-machine.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { confirmSignature } from '#app/services/command/confirm-signature.server.ts'
import { endDeadlines } from '#app/services/command/deadlines.server.ts'
import { genuineClearances } from './genuine-clearances.server.ts'
import { issueClearance } from './issue-clearance.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'

/**
 * [27 (a)] Clears again a text that is byte for byte the one that was cleared before it was changed, under the same
 * title. The void clearance stays void; this is a new one. What was out of scope is submitted and decided anew instead.
 */
export async function reissueClearance(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	{ password }: { readonly password: string },
): Promise<Result<Done<{ number: string }>, Refusal>> {
	const isOwn = await isOwnPassword(shell, actor, password)
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: {} },
		{ act: 'clearance.reissued' },
		async (work) => {
			const signed = await confirmSignature(work, isOwn)
			if (!signed.ok) return signed
			const opinion = opinionInForce(work.matter)
			const former = genuineClearances(shell, work.matter).at(-1)
			const isSameText = former?.contentSha256 === work.matter.currentVersion?.contentSha256
			if (!opinion || !isSameText || !former || !isOfOpinion(former.kind) || former.opinionId !== opinion.id)
				return refuse({ code: 'unfitting', field: 'opinion', problem: 'none-in-force' })
			const clearedAs = await titleAt(work.tx, work.matter, former.issuedAt)
			if (clearedAs !== null && clearedAs !== work.matter.title)
				return refuse({ code: 'unfitting', field: 'title', problem: 'title-changed' })
			await endDeadlines(work)
			work.change({ changedAfterClearance: false, awaitingHead: false, signerId: actor.personId })
			const grant = { kind: former.kind, opinionId: opinion.id, explanation: former.explanation }
			const cleared = await issueClearance(work, grant)
			work.note({ former: former.id, clearance: cleared.id, number: cleared.number })
			return accept({ number: cleared.number })
		},
	)
}

/** What was out of scope or ordered rests on no opinion. */
function isOfOpinion(kind: ClearanceKind): boolean {
	return kind === 'reviewed' || kind === 'risk-flagged'
}

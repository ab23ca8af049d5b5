import { findReason } from '#app/domain/materials/reason.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines } from '#app/services/command/deadlines.server.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import { returnLetter } from '#app/documents/papers/notice-papers.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A return or an exclusion as its form sends it: a reason from the list, and words. */
export type ReasonGiven = { readonly reasonCode: string; readonly words: string }

/**
 * [4, 5] Returns a matter with a reason from the list: before acceptance and after an overdue supplement the
 * registrar, in review the signing officer. A supplement that is not overdue is waited for.
 */
export async function returnMatter(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: ReasonGiven,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'matter.returned' },
		async (work) => {
			const { matter } = work
			if (!mayReturn(matter, actor)) return refuse({ code: 'not-permitted', act: 'matter.returned' })
			if (matter.state === 'supplement' && !isOverdue(work))
				return refuse({ code: 'unfitting', field: 'reasonCode', problem: 'not-overdue' })
			const reason = findReason(work.reference.reasons, 'return', given.reasonCode)
			if (!reason.ok) return reason
			const words = readWords('words', given.words)
			if (!words.ok) return words
			await endDeadlines(work)
			work.change({ reasonCode: reason.value.code, reasonText: words.value, supplementFrom: null })
			const written = { reasonCode: reason.value.code, words: words.value }
			await sealMatterPaper(work, {
				kind: 'return-letter',
				aboutId: matter.id,
				issuer: 'review-organ',
				write: (source) => returnLetter(source, written),
			})
			work.note({ reason: reason.value.code, words: words.value })
			return accept({ matterId: matter.id })
		},
	)
}

/** Before acceptance the registrar returns, in review the signing officer. */
export function mayReturn(matter: { state: string }, actor: Actor): boolean {
	const role: Role = matter.state === 'reviewing' ? 'signing-officer' : 'registrar'
	return actor.posts.some((post) => post.role === role)
}

function isOverdue({ matter, today }: MatterWork): boolean {
	return matter.deadlines.some(
		(each) => each.kind === 'supplement' && each.endedAt === null && each.dueOn < today,
	)
}

import type { RequestRecord } from '#app/domain/matter-record/matter-record.ts'
import type { RequestKind } from '#app/domain/matter/matter-request.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'

type Asked = {
	readonly kind: RequestKind
	readonly cause: string
	readonly words: string
	readonly untilOn?: string
	readonly otherMatterId?: string
}

/** Writes what one asks on a matter and somebody else decides. Returns its id. */
export async function askOnMatter(work: MatterWork, asked: Asked): Promise<string> {
	const id = work.shell.newId()
	const { jurisdictionId, id: matterId } = work.matter
	await work.tx.matterRequest.create({
		data: {
			...asked,
			jurisdictionId,
			id,
			matterId,
			requestedBy: work.actor.personId,
			postId: work.post.id,
			requestedAt: work.at,
		},
	})
	return id
}

/** The request of this kind that waits for its answer; the workflow has asked for one. */
export function askedOf(work: MatterWork, kind: RequestKind): RequestRecord {
	const open = work.matter.requests.find((each) => each.kind === kind && each.decision === null)
	if (!open) throw new Error(`the workflow asks for an open request: ${kind}`)
	return open
}

/** Writes the answer to a request, by name and with the reason. */
export async function answerRequest(
	work: MatterWork,
	{ id }: RequestRecord,
	{ isGranted, reason }: { readonly isGranted: boolean; readonly reason: string },
): Promise<void> {
	await work.tx.requestDecision.create({
		data: {
			jurisdictionId: work.matter.jurisdictionId,
			requestId: id,
			isGranted,
			reason,
			decidedBy: work.actor.personId,
			postId: work.post.id,
			decidedAt: work.at,
		},
	})
}

/** How a request was answered, for a page. */
export type RequestAnswer = {
	readonly isGranted: boolean
	readonly by: string
	readonly at: string
	readonly reason: string
}

/** The answer to a request with the name of whoever gave it, or null while it waits. */
export function answerOf(
	decision: RequestRecord['decision'],
	names: ReadonlyMap<string, string>,
): RequestAnswer | null {
	return (
		decision && {
			isGranted: decision.isGranted,
			by: names.get(decision.decidedBy) ?? '',
			at: decision.decidedAt.toISOString(),
			reason: decision.reason,
		}
	)
}

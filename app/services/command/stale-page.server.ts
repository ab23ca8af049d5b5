import { openEntry } from '#app/domain/act/trail-entry.ts'
import type { StalePage } from '#app/domain/refusal.ts'
import type { Command } from './command.server.ts'

/** What happened in a stream since a page of `seen` was opened: the entries that moved it on to `revision`, newest last. */
export async function stalePage(
	{ tx, actor }: Command,
	stream: string,
	{ seen, revision }: { readonly seen: number; readonly revision: number },
): Promise<StalePage> {
	const entries = await tx.auditEntry.findMany({
		where: { jurisdictionId: actor.jurisdictionId, stream, outcome: 'done' },
		orderBy: { seq: 'desc' },
		take: Math.min(10, Math.max(1, revision - seen)),
	})
	return {
		code: 'stale-page',
		changes: entries.reverse().map((entry) => ({
			kind: entry.kind,
			actorName: openEntry(entry.leaf).actor?.name ?? '',
			at: entry.at.toISOString(),
		})),
	}
}

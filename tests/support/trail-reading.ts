import type { Actor } from '#app/domain/permission/relation.ts'
import type { TestShell } from './open-test-shell.ts'

/** The last entry of a stream, with its facts. */
export async function lastEntry(shell: TestShell, stream: string) {
	const entry = await shell.db.auditEntry.findFirst({ where: { stream }, orderBy: { seq: 'desc' } })
	if (!entry) throw new Error(`nothing in ${stream}`)
	const { detail } = JSON.parse(entry.leaf) as { detail: Record<string, unknown> }
	return { kind: entry.kind, outcome: entry.outcome, actorId: entry.actorId, detail }
}

/** The kinds of a stream's entries in order, refusals with a mark. */
export async function entryKinds(shell: TestShell, stream: string): Promise<string[]> {
	const entries = await shell.db.auditEntry.findMany({ where: { stream }, orderBy: { seq: 'asc' } })
	return entries.map((entry) => (entry.outcome === 'done' ? entry.kind : `${entry.kind} (refused)`))
}

/** The kinds of all refused acts that the trail of the shell's database holds. */
export async function refusedActs(shell: TestShell): Promise<string[]> {
	const entries = await shell.db.auditEntry.findMany({ where: { outcome: 'refused' } })
	return entries.map((entry) => entry.kind)
}

/** The kinds of the lines that were left for a person, oldest first. */
export async function noticesOf(shell: TestShell, actor: Actor): Promise<string[]> {
	const notices = await shell.db.notice.findMany({
		where: { personId: actor.personId },
		orderBy: { id: 'asc' },
	})
	return notices.map((notice) => notice.kind)
}

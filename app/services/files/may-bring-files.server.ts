import { matterStateOf } from '#app/db/code-columns.server.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import { rulesDay } from '#app/domain/matter-record/rules-day.ts'
import { factsOf } from '#app/domain/matter-record/workflow-facts.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { permit, type NotPermitted } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { transitionMatter } from '#app/domain/review-workflow/transition-matter.ts'
import { type TakenFile, storeFiles } from './take-file.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The acts on a matter that bring files. */
export type BringingAct = 'version.uploaded' | 'matter.edited' | 'consent.filed'

/**
 * Whether somebody is of the unit that brings files to a matter: asked before a file is read or stored, so that nobody
 * else fills the disk or keeps the reader busy. The answer that they get is the command's, which asks again.
 */
export async function mayBringFiles(
	shell: Shell,
	actor: Actor,
	matterId: string,
	act: BringingAct,
): Promise<Result<true, NotPermitted>> {
	const { jurisdictionId } = actor
	const matter = await shell.db.matter.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id: matterId } },
		select: { organId: true, unitId: true },
	})
	const post = permit(actor, act, { jurisdictionId, ...matter })
	return post.ok ? accept(true) : post
}

type Bringing = { readonly matterId: string; readonly act: BringingAct }

/**
 * Stores the files that somebody brings, if the matter takes any as it stands: a file that its state refuses leaves
 * nothing on the disk. Tells whether they are stored. The command asks again and refuses by itself; what was not
 * stored it may not name, though the matter may have moved meanwhile.
 */
export async function storeIfTaken(
	shell: Shell,
	actor: Actor,
	bringing: Bringing,
	files: readonly TakenFile[],
): Promise<Result<boolean, Refusal>> {
	if (files.length === 0) return accept(true)
	if (!(await takesFilesNow(shell, actor, bringing))) return accept(false)
	return storeFiles(shell, files)
}

async function takesFilesNow(
	shell: Shell,
	{ jurisdictionId }: Actor,
	{ matterId, act }: Bringing,
): Promise<boolean> {
	const matter = await loadMatter(shell.db, jurisdictionId, matterId)
	if (!matter) return false
	const today = plainDateIn(shell.now())
	const reference = await loadReference(shell.db, today, rulesDay(matter, today))
	const stored = { state: matterStateOf(matter.state), facts: factsOf(matter, reference) }
	return transitionMatter(stored, { type: act }).ok
}

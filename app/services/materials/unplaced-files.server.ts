import { checklistFor } from '#app/domain/materials/checklist.ts'
import { subjectOf, type TiedMatter } from '#app/domain/permission/ties-of-matter.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import type { TakenFile } from '#app/services/files/take-file.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A file that was brought with others and waits for its item. */
export type UnplacedLine = {
	readonly id: string
	readonly name: string
	readonly size: number
	readonly sha256: string
	readonly secrecy: string
}

/** More than so many would be an archive beside the checklist. */
const MOST_UNPLACED = 200

const OPEN = { settledAs: null } as const

/** Keeps files whose item nobody has said: of no effect for the checklist, the gate or any signature. */
export async function keepUnplaced(
	{ tx, shell, matter, actor, at }: MatterWork,
	files: readonly TakenFile[],
): Promise<Result<true, Refusal>> {
	if (files.length === 0) return accept(true)
	const { jurisdictionId, id: matterId } = matter
	const present = await tx.unplacedFile.count({ where: { jurisdictionId, matterId, ...OPEN } })
	if (present + files.length > MOST_UNPLACED)
		return refuse({ code: 'unfitting', field: 'file', problem: 'too-many' })
	for (const { name, size, sha256, mediaType, secrecy } of files)
		await tx.unplacedFile.create({
			data: {
				...{ jurisdictionId, id: shell.newId(), matterId, name, size, sha256, mediaType, secrecy },
				...{ addedBy: actor.personId, addedAt: at },
			},
		})
	return accept(true)
}

/** The files that wait for their item, for whoever may place them; nobody else sees them. */
export async function readUnplaced(
	shell: Shell,
	actor: Actor,
	matter: TiedMatter & { readonly id: string },
): Promise<readonly UnplacedLine[]> {
	if (!permit(actor, 'matter.edited', subjectOf(matter)).ok) return []
	return shell.db.unplacedFile.findMany({
		where: { jurisdictionId: actor.jurisdictionId, matterId: matter.id, ...OPEN },
		orderBy: { id: 'asc' },
		take: MOST_UNPLACED,
		select: { id: true, name: true, size: true, sha256: true, secrecy: true },
	})
}

/** Makes a kept file the paper of an item of the checklist, or removes it from the list; its bytes stay in the store. */
export async function settleUnplaced(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	{ id, item }: { readonly id: string; readonly item: string | null },
): Promise<Result<Done<{ revision: number }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { unplaced: id, item } },
		{ act: 'matter.edited' },
		async (work) => {
			const { tx, matter, at } = work
			const { jurisdictionId, id: matterId } = matter
			const file = await tx.unplacedFile.findFirst({ where: { jurisdictionId, id, matterId, ...OPEN } })
			if (!file) return refuse({ code: 'unfitting', field: 'unplacedId', problem: 'unknown' })
			if (item !== null) {
				const known = checklistFor(tracksOf(matter), work.reference.checklist)
				if (!known.some(({ code }) => code === item))
					return refuse({ code: 'unfitting', field: 'to', problem: 'unknown' })
				await tx.material.create({
					data: {
						...{ jurisdictionId, id: work.shell.newId(), matterId, item, kind: 'file' },
						...{ name: file.name, size: file.size, sha256: file.sha256, mediaType: file.mediaType },
						...{ isViewable: false, secrecy: file.secrecy },
						...{ addedBy: work.actor.personId, postId: work.post.id, addedAt: at },
					},
				})
				work.change({ awaitingHead: false })
			}
			const settled = { settledAs: item ?? 'removed', settledAt: at }
			await tx.unplacedFile.update({
				where: { jurisdictionId_id: { jurisdictionId, id } },
				data: settled,
			})
			work.note({ materials: [{ item: item ?? 'unplaced', kind: item === null ? 'removed' : 'file' }] }, [
				file.sha256,
			])
			return accept({ revision: matter.revision + 1 })
		},
	)
}

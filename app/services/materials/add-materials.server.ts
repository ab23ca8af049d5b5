import type { Reader } from '#app/documents/reader/reader.server.ts'
import { checklistFor } from '#app/domain/materials/checklist.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { mayBringFiles, storeIfTaken } from '#app/services/files/may-bring-files.server.ts'
import { keepUnplaced } from './unplaced-files.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type GivenFile, type TakenFile, fileFacts, takePaper } from '#app/services/files/take-file.server.ts'

/** What is said of one item of the checklist: its file, or 不适用 with the reason. */
export type MaterialGiven =
	| { readonly item: string; readonly kind: 'file'; readonly file: GivenFile }
	| { readonly item: string; readonly kind: 'not-applicable'; readonly reason: string }

type MaterialTaken =
	| { readonly item: string; readonly kind: 'file'; readonly file: TakenFile }
	| { readonly item: string; readonly kind: 'not-applicable'; readonly reason: string }

/**
 * Adds entries to a matter's checklist, all or none, and keeps files beside it whose item nobody has said. An entry never changes an older one: the newest of an item
 * counts, and what a signed opinion relied on stays what it was.
 */
export async function addMaterials(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: readonly MaterialGiven[],
	besides: readonly GivenFile[] = [],
): Promise<Result<Done<{ revision: number }>, Refusal>> {
	const may = await mayBringFiles(shell, actor, order.matterId, 'matter.edited')
	const taken = may.ok ? await takeAll(shell.reader, given) : may
	const unplaced = taken.ok ? await takePapers(shell.reader, besides) : taken
	const bringing = { matterId: order.matterId, act: 'matter.edited' } as const
	const files = taken.ok && unplaced.ok ? [...filesOf(taken.value), ...unplaced.value] : []
	const stored = await storeIfTaken(shell, actor, bringing, files)
	if (!stored.ok) return stored
	const body = {
		materials: taken.ok
			? taken.value.map((each) =>
					each.kind === 'file' ? { item: each.item, file: fileFacts(each.file) } : { ...each },
				)
			: given.map(({ item, kind }) => ({ item, kind })),
		...(besides.length > 0 ? { unplaced: unplaced.ok ? unplaced.value.map(fileFacts) : besides.length } : {}),
	}
	const answer = await commandOnMatter(
		shell,
		actor,
		{ ...order, body },
		{ act: 'matter.edited' },
		async (work) => {
			if (!taken.ok) return taken
			if (!unplaced.ok) return unplaced
			if (!stored.value) return refuse({ code: 'stale-page', changes: [] })
			if (taken.value.length + unplaced.value.length === 0)
				return refuse({ code: 'unfitting', field: 'file', problem: 'missing' })
			const known = checklistFor(tracksOf(work.matter), work.reference.checklist).map((item) => item.code)
			for (const material of taken.value) {
				if (!known.includes(material.item))
					return refuse({ code: 'unfitting', field: 'item', problem: 'unknown' })
				await writeMaterial(work, material)
			}
			const kept = await keepUnplaced(work, unplaced.value)
			if (!kept.ok) return kept
			// A file without an item is of no effect: what the head was asked to sign is what it was.
			if (taken.value.length > 0) work.change({ awaitingHead: false })
			work.note(
				{
					materials: [
						...taken.value.map(({ item, kind }) => ({ item, kind })),
						...unplaced.value.map(() => ({ item: 'unplaced', kind: 'file' })),
					],
				},
				files.map((file) => file.sha256),
			)
			return accept({ revision: work.matter.revision + 1 })
		},
	)
	return alertWhenClassified(shell, actor, order.key, answer)
}

/** Writes one entry of the checklist and returns its id. */
export async function writeMaterial(work: MatterWork, material: MaterialTaken): Promise<string> {
	const id = work.shell.newId()
	const file = material.kind === 'file' ? material.file : null
	await work.tx.material.create({
		data: {
			jurisdictionId: work.matter.jurisdictionId,
			id,
			matterId: work.matter.id,
			item: material.item,
			kind: material.kind,
			reason: material.kind === 'file' ? null : material.reason,
			name: file?.name ?? null,
			size: file?.size ?? null,
			sha256: file?.sha256 ?? null,
			mediaType: file?.mediaType ?? null,
			isViewable: file?.isViewable ?? false,
			secrecy: file?.secrecy ?? null,
			addedBy: work.actor.personId,
			postId: work.post.id,
			addedAt: work.at,
		},
	})
	return id
}

async function takePapers(
	reader: Reader,
	given: readonly GivenFile[],
): Promise<Result<TakenFile[], Refusal>> {
	const taken: TakenFile[] = []
	for (const file of given) {
		const read = await takePaper(reader, file)
		if (!read.ok) return read
		taken.push(read.value)
	}
	return accept(taken)
}

async function takeAll(
	reader: Reader,
	given: readonly MaterialGiven[],
): Promise<Result<MaterialTaken[], Refusal>> {
	const taken: MaterialTaken[] = []
	for (const material of given) {
		const read = await takeOne(reader, material)
		if (!read.ok) return read
		taken.push(read.value)
	}
	return accept(taken)
}

async function takeOne(reader: Reader, material: MaterialGiven): Promise<Result<MaterialTaken, Refusal>> {
	if (material.kind === 'file') {
		const file = await takePaper(reader, material.file)
		return file.ok ? accept({ ...material, file: file.value }) : file
	}
	const reason = readWords('reason', material.reason)
	return reason.ok ? accept({ ...material, reason: reason.value }) : reason
}

function filesOf(materials: readonly MaterialTaken[]): TakenFile[] {
	return materials.flatMap((material) => (material.kind === 'file' ? [material.file] : []))
}

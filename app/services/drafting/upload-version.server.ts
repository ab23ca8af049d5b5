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
import { takeDraftOfAnyFormat } from '#app/services/files/convert-draft.server.ts'
import { mayBringFiles, storeIfTaken } from '#app/services/files/may-bring-files.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import {
	type GivenFile,
	type TakenFile,
	fileFacts,
	takePaper,
	takePastedText,
} from '#app/services/files/take-file.server.ts'
import { type VersionSet, type WrittenVersion, findingsOf, writeVersion } from './write-version.server.ts'

/** Where the main text comes from: a file, the clipboard, or the version that is there. */
export type MainSource =
	| { readonly kind: 'file'; readonly file: GivenFile }
	| { readonly kind: 'pasted'; readonly text: string; readonly secrecy: string }
	| { readonly kind: 'kept' }

/** A new version: its main text and its annexes (附件); `keptAnnexes` are positions in the version that is there. */
export type VersionGiven = {
	readonly main: MainSource
	readonly annexes: readonly GivenFile[]
	readonly keptAnnexes: readonly number[]
	/** The title, typed again on the page before a clearance falls; null anywhere else. */
	readonly typedTitle: string | null
}

type MainTaken = { readonly main: TakenFile | null; readonly original: TakenFile | null }
type VersionTaken = { readonly main: TakenFile | null; readonly annexes: readonly TakenFile[] }

/**
 * Uploads a version [27]. Any file that can be read may be kept as a working version; what may not be submitted is
 * said by its findings. A text that was cleared loses its clearance with the upload of another, at once.
 */
export async function uploadVersion(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: VersionGiven,
): Promise<Result<Done<WrittenVersion>, Refusal>> {
	const may = await mayBringFiles(shell, actor, order.matterId, 'version.uploaded')
	const taken = may.ok ? await takeVersion(shell, given) : may
	const files = taken.ok ? [...(taken.value.main ? [taken.value.main] : []), ...taken.value.annexes] : []
	const bringing = { matterId: order.matterId, act: 'version.uploaded' } as const
	const stored = await storeIfTaken(shell, actor, bringing, files)
	if (!stored.ok) return stored
	const body = {
		main: given.main.kind,
		files: taken.ok ? files.map(fileFacts) : 'refused',
		kept: [...given.keptAnnexes],
		title: given.typedTitle,
	}
	const answer = await commandOnMatter(
		shell,
		actor,
		{ ...order, body },
		{ act: 'version.uploaded' },
		async (work) => {
			if (!taken.ok) return taken
			if (!stored.value) return refuse({ code: 'stale-page', changes: [] })
			const set = await composeSet(work, taken.value, given.keptAnnexes)
			return set.ok ? writeVersion(work, set.value, given.typedTitle) : set
		},
	)
	return alertWhenClassified(shell, actor, order.key, answer)
}

/** Takes an earlier version's files up again as a new version: 退回第 3 稿. */
export async function restoreVersion(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: { readonly versionNo: number; readonly typedTitle: string | null },
): Promise<Result<Done<WrittenVersion>, Refusal>> {
	const body = { restored: given.versionNo, title: given.typedTitle }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'version.uploaded' }, async (work) => {
		const { jurisdictionId, id: matterId } = work.matter
		const earlier = await work.tx.draftVersion.findUnique({
			where: { jurisdictionId_matterId_versionNo: { jurisdictionId, matterId, versionNo: given.versionNo } },
			include: { files: { orderBy: { position: 'asc' } } },
		})
		if (!earlier) return refuse({ code: 'unfitting', field: 'versionNo', problem: 'unknown' })
		const { text, files } = earlier
		return writeVersion(work, { text, files, findings: findingsOf(earlier) }, given.typedTitle)
	})
}

async function takeVersion(shell: Shell, given: VersionGiven): Promise<Result<VersionTaken, Refusal>> {
	const taken = await takeMain(shell, given.main)
	if (!taken.ok) return taken
	const { main, original } = taken.value
	const annexes: TakenFile[] = original ? [original] : []
	for (const file of given.annexes) {
		const annex = await takePaper(shell.reader, file)
		if (!annex.ok) return annex
		annexes.push(annex.value)
	}
	return accept({ main, annexes })
}

async function takeMain(shell: Shell, main: MainSource): Promise<Result<MainTaken, Refusal>> {
	if (main.kind === 'file') return takeDraftOfAnyFormat(shell, main.file)
	if (main.kind === 'kept') return accept({ main: null, original: null })
	const pasted = await takePastedText(shell.reader, main.text, main.secrecy)
	return pasted.ok ? accept({ main: pasted.value, original: null }) : pasted
}

/** The whole set of files: what came now, and what was kept of the version that is there. */
async function composeSet(
	work: MatterWork,
	taken: VersionTaken,
	keptAnnexes: readonly number[],
): Promise<Result<VersionSet, Refusal>> {
	const current = await currentSet(work)
	const main = taken.main
		? { file: { ...taken.main, role: 'main' }, text: taken.main.text ?? '', findings: taken.main.findings }
		: current && {
				file: current.files[0],
				text: current.text,
				findings: current.findings.filter((finding) => finding.file === undefined),
			}
	if (!main?.file) return refuse({ code: 'unfitting', field: 'file', problem: 'missing' })
	const kept = (current?.files ?? []).filter(
		(file) => file.role === 'annex' && keptAnnexes.includes(file.position),
	)
	if (kept.length !== new Set(keptAnnexes).size)
		return refuse({ code: 'unfitting', field: 'keptAnnexes', problem: 'unknown' })
	const keptNames = new Set(kept.map((file) => file.name))
	return accept({
		text: main.text,
		files: [main.file, ...kept, ...taken.annexes.map((annex) => ({ ...annex, role: 'annex' }))],
		findings: [
			...main.findings,
			...(current?.findings ?? []).filter(
				(finding) => finding.file !== undefined && keptNames.has(finding.file),
			),
			...taken.annexes.flatMap(({ name, findings }) =>
				findings.map((finding) => ({ ...finding, file: name })),
			),
		],
	})
}

async function currentSet(work: MatterWork) {
	const { jurisdictionId, currentVersionId: id } = work.matter
	if (id === null) return null
	const version = await work.tx.draftVersion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id } },
		include: { files: { orderBy: { position: 'asc' } } },
	})
	return { text: version.text, files: version.files, findings: findingsOf(version) }
}

import { loadMatter } from '#app/db/load-matter.server.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import type { RecheckKind } from '#app/domain/opinion/recheck-kind.ts'
import type { TextChanges } from '#app/domain/opinion/recheck.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type ChangeBeyond, changesBeyond, untouchedItems } from '#app/domain/redline-reading/beyond-items.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'
import {
	type ComparedVersions,
	compareVersionsById,
	loadCorrections,
} from '#app/services/redline/compare-versions.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What became of a text since it was last reviewed, and of which two versions and corrections that is said. */
export type TextJudged = Omit<TextChanges, 'beyond'> & {
	readonly beyond: readonly ChangeBeyond[]
	readonly basis: string
}

type Pair = { readonly fromId: string; readonly toId: string; readonly asked: readonly Asked[] }
type Asked = { readonly id: string; readonly anchor: string }

/**
 * Judges the text of a matter in re-check before a command runs: comparing takes its time in a thread, and nobody else
 * may wait for it. The command holds the answer to what is there when it runs.
 */
export async function judgeText(
	shell: Shell,
	actor: Actor,
	matterId: string,
	kind: RecheckKind | null,
): Promise<TextJudged | null> {
	const matter = await loadMatter(shell.db, actor.jurisdictionId, matterId)
	const asKind = kind ?? matter?.rechecks.at(-1)?.kind
	if (matter?.state !== 'recheck' || !asKind) return null
	const pair = pairOf(matter, asKind)
	if (!pair) return null
	const compared = await compareVersionsById(shell, matter, pair.fromId, pair.toId)
	return { ...changesOf(compared, pair.asked), basis: basisOf(pair, compared.corrections) }
}

/** What a comparison says of the items that were given on its older text. */
export function changesOf(
	{ redline }: Pick<ComparedVersions, 'redline'>,
	asked: readonly Asked[],
): Omit<TextJudged, 'basis'> {
	return {
		beyond: changesBeyond(redline, asked),
		untouched: untouchedItems(redline, asked).map(({ id }) => id),
	}
}

/** The answer that was worked out beforehand, where the command finds the same texts and corrections. */
export async function stillJudged(
	work: MatterWork,
	kind: RecheckKind,
	judged: TextJudged | null,
): Promise<Result<TextJudged, Refusal>> {
	const pair = pairOf(work.matter, kind)
	const changed = { code: 'unfitting', field: 'version', problem: 'changed' } as const
	if (!pair || !judged) return refuse(changed)
	const hashes = await work.tx.draftVersion.findMany({
		where: { jurisdictionId: work.matter.jurisdictionId, id: { in: [pair.fromId, pair.toId] } },
		select: { id: true, contentSha256: true },
	})
	const of = (id: string) => ({
		contentSha256: hashes.find((version) => version.id === id)?.contentSha256 ?? '',
		text: '',
	})
	const corrections = await loadCorrections(work.tx, work.matter, of(pair.fromId), of(pair.toId))
	return judged.basis === basisOf(pair, corrections) ? accept(judged) : refuse(changed)
}

/**
 * What is compared: a revision with the text that the opinion was on and its items; a correction, or a text whose
 * clearance ran out, with the text that was cleared, where nothing was asked for.
 */
export function pairOf(matter: MatterRecord, kind: RecheckKind): Pair | null {
	const opinion = opinionInForce(matter)
	const toId = matter.currentVersionId
	if (!opinion || toId === null) return null
	if (kind === 'revision') return { fromId: opinion.versionId, toId, asked: opinion.items }
	const cleared = matter.clearances.at(-1)
	return cleared ? { fromId: cleared.versionId, toId, asked: [] } : null
}

function basisOf({ fromId, toId }: Pair, corrections: readonly { readonly id: string }[]): string {
	return [fromId, toId, ...corrections.map(({ id }) => id)].join(' ')
}

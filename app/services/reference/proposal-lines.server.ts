import { loadPersonNames } from '#app/db/load-names.server.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type EntryValue, entryValue } from '#app/domain/reference/entry-value.ts'
import {
	REFERENCE_KINDS,
	type ReferenceKind,
	type ReferenceMark,
} from '#app/domain/reference/reference-kind.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A proposal: what the entry would say, what it says, and how far it has come. */
export type ProposalLine = {
	readonly id: string
	readonly kind: ReferenceKind
	readonly code: string
	readonly from: string
	readonly value: EntryValue
	/** What it would take the place of; null for a year that is not there yet. */
	readonly was: { readonly value: EntryValue; readonly source: string; readonly mark: ReferenceMark } | null
	readonly source: string
	readonly mark: ReferenceMark
	readonly reason: string
	readonly by: string
	readonly at: string
	/** Whether whoever looks may answer it: not their own, and it waits. */
	readonly mayDecide: boolean
	readonly declined: { readonly by: string; readonly at: string; readonly reason: string } | null
}

/** Which proposals: all that wait, or those of one entry that wait or were declined. */
type Choice = { readonly kind: ReferenceKind; readonly code: string } | null

/** So many proposals are shown at once. */
const MOST = 50

/** Reads proposals that did not become a version, newest first. */
export async function readProposals(shell: Shell, actor: Actor, of: Choice): Promise<ProposalLine[]> {
	const { jurisdictionId } = actor
	const waits = { decision: null }
	const found = await shell.db.referenceProposal.findMany({
		where: {
			jurisdictionId,
			...(of === null ? waits : { ...of, OR: [waits, { decision: { isConfirmed: false } }] }),
		},
		include: { decision: true },
		orderBy: { id: 'desc' },
		take: MOST,
	})
	const names = await loadPersonNames(
		shell.db,
		jurisdictionId,
		found.flatMap(({ proposedBy, decision }) => [proposedBy, decision?.decidedBy ?? null]),
	)
	const replaced = await loadReplaced(shell, found)
	const mayDecide = isPermitted(actor, 'reference.confirmed', { jurisdictionId })
	return found.flatMap((row) => {
		const kind = REFERENCE_KINDS.find((each) => each === row.kind)
		if (!kind) return []
		const { id, code, effectiveFrom, source, reason, decision } = row
		const was = replaced.get(`${kind} ${code} ${row.replaces}`) ?? null
		return {
			id,
			kind,
			code,
			from: effectiveFrom,
			value: entryValue(kind, code, row.body),
			was: was && { value: entryValue(kind, code, was.body), source: was.source, mark: markOf(was.mark) },
			source,
			mark: markOf(row.mark),
			reason,
			by: names.get(row.proposedBy) ?? '',
			at: row.proposedAt.toISOString(),
			mayDecide: mayDecide && !decision && row.proposedBy !== actor.personId,
			declined: decision && {
				by: names.get(decision.decidedBy) ?? '',
				at: decision.decidedAt.toISOString(),
				reason: decision.reason,
			},
		}
	})
}

type Replaced = { readonly body: string; readonly source: string; readonly mark: string }
type Replacing = { readonly kind: string; readonly code: string; readonly replaces: string | null }

/** The versions that proposals would take the place of, by kind, code and day. */
async function loadReplaced(
	shell: Shell,
	proposals: readonly Replacing[],
): Promise<ReadonlyMap<string, Replaced>> {
	const wanted = proposals.flatMap(({ kind, code, replaces }) =>
		replaces === null ? [] : { kind, code, effectiveFrom: replaces },
	)
	if (wanted.length === 0) return new Map()
	const rows = await shell.db.referenceEntry.findMany({ where: { OR: wanted }, take: MOST })
	return new Map(rows.map((row) => [`${row.kind} ${row.code} ${row.effectiveFrom}`, row]))
}

/** What is not said to be compared is a default. */
export function markOf(stored: string): ReferenceMark {
	return stored === 'verified' ? 'verified' : 'to-be-confirmed'
}

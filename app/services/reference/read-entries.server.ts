import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { isPermitted, permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type EntryValue, entryValue } from '#app/domain/reference/entry-value.ts'
import {
	type ReferenceKind,
	type ReferenceMark,
	versionOn,
	versionsByCode,
} from '#app/domain/reference/reference-kind.ts'
import { jsonText } from '#app/domain/json-text.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type ProposalLine, markOf, readProposals } from './proposal-lines.server.ts'

/** A version of an entry: what it says, on which ground, and whether somebody has compared it. */
export type VersionLine = {
	readonly code: string
	readonly effectiveFrom: string
	readonly value: EntryValue
	readonly source: string
	readonly mark: ReferenceMark
	readonly lastChecked: string
	/** Who proposed and who confirmed it; null for what came with a release. */
	readonly hands: Hands | null
}

/** The two persons of a version, and when it was confirmed. */
type Hands = { readonly proposedBy: string; readonly confirmedBy: string; readonly at: string }

/** An entry as it is today, and the day from which a version that is already there will take its place. */
export type EntryLine = VersionLine & { readonly next: string | null }

export type EntriesPage = {
	readonly kind: ReferenceKind
	readonly entries: readonly EntryLine[]
	/** The year of the calendar that may be loaded next, for whoever may propose it. */
	readonly nextYear: string | null
	/** The code after which the list goes on; null at its end. */
	readonly after: string | null
}

export type EntryPage = {
	readonly kind: ReferenceKind
	readonly code: string
	readonly today: string
	/** Newest first. */
	readonly versions: readonly VersionLine[]
	/** The version of today; before the first, the first; null for a year that is not there yet. */
	readonly shown: VersionLine | null
	/** The newest version, which a proposal begins with. */
	readonly newest: VersionLine | null
	/** What waits for an answer, and what was declined. */
	readonly proposals: readonly ProposalLine[]
	readonly mayPropose: boolean
}

/** So many entries stand on a page, and so many versions of one. */
const PAGE = 50
const MOST_VERSIONS = 100

/** Reads the entries of a kind, fifty at a time. */
export async function readEntries(
	shell: Shell,
	actor: Actor,
	kind: ReferenceKind,
	after: string | null,
): Promise<Result<EntriesPage, Refusal>> {
	const post = permit(actor, 'reference.read', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	const codes = await shell.db.referenceEntry.groupBy({
		by: ['code'],
		where: { kind, ...(after === null ? {} : { code: { gt: after } }) },
		orderBy: { code: 'asc' },
		take: PAGE + 1,
	})
	const here = codes.slice(0, PAGE).map(({ code }) => code)
	const rows = await shell.db.referenceEntry.findMany({
		where: { kind, code: { in: here } },
		orderBy: [{ code: 'asc' }, { effectiveFrom: 'desc' }],
		take: PAGE * MOST_VERSIONS,
	})
	const hands = await loadHands(shell, actor.jurisdictionId, rows)
	const today = plainDateIn(shell.now())
	const entries = [...versionsByCode(rows).values()].flatMap((versions) => {
		const row = versionOn(versions, today)
		const next = versions.findLast(({ effectiveFrom }) => row !== null && effectiveFrom > row.effectiveFrom)
		return row ? [{ position: positionOf(row.body), row, next: next?.effectiveFrom ?? null }] : []
	})
	return accept({
		kind,
		entries: entries
			.sort((a, b) => a.position - b.position)
			.map(({ row, next }) => ({ ...versionLine(kind, row, hands), next })),
		nextYear:
			kind === 'working-days' && isPermitted(actor, 'reference.proposed', actor)
				? await nextYear(shell)
				: null,
		after: codes.length > PAGE ? (here.at(-1) ?? null) : null,
	})
}

/** Reads one entry with all its versions. */
export async function readEntry(
	shell: Shell,
	actor: Actor,
	kind: ReferenceKind,
	code: string,
): Promise<Result<EntryPage, Refusal>> {
	const post = permit(actor, 'reference.read', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	const rows = await shell.db.referenceEntry.findMany({
		where: { kind, code },
		orderBy: { effectiveFrom: 'desc' },
		take: MOST_VERSIONS,
	})
	const isNew = rows.length === 0 && kind === 'working-days' && code === (await nextYear(shell))
	if (rows.length === 0 && !isNew) return refuse({ code: 'not-found' })
	const hands = await loadHands(shell, actor.jurisdictionId, rows)
	const today = plainDateIn(shell.now())
	const versions = rows.map((row) => versionLine(kind, row, hands))
	return accept({
		kind,
		code,
		today,
		versions,
		shown: versionOn(versions, today),
		newest: versions[0] ?? null,
		proposals: await readProposals(shell, actor, { kind, code }),
		mayPropose: isPermitted(actor, 'reference.proposed', actor),
	})
}

/** The year after the last that is known. */
async function nextYear(shell: Shell): Promise<string> {
	const last = await shell.db.referenceEntry.findFirst({
		where: { kind: 'working-days' },
		orderBy: { code: 'desc' },
		select: { code: true },
	})
	const thisYear = Number(plainDateIn(shell.now()).slice(0, 4))
	return String(Math.max(Number(last?.code ?? 0) + 1, thisYear))
}

type EntryRow = Omit<VersionLine, 'value' | 'mark' | 'hands'> & {
	readonly body: string
	readonly mark: string
	readonly proposalId: string | null
}

function versionLine(kind: ReferenceKind, row: EntryRow, hands: ReadonlyMap<string, Hands>): VersionLine {
	const { code, effectiveFrom, body, source, mark, lastChecked, proposalId } = row
	return {
		code,
		effectiveFrom,
		value: entryValue(kind, code, body),
		source,
		mark: markOf(mark),
		lastChecked,
		hands: proposalId === null ? null : (hands.get(proposalId) ?? null),
	}
}

/** Who proposed and who confirmed these versions, by the proposal. */
async function loadHands(
	shell: Shell,
	jurisdictionId: string,
	rows: readonly { readonly proposalId: string | null }[],
): Promise<ReadonlyMap<string, Hands>> {
	const ids = rows.flatMap(({ proposalId }) => proposalId ?? [])
	if (ids.length === 0) return new Map()
	const decisions = await shell.db.referenceDecision.findMany({
		where: { jurisdictionId, proposalId: { in: ids } },
	})
	const names = await loadPersonNames(
		shell.db,
		jurisdictionId,
		decisions.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]),
	)
	return new Map(
		decisions.map(({ proposalId, proposedBy, decidedBy, decidedAt }) => [
			proposalId,
			{
				proposedBy: names.get(proposedBy) ?? '',
				confirmedBy: names.get(decidedBy) ?? '',
				at: decidedAt.toISOString(),
			},
		]),
	)
}

/** The place of an entry in its instrument; what has none comes first. */
function positionOf(body: string): number {
	return jsonText<{ readonly position?: number }>().read(body).position ?? 0
}

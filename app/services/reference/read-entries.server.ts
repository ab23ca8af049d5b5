import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { permit } from '#app/domain/permission/permit.ts'
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

/** A version of an entry: what it says, on which ground, and whether somebody has compared it. */
export type VersionLine = {
	readonly code: string
	readonly effectiveFrom: string
	readonly value: EntryValue
	readonly source: string
	readonly mark: ReferenceMark
	readonly lastChecked: string
}

/** An entry as it is today, and the day from which a version that is already there will take its place. */
export type EntryLine = VersionLine & { readonly next: string | null }

export type EntriesPage = {
	readonly kind: ReferenceKind
	readonly entries: readonly EntryLine[]
	/** The code after which the list goes on; null at its end. */
	readonly after: string | null
}

export type EntryPage = {
	readonly kind: ReferenceKind
	readonly code: string
	readonly today: string
	/** Newest first. */
	readonly versions: readonly VersionLine[]
	/** The version of today; before the first, the first. */
	readonly shown: VersionLine
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
			.map(({ row, next }) => ({ ...versionLine(kind, row), next })),
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
	const today = plainDateIn(shell.now())
	const versions = rows.map((row) => versionLine(kind, row))
	const shown = versionOn(versions, today)
	if (!shown) return refuse({ code: 'not-found' })
	return accept({ kind, code, today, versions, shown })
}

type EntryRow = Omit<VersionLine, 'value' | 'mark'> & { readonly body: string; readonly mark: string }

function versionLine(kind: ReferenceKind, row: EntryRow): VersionLine {
	const { code, effectiveFrom, body, source, mark, lastChecked } = row
	return {
		code,
		effectiveFrom,
		value: entryValue(kind, code, body),
		source,
		mark: mark === 'verified' ? 'verified' : 'to-be-confirmed',
		lastChecked,
	}
}

/** The place of an entry in its instrument; what has none comes first. */
function positionOf(body: string): number {
	return jsonText<{ readonly position?: number }>().read(body).position ?? 0
}

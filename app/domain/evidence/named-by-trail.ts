import { type DoneEntry, openEntry } from '#app/domain/act/trail-entry.ts'
import { sealedRowsOf } from '#app/domain/audit-chain/sealed-row.ts'
import type { SignedTable } from '#app/domain/audit-chain/signed-row.ts'
import { SHOWN_TABLES } from './archive.ts'

/** A file of a version as its upload's entry names it. */
export type NamedText = {
	readonly version: number
	readonly position: number
	readonly name: string
	readonly sha256: string
}

/** A sealed paper as its act's entry names it; the file of one of an earlier release is null. */
export type NamedPaper = {
	readonly id: string
	readonly kind: string
	readonly sha256: string
	readonly fileSha256: string | null
}

/** What an entry leaves of a row, the newest of several. */
export type LeftRow = {
	readonly table: string
	readonly key: string
	readonly times: number
	readonly digest: string | null
}

/** A signed row that an entry names. */
export type SignedRowName = { readonly table: SignedTable; readonly id: string }

/** What the entries of a matter's trail name, and what the archive therefore has to hold. */
export type NamedByTrail = {
	readonly take: (leaf: string) => void
	/** Each file once, under the first version that has it. */
	readonly texts: () => readonly NamedText[]
	readonly papers: () => readonly NamedPaper[]
	readonly clearances: () => readonly string[]
	readonly checks: () => readonly string[]
	/** The rows that their acts have signed, by table and id. */
	readonly signedRows: () => readonly SignedRowName[]
	readonly rows: () => readonly LeftRow[]
}

const SHOWN: ReadonlySet<string> = new Set(SHOWN_TABLES)

/** Opens the reading of what a trail names: entry after entry is shown to it, in their order. */
export function openNamedByTrail(): NamedByTrail {
	const texts = new Map<string, NamedText>()
	const papers = new Map<string, NamedPaper>()
	const clearances = new Set<string>()
	const checks = new Set<string>()
	const signedRows: SignedRowName[] = []
	const rows = new Map<string, LeftRow>()
	return {
		take: (leaf) => {
			takeRows(leaf, rows)
			const entry = openEntry(leaf)
			if (entry.outcome !== 'done') return
			for (const { paper, kind, sha256, file } of entry.detail.papers ?? [])
				papers.set(paper, { id: paper, kind, sha256, fileSha256: file ?? null })
			if (entry.kind === 'clearance.issued' && entry.detail.clearance) clearances.add(entry.detail.clearance)
			if (entry.kind === 'meeting-text.confirmed' && entry.detail.check) checks.add(entry.detail.check)
			signedRows.push(...signedRowsOf(entry))
			if (entry.kind !== 'version.uploaded') return
			const { version = 0, files = [] } = entry.detail
			for (const [at, { name, sha256 }] of files.entries())
				if (!texts.has(sha256)) texts.set(sha256, { version, position: at + 1, name, sha256 })
		},
		texts: () => [...texts.values()],
		papers: () => [...papers.values()],
		clearances: () => [...clearances],
		checks: () => [...checks],
		signedRows: () => signedRows,
		rows: () => [...rows.values()],
	}
}

/** Entries of earlier releases say of no signature, and have none. */
function signedRowsOf(entry: DoneEntry): readonly SignedRowName[] {
	const { kind, detail } = entry
	if (kind === 'opinion.signed' && detail.signed) return [{ table: 'opinion', id: detail.opinion ?? '' }]
	if (kind === 'counsel-opinion.signed' && detail.signed)
		return [{ table: 'counsel_opinion', id: detail.counselOpinion ?? '' }]
	if (kind === 'recheck.signed' && detail.signed) return [{ table: 'recheck', id: detail.recheck ?? '' }]
	if (kind === 'outcome.recorded' && detail.signed)
		return [{ table: 'agenda_outcome', id: detail.item ?? '' }]
	if (kind === 'text.published' && detail.signed)
		return [{ table: 'published_document', id: detail.document ?? '' }]
	return []
}

function takeRows(leaf: string, rows: Map<string, LeftRow>): void {
	for (const [table, key, times, digest] of sealedRowsOf(leaf)) {
		const name = `${table} ${key}`
		if (SHOWN.has(table) && (rows.get(name)?.times ?? 0) < times)
			rows.set(name, { table, key, times, digest })
	}
}

/** The end of a file's name, where it is one that every system takes; names themselves stand in the trail. */
export function plainEnding(name: string): string {
	return /\.[a-z0-9]{1,5}$/.exec(name.toLowerCase())?.[0] ?? ''
}

/**
 * A row with everything that hangs on it, read from a small database that the product itself has filled, to be written
 * again many times under other ids, days and numbers. Every copy is a whole matter (or meeting): its chain of the trail
 * is sealed anew and its clearances are signed anew, so that a verification finds nothing to say.
 */
import type { KeyObject } from 'node:crypto'
import type BetterSqlite3 from 'better-sqlite3'
import { signClearance } from '#app/domain/audit-chain/clearance-signature.ts'
import { GENESIS } from '#app/domain/audit-chain/entry.ts'
import { leafHash } from '#app/domain/audit-chain/sha256.ts'
import { signedClearance } from '#app/db/signed-clearance-row.server.ts'

export type Row = Record<string, string | number | null>
/** Rows by table, parents before children. */
export type Rows = ReadonlyMap<string, readonly Row[]>

export type Template = { readonly rows: string; readonly ids: ReadonlySet<string>; readonly endedAt: number }

/** What makes a copy another one than its template. */
export type Copy = {
	readonly number: number
	/** By how much all its instants and days are later, in milliseconds; whole days. */
	readonly shift: number
	/** Other persons, organs and meetings than the template's. */
	readonly instead: ReadonlyMap<string, string>
	readonly privateKey: KeyObject
}

/** Shared by many matters, or hanging on a meeting as well: no copies of these are made with a matter. */
const SHARED = [
	'meeting',
	'attendance',
	'urgent_approval',
	'published_document',
	'document_end',
	'installation',
]

/** Reads `root` (a matter or a meeting) with the rows that name it, directly or through others. */
export function readTemplate(
	db: BetterSqlite3.Database,
	root: 'matter' | 'meeting',
	id: string,
	tables: readonly string[],
): Template {
	const ids = new Set([id])
	const taken = new Map<string, Set<string>>()
	const hangsOn = (table: string, row: Row) => {
		if (table === root) return row['id'] === id
		if ('stream' in row) return row['stream'] === `${root}/${id}`
		return Object.entries(row).some(
			([column, value]) => column !== 'jurisdiction_id' && column.endsWith('_id') && ids.has(String(value)),
		)
	}
	const rows = new Map<string, Row[]>()
	for (let grew = true; grew;) {
		grew = false
		for (const table of tables) {
			if (root === 'matter' && SHARED.includes(table)) continue
			for (const row of db.prepare(`SELECT * FROM "${table}"`).all() as Row[]) {
				const name = JSON.stringify(row)
				const known = taken.get(table) ?? new Set()
				taken.set(table, known)
				if (known.has(name) || !hangsOn(table, row)) continue
				known.add(name)
				rows.set(table, [...(rows.get(table) ?? []), row])
				for (const own of [row['id'], row['key']]) if (typeof own === 'string') ids.add(own)
				grew = true
			}
		}
	}
	// What a meeting decided on a matter comes with the matter.
	if (root === 'meeting')
		for (const [table, its] of rows)
			rows.set(
				table,
				its.filter((row) => (row['matter_id'] ?? null) === null),
			)
	const ordered = tables.flatMap((table) => (rows.has(table) ? [[table, rows.get(table)]] : []))
	const entries = rows.get('audit_entry') ?? []
	const endedAt = Math.max(...entries.map((row) => Date.parse(String(row['at']))))
	return { rows: JSON.stringify(ordered), ids, endedAt }
}

const ID_OR_DAY =
	/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{3}(?:Z|\+00:00))?/g

/** The rows of a copy. */
export function copyOf(template: Template, copy: Copy): Rows {
	const own = new Map(copy.instead)
	const text = template.rows.replaceAll(ID_OR_DAY, (found) => {
		if (found.length !== 36 || found[8] !== '-') return later(found, copy.shift)
		if (!template.ids.has(found)) return own.get(found) ?? found
		const id = own.get(found) ?? idFor(template.endedAt + copy.shift, copy.number, own.size)
		own.set(found, id)
		return id
	})
	const rows = new Map(JSON.parse(text) as [string, Row[]][])
	const hashes = sealAgain(rows)
	for (const receipt of rows.get('command_receipt') ?? [])
		receipt['hash'] = hashes.get(String(receipt['hash'])) ?? receipt['hash'] ?? null
	for (const [table, column] of NUMBERED)
		for (const row of rows.get(table) ?? [])
			if (row[column] !== null) row[column] = `${row[column]}-${copy.number}`
	for (const matter of rows.get('matter') ?? []) matter['title'] = `${matter['title']}（${copy.number}）`
	for (const clearance of rows.get('clearance') ?? []) signAgain(clearance, copy.privateKey)
	return rows
}

const NUMBERED = [
	['matter', 'case_number'],
	['opinion', 'number'],
	['clearance', 'number'],
] as const

/** Whole instants and days, moved; in their own way of being written. */
function later(day: string, shift: number): string {
	const moved = new Date(Date.parse(day) + shift).toISOString()
	if (day.length === 10) return moved.slice(0, 10)
	return day.endsWith('Z') ? moved : moved.replace('Z', '+00:00')
}

/** An id in the order of time, as UUIDv7 has it, told apart by the number of its copy and its place in it. */
function idFor(at: number, number: number, place: number): string {
	const time = Math.floor(at).toString(16).padStart(12, '0')
	const rest = (number * 4096 + place).toString(16).padStart(16, '0')
	return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6)}${'0'.repeat(2)}`
}

/** Makes the chains whole again; gives the new hash of every old one. */
function sealAgain(rows: ReadonlyMap<string, Row[]>): ReadonlyMap<string, string> {
	const hashes = new Map([[GENESIS, GENESIS]])
	const entries = rows.get('audit_entry') ?? []
	entries.sort((a, b) => Number(a['seq']) - Number(b['seq']))
	for (const entry of entries) {
		const before = String(entry['prev'])
		const prev = hashes.get(before) ?? before
		const leaf = String(entry['leaf']).replace(`"prev":"${before}"`, `"prev":"${prev}"`)
		const hash = leafHash(leaf)
		hashes.set(String(entry['hash']), hash)
		Object.assign(entry, { prev, leaf, hash })
	}
	for (const head of rows.get('audit_stream') ?? []) head['hash'] = hashes.get(String(head['hash'])) ?? null
	return hashes
}

/** Signs a clearance by another key, over what it is. */
export function signAgain(row: Row, privateKey: KeyObject): void {
	const text = (column: string) => row[column] as string
	const signed = signedClearance({
		jurisdictionId: text('jurisdiction_id'),
		id: text('id'),
		matterId: text('matter_id'),
		versionId: text('version_id'),
		contentSha256: text('content_sha256'),
		kind: text('kind'),
		opinionId: row['opinion_id'] as string | null,
		number: text('number'),
		signedBy: text('signed_by'),
		postId: text('post_id'),
		keyId: text('key_id'),
		issuedAt: new Date(text('issued_at')),
		expiresAt: row['expires_at'] === null ? null : new Date(text('expires_at')),
		explanation: row['explanation'] as string | null,
	})
	row['signature'] = signClearance(signed, privateKey)
}

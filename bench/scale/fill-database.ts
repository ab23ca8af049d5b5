/**
 * Fills a database with the matters of many years: copies of the demo's own, whole and genuine, nearly all of them
 * closed, two in a hundred open. The people of the demo keep as many open matters as they can work on; all others belong
 * to further departments and reviewers.
 */
import type { KeyObject } from 'node:crypto'
import type BetterSqlite3 from 'better-sqlite3'
import { type Copy, type Row, type Rows, type Template, copyOf, readTemplate } from './matter-template.ts'

/** Where the copies are written: a table's rows at a time. */
export type Target = { readonly write: (table: string, rows: readonly Row[]) => Promise<void> }

const DAY = 86_400_000
const YEARS = 10
/** The closed ones come from one matter that went all the way; the open ones from one in each of these states. */
const CLOSED = 'published'
const OPEN = [
	'accepted',
	'cleared',
	'draft',
	'recheck',
	'returned',
	'reviewing',
	'signoff',
	'submitted',
	'supplement',
]
const OPEN_SHARE = 0.02
/** So many open matters are of the demo's own people, however many there are; so many proposals wait in the pool. */
const OF_OUR_PEOPLE = 60
const IN_THE_POOL = 5
const DEPARTMENTS = 30
const MATTERS_A_MEETING = 15
/** Rows are written in batches of so many copies. */
const BATCH = 100

export type Filling = {
	readonly source: BetterSqlite3.Database
	readonly target: Target
	readonly matters: number
	readonly privateKey: KeyObject
	/** The last day of what is written. */
	readonly now: Date
}

/** Writes so many matters, with a meeting for every fifteen closed ones. */
export async function fillDatabase({ source, target, matters, privateKey, now }: Filling): Promise<void> {
	const tables = source
		.prepare(
			`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'
				-- The index of the search is made of the other rows.
				AND name NOT LIKE 'search\\_%' ESCAPE '\\'`,
		)
		.pluck()
		.all() as string[]
	const writer = openWriter(target)
	const others = await foundDepartments(source, writer)
	const open = Math.round(matters * OPEN_SHARE)
	const closed = matters - open
	const template = readTemplate(source, 'matter', idOf(source, CLOSED), tables)
	const meeting = meetingOf(source, template, tables)
	const span = Math.floor((YEARS * 365 * DAY) / Math.max(closed, 1))
	let meetingId = ''
	for (let at = 0; at < closed; at += 1) {
		const shift = wholeDays(now.getTime() - 30 * DAY - span * (closed - at) - template.endedAt)
		if (at % MATTERS_A_MEETING === 0) {
			const copy: Copy = { number: 10_000_000 + at, shift, instead: new Map(), privateKey }
			const rows = copyOf(meeting.template, copy)
			meetingId = String(rows.get('meeting')?.[0]?.['id'])
			await writer.add(rows)
		}
		const instead = new Map([[meeting.id, meetingId], ...(at % 10 === 0 ? [] : others[at % others.length]!)])
		const rows = copyOf(template, { number: at + 1, shift, instead, privateKey })
		await writer.add(closedLongAgo(rows, at < closed - 200))
	}
	for (let at = 0; at < open; at += 1) {
		const state = OPEN[at % OPEN.length]!
		const from = readOnce(source, state, tables)
		const shift = wholeDays(now.getTime() - (((open - at) / open) * 25 + 1) * DAY - from.endedAt)
		const instead = new Map(at < OF_OUR_PEOPLE ? [] : others[at % others.length]!)
		const rows = copyOf(from, { number: closed + at + 1, shift, instead, privateKey })
		await writer.add(proposedAtMost(rows, at < IN_THE_POOL * OPEN.length))
	}
	await writer.finish()
}

const read = new WeakMap<BetterSqlite3.Database, Map<string, Template>>()

function readOnce(source: BetterSqlite3.Database, state: string, tables: readonly string[]): Template {
	const known = read.get(source) ?? new Map<string, Template>()
	read.set(source, known)
	const template = known.get(state) ?? readTemplate(source, 'matter', idOf(source, state), tables)
	known.set(state, template)
	return template
}

function idOf(source: BetterSqlite3.Database, state: string): string {
	return String(
		source.prepare('SELECT id FROM matter WHERE state = ? ORDER BY id LIMIT 1').pluck().get(state),
	)
}

/** The meeting at which the closed matter was decided. */
function meetingOf(source: BetterSqlite3.Database, { rows }: Template, tables: readonly string[]) {
	const items = new Map(JSON.parse(rows) as [string, Row[]][]).get('agenda_item') ?? []
	const id = String(items.find((item) => item['meeting_id'] !== null)?.['meeting_id'])
	return { id, template: readTemplate(source, 'meeting', id, tables) }
}

function wholeDays(milliseconds: number): number {
	return Math.floor(milliseconds / DAY) * DAY
}

/** Nineteen of twenty are being issued or are, the rest is only decided; who was told has read it long ago. */
function closedLongAgo(rows: Rows, isRead: boolean): Rows {
	if (isRead) for (const notice of rows.get('notice') ?? []) notice['read_at'] = notice['created_at'] ?? null
	return rows
}

/** What is cleared waits in the pool, or has not been proposed: no copy stands on the agenda of the demo's meeting. */
function proposedAtMost(rows: Rows, isProposed: boolean): Rows {
	const kept = new Map(rows)
	kept.delete('agenda_listing')
	const items = (rows.get('agenda_item') ?? []).map((item) => ({
		...item,
		state: 'proposed',
		meeting_id: null,
	}))
	kept.set('agenda_item', isProposed ? items : [])
	return kept
}

/** Departments beside the demo's own, each with a drafter and a reviewer: what stands in place of whom in a copy. */
async function foundDepartments(
	source: BetterSqlite3.Database,
	writer: Writer,
): Promise<readonly (readonly [string, string])[][]> {
	const rowsOf = (sql: string) => source.prepare(sql).all() as Row[]
	const people = rowsOf(`SELECT DISTINCT person.* FROM person JOIN post ON post.person_id = person.id
		WHERE post.role IN ('drafter', 'reviewer', 'department-head', 'counsel')`)
	const organs = rowsOf(`SELECT * FROM organ WHERE kind IN ('department', 'street')`)
	const units = rowsOf(
		`SELECT unit.* FROM unit JOIN organ ON organ.id = unit.organ_id WHERE organ.kind IN ('department', 'street')`,
	)
	const founded: [string, string][][] = []
	for (let number = 0; number < DEPARTMENTS; number += 1) {
		const [organ, unit] = [organs[number % organs.length]!, units[number % units.length]!]
		const [organId, unitId] = [placeId(1, number), placeId(2, number)]
		const persons = people.map((person, at) => ({
			...person,
			id: placeId(3, number * 100 + at),
			name: `${person['name']}${number}`,
			staff_code: `X${number}-${at}`,
		}))
		await writer.add(
			new Map<string, readonly Row[]>([
				['organ', [{ ...organ, id: organId, name: `${organ['name']}${number}` }]],
				['unit', [{ ...unit, id: unitId, organ_id: organId }]],
				['person', persons],
			]),
		)
		founded.push([
			...organs.map(({ id }): [string, string] => [String(id), organId]),
			...units.map(({ id }): [string, string] => [String(id), unitId]),
			...people.map(({ id }, at): [string, string] => [String(id), String(persons[at]!['id'])]),
		])
	}
	return founded
}

function placeId(kind: number, number: number): string {
	return `00000000-0000-7000-800${kind}-${String(number).padStart(12, '0')}`
}

type Writer = { readonly add: (rows: Rows) => Promise<void>; readonly finish: () => Promise<void> }

/** Gathers rows by table and writes them in batches. */
function openWriter(target: Target): Writer {
	const waiting = new Map<string, Row[]>()
	let copies = 0
	const finish = async () => {
		for (const [table, rows] of waiting) if (rows.length > 0) await target.write(table, rows)
		waiting.clear()
		copies = 0
	}
	return {
		add: async (rows) => {
			for (const [table, its] of rows) waiting.set(table, [...(waiting.get(table) ?? []), ...its])
			copies += 1
			if (copies >= BATCH) await finish()
		},
		finish,
	}
}

import { foldLoginName } from '#app/domain/account/login-name.ts'
import { roleOf } from '#app/db/code-columns.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { readTable } from '#app/documents/read-people-table.server.ts'
import { type ImportRow, IMPORT_COLUMNS } from '#app/domain/account/import-table.ts'
import { type PlannedRow, type PresentOrganisation, planImport } from '#app/domain/account/plan-import.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { findSecrecyMarking } from '#app/domain/precheck/secrecy-marking.ts'
import type { FileCause } from '#app/domain/file-cause.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type JurisdictionWork,
	commandOnJurisdiction,
} from '#app/services/command/command-on-jurisdiction.server.ts'
import { importColumnOf, nearestOf, organKindOf, rolesOf, unitKindOf } from './import-words.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { recordOf } from '#app/domain/record-of.ts'

/** A table as it was read: the heading first. */
export type ImportTable = readonly (readonly string[])[]

/** A dry run: what every row would do. `table` is what has to come back to be imported. */
export type ImportPreview = { readonly table: ImportTable; readonly rows: readonly PlannedRow[] }

export type ImportCounts = {
	readonly organs: number
	readonly units: number
	readonly people: number
	/** Posts that were asked for, and wait for another administrator. */
	readonly posts: number
}

/** Whether somebody may import at all: the page is not shown to others. */
export function mayImport(actor: Actor): Result<unknown, Refusal> {
	return permit(actor, 'organisation.imported', { jurisdictionId: actor.jurisdictionId })
}

/** Reads a table of organs and people and says what it would do. Nothing is written, but a refused file is recorded. */
export async function previewImport(
	shell: Shell,
	actor: Actor,
	key: string,
	file: { readonly name: string; readonly bytes: Uint8Array } | null,
): Promise<Result<ImportPreview, Refusal>> {
	const post = mayImport(actor)
	const table = post.ok ? await readFile(file) : post
	const rows = table.ok ? rowsOf(table.value) : table
	if (table.ok && rows.ok)
		return accept({
			table: table.value,
			rows: planImport(rows.value, await loadPresent(shell.db, actor, rows.value)),
		})
	const refusal = rows.ok ? table : rows
	if (refusal.ok) throw new Error('unreachable: either the table or its rows were refused')
	const body = { refused: refusal.reason.code }
	const recorded = await commandOnJurisdiction<ImportPreview, 'organisation.imported'>(
		shell,
		actor,
		{ key, body },
		'organisation.imported',
		async () => refusal,
	)
	const told = await alertWhenClassified(shell, actor, key, recorded)
	return told.ok ? refusal : told
}

async function readFile(
	file: { name: string; bytes: Uint8Array } | null,
): Promise<Result<ImportTable, Refusal>> {
	if (!file) return refuse({ code: 'unfitting', field: 'file', problem: 'missing' })
	const read = await readTable(file.bytes, file.name)
	const words = read.ok ? read.value.map((row) => row.join('\n')).join('\n') : ''
	const marking = findSecrecyMarking(file.name) ?? findSecrecyMarking(words)
	if (marking) return refuse({ code: 'classified', level: marking.level, line: null })
	if (read.ok) return read
	const { code } = read.reason
	const cause: FileCause = code === 'too-large' || code === 'wrong-suffix' ? `table-${code}` : code
	const figures: Record<string, string> = code === 'formula-without-result' ? { cell: read.reason.cell } : {}
	return refuse({ code: 'file-refused', cause, fileName: file.name, figures })
}

/** Imports a table that was looked at: all of it, or nothing when a row does not fit any more. */
export async function importOrganisation(
	shell: Shell,
	actor: Actor,
	key: string,
	table: ImportTable,
): Promise<Result<Done<ImportCounts>, Refusal>> {
	const body = { table: table.map((row) => [...row]) }
	return commandOnJurisdiction(shell, actor, { key, body }, 'organisation.imported', async (work) => {
		const rows = rowsOf(table)
		if (!rows.ok) return rows
		const plan = planImport(rows.value, await loadPresent(work.tx, actor, rows.value))
		if (plan.some((row) => row.faults.length > 0))
			return refuse({ code: 'unfitting', field: 'table', problem: 'import-has-faults' })
		const counts = countAdditions(plan)
		if (counts.organs + counts.units + counts.people + counts.posts === 0)
			return refuse({ code: 'unfitting', field: 'table', problem: 'import-adds-nothing' })
		await writePlan(work, plan)
		work.note({
			...counts,
			accounts: plan.flatMap((row) => (row.person ? [row.person.loginName] : [])),
			roles: plan.flatMap((row) => row.posts.map((post) => `${post.loginName}:${post.role}`)),
		})
		return accept(counts)
	})
}

/** How much a plan adds. */
export function countAdditions(plan: readonly PlannedRow[]): ImportCounts {
	const count = (kind: 'organ' | 'unit' | 'person') => plan.filter((row) => row[kind] !== null).length
	const posts = plan.reduce((sum, row) => sum + row.posts.length, 0)
	return { organs: count('organ'), units: count('unit'), people: count('person'), posts }
}

/**
 * The rows of a table by its heading, the first row with words, whose columns may stand in any order; a missing column
 * is empty. A row keeps the number of its line in the table; empty ones say nothing.
 */
function rowsOf(table: ImportTable): Result<ImportRow[], Refusal> {
	const top = table.findIndex((row) => row.length > 0)
	const columns = (table[top] ?? []).map((word) => importColumnOf(word))
	if (!columns.includes('organ'))
		return refuse({ code: 'unfitting', field: 'file', problem: 'import-heading' })
	// Which of two columns of one name is meant, nobody can tell.
	if (IMPORT_COLUMNS.some((column) => columns.indexOf(column) !== columns.lastIndexOf(column)))
		return refuse({ code: 'unfitting', field: 'file', problem: 'import-heading-twice' })
	return accept(
		table.flatMap((line, at) => {
			if (at <= top || line.length === 0) return []
			const cells = recordOf(IMPORT_COLUMNS, (column) => line[columns.indexOf(column)] ?? '')
			const kinds = { organKind: organKindOf(cells.organKind), unitKind: unitKindOf(cells.unitKind) }
			return [{ line: at + 1, cells, ...kinds, roles: rolesOf(cells.role), nearest: nearestOf(cells) }]
		}),
	)
}

async function loadPresent(
	tx: Pick<Tx, 'organ' | 'unit' | 'person' | 'account'>,
	{ jurisdictionId, personId }: Actor,
	rows: readonly ImportRow[],
): Promise<PresentOrganisation> {
	const staffCodes = [...new Set(rows.map((row) => row.cells.staffCode))]
	const loginNames = [...new Set(rows.map((row) => foldLoginName(row.cells.loginName)))]
	const organs = await tx.organ.findMany({ where: { jurisdictionId } })
	const nameOf = new Map(organs.map((organ) => [organ.id, organ.name]))
	const units = await tx.unit.findMany({ where: { jurisdictionId } })
	const people = await tx.person.findMany({
		where: { jurisdictionId, staffCode: { in: staffCodes } },
		include: {
			account: { select: { loginName: true } },
			posts: { where: { state: { in: ['requested', 'active'] } } },
		},
	})
	const unitNameOf = new Map(units.map((unit) => [unit.id, unit.name]))
	const own = await tx.person.findUnique({ where: { jurisdictionId_id: { jurisdictionId, id: personId } } })
	const taken = await tx.account.findMany({
		where: { loginName: { in: loginNames } },
		select: { loginName: true },
	})
	return {
		organs,
		units: units.map((unit) => ({ ...unit, organ: nameOf.get(unit.organId) ?? '' })),
		people: people.map((person) => ({ ...person, loginName: person.account?.loginName ?? '' })),
		posts: people.flatMap(({ staffCode, posts }) =>
			posts.map((post) => ({
				staffCode,
				organ: nameOf.get(post.organId) ?? '',
				unit: unitNameOf.get(post.unitId ?? '') ?? '',
				role: roleOf(post.role),
			})),
		),
		ownStaffCode: own?.staffCode ?? '',
		takenLoginNames: taken.map((account) => account.loginName),
	}
}

async function writePlan(
	work: JurisdictionWork<'organisation.imported'>,
	plan: readonly PlannedRow[],
): Promise<void> {
	const { tx, jurisdictionId, shell, at } = work
	await tx.organ.createMany({
		data: plan.flatMap(({ organ }) => (organ ? [{ jurisdictionId, id: shell.newId(), ...organ }] : [])),
	})
	const organs = await tx.organ.findMany({ where: { jurisdictionId }, select: { id: true, name: true } })
	const idOf = new Map(organs.map((organ) => [organ.name, organ.id]))
	await tx.unit.createMany({
		data: plan.flatMap(({ unit }) =>
			unit
				? [
						{
							jurisdictionId,
							id: shell.newId(),
							organId: idOf.get(unit.organ) ?? '',
							name: unit.name,
							kind: unit.kind,
						},
					]
				: [],
		),
	})
	const people = plan.flatMap(({ person }) => (person ? [{ ...person, id: shell.newId() }] : []))
	await tx.person.createMany({
		data: people.map(({ id, name, staffCode }) => ({ jurisdictionId, id, name, staffCode })),
	})
	await tx.account.createMany({
		data: people.map(({ id, loginName }) => ({
			jurisdictionId,
			id: shell.newId(),
			personId: id,
			loginName,
			createdAt: at,
		})),
	})
	await askForPosts(work, plan)
}

/** The posts of a table wait as if they had been asked for one by one: whoever imports confirms none of them. */
async function askForPosts(
	{ tx, jurisdictionId, shell, at, actor }: JurisdictionWork<'organisation.imported'>,
	plan: readonly PlannedRow[],
): Promise<void> {
	const posts = plan.flatMap((row) => row.posts)
	if (posts.length === 0) return
	const organs = await tx.organ.findMany({ where: { jurisdictionId }, include: { units: true } })
	const organOf = new Map(organs.map((organ) => [organ.name, organ]))
	const codes = [...new Set(posts.map((post) => post.staffCode))]
	const people = await tx.person.findMany({ where: { jurisdictionId, staffCode: { in: codes } } })
	const personOf = new Map(people.map((person) => [person.staffCode, person.id]))
	await tx.post.createMany({
		data: posts.map((post) => {
			const organ = organOf.get(post.organ)
			return {
				jurisdictionId,
				id: shell.newId(),
				personId: personOf.get(post.staffCode) ?? '',
				organId: organ?.id ?? '',
				unitId: organ?.units.find((unit) => unit.name === post.unit)?.id ?? null,
				role: post.role,
				state: 'requested',
				requestedBy: actor.personId,
				requestedAt: at,
			}
		}),
	})
}

import {
	IMPORT_COLUMNS,
	type ImportColumn,
	type ImportFault,
	type ImportRow,
	type NearestWords,
} from './import-table.ts'
import { foldLoginName, isLoginName, isPlainName, LONGEST_NAME } from './login-name.ts'
import { type NewPost, type PresentPost, planPosts } from './plan-posts.ts'

export type NewOrgan = { readonly name: string; readonly shortName: string; readonly kind: string }
export type NewUnit = { readonly organ: string; readonly name: string; readonly kind: string }
export type NewPerson = { readonly name: string; readonly staffCode: string; readonly loginName: string }

/** What there is already, by which rows are judged. */
export type PresentOrganisation = {
	readonly organs: readonly NewOrgan[]
	readonly units: readonly NewUnit[]
	readonly people: readonly NewPerson[]
	/** The posts that count or wait to be confirmed. */
	readonly posts: readonly PresentPost[]
	/** The staff code of whoever imports: nobody asks for a post of their own. */
	readonly ownStaffCode: string
	/** Accounts' names, folded, that anybody holds, in this jurisdiction or another. */
	readonly takenLoginNames: readonly string[]
}

/** One row's answer: what it would add, and everything that is wrong with it. A row that adds nothing is there already. */
export type PlannedRow = {
	readonly line: number
	readonly cells: Readonly<Record<ImportColumn, string>>
	readonly organ: NewOrgan | null
	readonly unit: NewUnit | null
	readonly person: NewPerson | null
	/** The posts that are asked for: they count once another administrator has confirmed them. */
	readonly posts: readonly NewPost[]
	readonly nearest: NearestWords
	readonly faults: readonly ImportFault[]
}

/**
 * Plans an import row by row: what each would add beside what there is and what the rows before it add, and every
 * fault at once. Nothing that is there is changed by an import: a row that says otherwise is a fault.
 */
export function planImport(rows: readonly ImportRow[], present: PresentOrganisation): PlannedRow[] {
	const known = {
		organs: new Map(present.organs.map((organ) => [organ.name, organ])),
		units: new Map(present.units.map((unit) => [unitKey(unit.organ, unit.name), unit])),
		people: new Map(present.people.map((person) => [person.staffCode, person])),
		loginNames: new Set(present.takenLoginNames),
	}
	const posts = [...present.posts]
	return rows.map((row) => {
		const faults = faultsOfCells(row.cells)
		const organ = planOrgan(row, known.organs, faults)
		const unit = planUnit(row, known.units, faults)
		const person = planPerson(row, known, faults)
		const asked = planPosts(row, posts, present.ownStaffCode, faults)
		posts.push(...asked)
		if (organ) known.organs.set(organ.name, organ)
		if (unit) known.units.set(unitKey(unit.organ, unit.name), unit)
		if (person) known.people.set(person.staffCode, person)
		if (person) known.loginNames.add(person.loginName)
		const { line, cells, nearest } = row
		return { line, cells, organ, unit, person, posts: asked, nearest, faults }
	})
}

/** What a spreadsheet shows where a formula has no result. */
const CELL_ERROR = /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i

function faultsOfCells(cells: ImportRow['cells']): ImportFault[] {
	return IMPORT_COLUMNS.flatMap((column): ImportFault[] => {
		if (cells[column].length > LONGEST_NAME) return [{ column, problem: 'too-long' }]
		if (CELL_ERROR.test(cells[column])) return [{ column, problem: 'cell-error' }]
		return isPlainName(cells[column]) ? [] : [{ column, problem: 'not-plain' }]
	})
}

function planOrgan(
	{ cells, organKind }: ImportRow,
	organs: ReadonlyMap<string, NewOrgan>,
	faults: ImportFault[],
): NewOrgan | null {
	const { organ: name, organShortName: shortName } = cells
	if (name === '') {
		faults.push({ column: 'organ', problem: 'missing' })
		return null
	}
	const there = organs.get(name)
	if (cells.organKind !== '' && organKind === null)
		faults.push({ column: 'organKind', problem: 'unknown-kind' })
	if (there) {
		if (shortName !== '' && shortName !== there.shortName)
			faults.push({ column: 'organShortName', problem: 'differs' })
		if (organKind !== null && organKind !== there.kind)
			faults.push({ column: 'organKind', problem: 'differs' })
		return null
	}
	if (shortName === '') faults.push({ column: 'organShortName', problem: 'missing' })
	if (cells.organKind === '') faults.push({ column: 'organKind', problem: 'missing' })
	return shortName === '' || organKind === null ? null : { name, shortName, kind: organKind }
}

function planUnit(
	{ cells, unitKind }: ImportRow,
	units: ReadonlyMap<string, NewUnit>,
	faults: ImportFault[],
): NewUnit | null {
	const { organ, unit: name } = cells
	if (cells.unitKind !== '' && unitKind === null) faults.push({ column: 'unitKind', problem: 'unknown-kind' })
	if (name === '') {
		if (cells.unitKind !== '') faults.push({ column: 'unit', problem: 'missing' })
		return null
	}
	const there = units.get(unitKey(organ, name))
	if (there) {
		if (unitKind !== null && unitKind !== there.kind) faults.push({ column: 'unitKind', problem: 'differs' })
		return null
	}
	return { organ, name, kind: unitKind ?? 'ordinary' }
}

function planPerson(
	{ cells }: ImportRow,
	known: { people: ReadonlyMap<string, NewPerson>; loginNames: ReadonlySet<string> },
	faults: ImportFault[],
): NewPerson | null {
	const { person: name, staffCode } = cells
	const loginName = foldLoginName(cells.loginName)
	const columns = ['person', 'staffCode', 'loginName'] as const
	const empty = columns.filter((column) => cells[column] === '')
	if (empty.length === columns.length) return null
	for (const column of empty) faults.push({ column, problem: 'missing' })
	if (loginName !== '' && !isLoginName(loginName))
		faults.push({ column: 'loginName', problem: 'not-a-login' })
	if (empty.length > 0) return null
	const there = known.people.get(staffCode)
	if (there?.name === name && foldLoginName(there.loginName) === loginName) return null
	if (there) faults.push({ column: 'staffCode', problem: 'code-taken' })
	else if (known.loginNames.has(loginName)) faults.push({ column: 'loginName', problem: 'login-taken' })
	return there ? null : { name, staffCode, loginName }
}

function unitKey(organ: string, unit: string): string {
	return `${organ}\n${unit}`
}

import type { Role } from '#app/domain/permission/role.ts'

/** The columns of a table of organs and people, in their order. */
export const IMPORT_COLUMNS = [
	'organ',
	'organShortName',
	'organKind',
	'unit',
	'unitKind',
	'person',
	'staffCode',
	'loginName',
	'role',
] as const

export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

/** What looks most like a word that is none of those that a column takes, by the column. */
export type NearestWords = Readonly<Partial<Record<ImportColumn, string>>>

/** A row of the table: its line (the heading is line 1) and its cells; kinds and roles are codes, or null for a word that is none. */
export type ImportRow = {
	readonly line: number
	readonly cells: Readonly<Record<ImportColumn, string>>
	readonly organKind: string | null
	readonly unitKind: string | null
	readonly roles: readonly (Role | null)[]
	readonly nearest: NearestWords
}

export type ImportProblem =
	| 'missing'
	| 'too-long'
	| 'not-plain'
	| 'cell-error'
	| 'unknown-kind'
	| 'differs'
	| 'code-taken'
	| 'login-taken'
	| 'not-a-login'
	| 'unknown-role'
	| 'no-person'
	| 'unit-needed'
	| 'duties-clash'
	| 'own-post'

export type ImportFault = { readonly column: ImportColumn; readonly problem: ImportProblem }

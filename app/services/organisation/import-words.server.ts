import { withoutBlanks } from '#app/domain/legal-text/without-blanks.ts'
import { type ImportColumn, type NearestWords, IMPORT_COLUMNS } from '#app/domain/account/import-table.ts'
import { nearestWord } from '#app/domain/account/nearest-word.ts'
import { type Role, ROLES } from '#app/domain/permission/role.ts'
import { administration as english } from '#app/locales/en/administration.ts'
import { words as englishWords } from '#app/locales/en/words.ts'
import { administration as chinese } from '#app/locales/zh-cn/administration.ts'
import { words as chineseWords } from '#app/locales/zh-cn/words.ts'

/** The column that a heading names, in either language, or null for one that is not read. */
export function importColumnOf(heading: string): ImportColumn | null {
	const word = settle(heading)
	return (
		IMPORT_COLUMNS.find((column) =>
			[chinese, english].some((language) => settle(language.import.column[column]) === word),
		) ?? null
	)
}

/** The kind of organ that a word names, in either language, or null. */
export function organKindOf(word: string): string | null {
	return codeOf(word, [chineseWords.organKind, englishWords.organKind])
}

/** The kind of unit that a word names, in either language, or null. */
export function unitKindOf(word: string): string | null {
	return codeOf(word, [chineseWords.unitKind, englishWords.unitKind])
}

/** The roles that a cell names, parted by marks; null stands for a word that is none. */
export function rolesOf(cell: string): (Role | null)[] {
	return rolesIn(cell).map((word) => {
		const code = codeOf(word, [chineseWords.role, englishWords.role])
		return ROLES.find((role) => role === code) ?? null
	})
}

function rolesIn(cell: string): string[] {
	return cell.split(/[、，,；;/\n]/).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))
}

/** For each column whose word is none of those that it takes: the one that looks most like it. */
export function nearestOf(cells: Readonly<Record<ImportColumn, string>>): NearestWords {
	const unknown = rolesIn(cells.role).find((word) => rolesOf(word).includes(null)) ?? ''
	const nearest = {
		organKind: organKindOf(cells.organKind) ? null : nearestIn(cells.organKind, chineseWords.organKind),
		unitKind: unitKindOf(cells.unitKind) ? null : nearestIn(cells.unitKind, chineseWords.unitKind),
		role: nearestIn(unknown, chineseWords.role),
	}
	return Object.fromEntries(
		Object.entries(nearest).flatMap(([column, word]) => (word ? [[column, word]] : [])),
	)
}

function nearestIn(word: string, names: Readonly<Record<string, string>>): string | null {
	return nearestWord(word, Object.values(names))
}

function codeOf(word: string, languages: readonly Readonly<Record<string, string>>[]): string | null {
	const names = languages.flatMap((language) => Object.entries(language))
	return names.find(([, name]) => settle(name) === settle(word))?.[0] ?? null
}

/** Spaces and capitals make no difference to a heading. */
function settle(word: string): string {
	return withoutBlanks(word).toLowerCase()
}

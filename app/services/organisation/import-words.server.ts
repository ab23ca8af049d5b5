import { withoutBlanks } from '#app/domain/legal-text/without-blanks.ts'
import { type ImportColumn, IMPORT_COLUMNS } from '#app/domain/account/plan-import.ts'
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

function codeOf(word: string, languages: readonly Readonly<Record<string, string>>[]): string | null {
	const names = languages.flatMap((language) => Object.entries(language))
	return names.find(([, name]) => settle(name) === settle(word))?.[0] ?? null
}

/** Spaces and capitals make no difference to a heading. */
function settle(word: string): string {
	return withoutBlanks(word).toLowerCase()
}

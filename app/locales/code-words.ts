import type { TFunction } from 'i18next'

/** The lists of words for codes that are read back from rows: a code may be older than this program's words. */
type CodeList =
	| 'acts.done'
	| 'acts.missing'
	| 'administration.trail.problem'
	| 'administration.trail.streams'
	| 'gate.fact'
	| 'gate.rule'
	| 'intake.choice'
	| 'intake.draft.finding'
	| 'intake.draft.unplaced'
	| 'intake.fact'
	| 'matter.reason'
	| 'matter.turn.over'
	| 'refusals.code'
	| 'words.agendaState'
	| 'words.clearanceState'
	| 'words.meetingState'
	| 'words.secrecy'
	| 'words.state'

/**
 * The words for a code that was read back from a row, or null where there are none. Codes that are written today have
 * their words, or the locales do not compile; a row of another release may hold one that nobody knows any more.
 */
export function codeWords(t: TFunction, list: CodeList, code: string, figures?: object): string | null {
	const key = `${list}.${code}`
	// The key is not one of those that the type knows, or there would be no need to ask whether it has words.
	const words = (t as (key: string, figures?: object) => string)(key, figures)
	return words === key ? null : words
}

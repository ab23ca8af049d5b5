import { jsonText } from '#app/domain/json-text.ts'
import type { ChecklistItem, Reason, ReviewPoint, Wording } from '#app/domain/materials/checklist.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { RuleEntry } from '#app/domain/precheck/rules/hit.ts'
import type { PrecheckList } from '#app/domain/precheck/rules/precheck-edition.ts'
import { readTitles } from '#app/domain/precheck/rules/read-titles.ts'
import type { StatuteChange } from '#app/domain/statutes/statute-change.ts'
import { type EntryBody, type NumberField, numberFieldsOf, numberIn, numberKey } from './number-fields.ts'
import type { ReferenceKind } from './reference-kind.ts'

/** A number of an entry with what bounds it. */
export type NumberValue = NumberField & { readonly key: string; readonly value: number | null }

/** One published year of rest and make-up days (国务院办公厅关于部分节假日安排的通知); plain dates. */
export type CalendarYear = {
	readonly year: number
	readonly rest: readonly string[]
	readonly work: readonly string[]
}

/** What an entry says, as a page shows it. */
export type EntryValue =
	| { readonly is: 'numbers'; readonly numbers: readonly NumberValue[] }
	| { readonly is: 'year'; readonly year: CalendarYear }
	| {
			readonly is: 'paper'
			readonly name: Wording
			readonly tracks: readonly Track[]
			readonly isRequired: boolean
	  }
	| { readonly is: 'point'; readonly name: Wording; readonly tracks: readonly Track[] }
	| { readonly is: 'reason'; readonly name: Wording; readonly use: Reason['use'] }
	| { readonly is: 'rule'; readonly name: Wording; readonly id: string; readonly level: RuleEntry['level'] }
	| { readonly is: 'list'; readonly list: PrecheckList['list']; readonly count: number }
	| ({ readonly is: 'statute' } & StatuteChange)

/** What the stored text of an entry says. Entries are written by releases and by confirmed proposals alone. */
export function entryValue(kind: ReferenceKind, code: string, body: string): EntryValue {
	switch (kind) {
		case 'review-limits':
		case 'track-periods':
			return { is: 'numbers', numbers: numbersOf(kind, code, jsonText<EntryBody>().read(body)) }
		case 'working-days':
			return { is: 'year', year: calendarYear.read(body) }
		case 'checklist-item': {
			const { name, tracks, isRequired } = jsonText<ChecklistItem>().read(body)
			return { is: 'paper', name, tracks, isRequired }
		}
		case 'review-point': {
			const { name, tracks } = jsonText<ReviewPoint>().read(body)
			return { is: 'point', name, tracks }
		}
		case 'reason': {
			const { name, use } = jsonText<Reason>().read(body)
			return { is: 'reason', name, use }
		}
		case 'precheck-rule': {
			const { name, id, level } = jsonText<RuleEntry>().read(body)
			return { is: 'rule', name, id, level }
		}
		case 'precheck-list':
			return listValue(jsonText<PrecheckList>().read(body))
		case 'statute':
			return { is: 'statute', ...jsonText<StatuteChange>().read(body) }
	}
}

const calendarYear = jsonText<CalendarYear>()

function numbersOf(kind: ReferenceKind, code: string, body: EntryBody): NumberValue[] {
	return numberFieldsOf(kind, code).map((field) => ({
		...field,
		key: numberKey(field),
		value: numberIn(body, field),
	}))
}

function listValue(list: PrecheckList): EntryValue {
	const count = list.list === 'statutes' ? readTitles(list.titles).length : list.entries.length
	return { is: 'list', list: list.list, count }
}

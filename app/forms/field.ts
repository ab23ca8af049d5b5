import { dayProblem, parsePlainDate, type PlainDate } from '#app/domain/calendar/plain-date.ts'
import { readWords, WORDS_LIMIT } from '#app/domain/matter/written-words.ts'
import type { Problem } from '#app/domain/problem.ts'
import { accept, refuse, type Result } from '#app/domain/result.ts'

/** A file that came with a form. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What a form brought: the texts and files of each name. */
export type Sent = {
	readonly names: readonly string[]
	readonly texts: (name: string) => readonly string[]
	readonly files: (name: string) => readonly UploadedFile[]
}

/** What is wrong with a form, by the name of the field. */
export type Fault = { readonly field: string; readonly problem: Problem }

/** What one field takes: whether it must be there, how long it may be, and how what was sent is read. */
export type Taking<Value> = {
	readonly isRequired: boolean
	/** The longest text, in UTF-16 code units; null where length is no matter. */
	readonly most: number | null
	/** Whether a page shows one field of this kind for each of its rows: `answer-1`, `answer-2`. */
	readonly isEach: boolean
	readonly read: (sent: Sent, name: string) => Result<Value, readonly Fault[]>
}

/** One field of a form under its name. */
export type Field<Value = unknown> = Taking<Value> & { readonly name: string }

/** Words that must be there, trimmed, at most `most` long. */
export function words(most = WORDS_LIMIT): Taking<string> {
	return oneText({ most }, (typed) => {
		const read = readWords('', typed, most)
		return read.ok ? read : refuse(read.reason.problem)
	})
}

/** Words that may be left out: then the empty text. */
export function wordsOrNone(most = WORDS_LIMIT): Taking<string> {
	return oneText({ most, isRequired: false }, (typed) =>
		typed.trim().length > most ? refuse('too-long') : accept(typed.trim()),
	)
}

/** A whole text as it was pasted, which the reader of drafts bounds. */
export function pastedText(): Taking<string> {
	return oneText({ isRequired: false }, (typed) => accept(typed))
}

const PASSWORD_LIMIT = 1000

/** A password as it was typed: never trimmed, never shown again. */
export function password(): Taking<string> {
	return oneText({ most: PASSWORD_LIMIT }, (typed) => (typed === '' ? refuse('missing') : readTyped(typed)))
}

/** A password as it was typed, the empty text where none was. */
export function passwordOrNone(): Taking<string> {
	return oneText({ most: PASSWORD_LIMIT, isRequired: false }, readTyped)
}

function readTyped(typed: string): Result<string, Problem> {
	return typed.length > PASSWORD_LIMIT ? refuse('too-long') : accept(typed)
}

/** One of these codes. */
export function oneOf<const Code extends string>(codes: readonly Code[]): Taking<Code> {
	return oneText({}, (typed) => {
		const code = codes.find((each) => each === typed)
		if (typed === '') return refuse('missing')
		return code === undefined ? refuse('unknown-choice') : accept(code)
	})
}

/** One of these codes, or null where nothing was chosen. */
export function oneOfOrNone<const Code extends string>(codes: readonly Code[]): Taking<Code | null> {
	const chosen = oneOf(codes)
	return { ...chosen, isRequired: false, read: (sent, name) => orNone(chosen, sent, name) }
}

/** At least one of these codes. */
export function someOf<const Code extends string>(codes: readonly Code[]): Taking<Code[]> {
	return taking({}, (sent, name) => {
		const typed = sent.texts(name)
		const chosen = codes.filter((code) => typed.includes(code))
		if (typed.length === 0) return faulty(name, 'missing')
		return chosen.length < new Set(typed).size ? faulty(name, 'unknown-choice') : accept(chosen)
	})
}

/** Exactly this text: the intent of a form, a declaration that has one answer. `problem` says what another means. */
export function exactly<const Text extends string>(
	text: Text,
	problem: Problem = 'unknown-choice',
): Taking<Text> {
	return oneText({}, (typed) => (typed === text ? accept(text) : refuse(problem)))
}

/** A box that must be ticked; `problem` says what its not being ticked means. */
export function ticked(problem: Problem): Taking<'yes'> {
	return exactly('yes', problem)
}

/** A box that may be ticked. */
export function tickedOrNot(): Taking<boolean> {
	return oneText({ isRequired: false }, (typed) => accept(typed === 'yes'))
}

/** A day such as 2026-11-23. */
export function day(): Taking<PlainDate> {
	return oneText({}, (typed) => {
		const problem = dayProblem(typed.trim())
		return problem ? refuse(problem) : accept(parsePlainDate(typed.trim()))
	})
}

/** A day, or null where none was stated. */
export function dayOrNone(): Taking<PlainDate | null> {
	const stated = day()
	return { ...stated, isRequired: false, read: (sent, name) => orNone(stated, sent, name) }
}

/** A whole number between two. */
export function wholeNumber(least: number, most: number): Taking<number> {
	return oneText({}, (typed) => readWholeNumber(typed, least, most))
}

/** Any of the whole numbers of a list of boxes, none included. */
export function wholeNumbers(least: number, most: number): Taking<number[]> {
	return taking({ isRequired: false }, (sent, name) => {
		const read = sent.texts(name).map((typed) => readWholeNumber(typed, least, most))
		const numbers = read.flatMap((each) => (each.ok ? [each.value] : []))
		return numbers.length < read.length ? faulty(name, 'not-a-number') : accept(numbers)
	})
}

/** What the id of a row looks like. */
export const ROW_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The id of a row, as a hidden field or a list carries it. */
export function rowId(): Taking<string> {
	return oneText({}, (typed) => {
		if (typed === '') return refuse('missing')
		return ROW_ID.test(typed) ? accept(typed) : refuse('unknown-choice')
	})
}

/** The id of a row, or null where nothing was chosen. */
export function rowIdOrNone(): Taking<string | null> {
	const chosen = rowId()
	return { ...chosen, isRequired: false, read: (sent, name) => orNone(chosen, sent, name) }
}

/** A name or code that only a page of ours makes, held to its pattern. */
export function matching(pattern: RegExp): Taking<string> {
	return oneText({}, (typed) => {
		if (typed === '') return refuse('missing')
		return pattern.test(typed) ? accept(typed) : refuse('unknown-choice')
	})
}

/** Any of such names or codes, none included. */
export function severalMatching(pattern: RegExp): Taking<readonly string[]> {
	return taking({ isRequired: false }, (sent, name) => {
		const typed = sent.texts(name)
		return typed.every((each) => pattern.test(each)) ? accept([...typed]) : faulty(name, 'unknown-choice')
	})
}

/** A table of texts, row by row, as a page gave it and sends it back. */
export function tableOfTexts(): Taking<readonly (readonly string[])[]> {
	return oneText({}, (typed) => {
		const table = typed === '' ? null : tableIn(typed)
		if (typed === '') return refuse('missing')
		return table === null ? refuse('unknown-choice') : accept(table)
	})
}

function tableIn(typed: string): readonly (readonly string[])[] | null {
	try {
		const rows: unknown = JSON.parse(typed)
		return Array.isArray(rows) && rows.length > 0 && rows.every(isRowOfTexts) ? rows : null
	} catch {
		return null
	}
}

function isRowOfTexts(row: unknown): row is readonly string[] {
	return Array.isArray(row) && row.every((cell) => typeof cell === 'string')
}

/** A file, or null. */
export function fileOrNone(): Taking<UploadedFile | null> {
	return taking({ isRequired: false }, (sent, name) => accept(sent.files(name)[0] ?? null))
}

/** Any number of files, none included; how many a form may bring is bounded where it is read. */
export function files(): Taking<readonly UploadedFile[]> {
	return taking({ isRequired: false }, (sent, name) => accept(sent.files(name)))
}

/** One field for each row of a page, by the row's key; a row without one is left out. */
export function each<Value>(inner: Taking<Value>): Taking<Readonly<Record<string, Value>>> {
	return {
		...inner,
		isRequired: false,
		isEach: true,
		read: (sent, name) => {
			const read = sent.names
				.filter((each) => each.startsWith(`${name}-`))
				.map((each) => [each.slice(name.length + 1), inner.read(sent, each)] as const)
			const faults = read.flatMap(([, value]) => (value.ok ? [] : value.reason))
			if (faults.length > 0) return refuse(faults)
			return accept(
				Object.fromEntries(read.flatMap(([key, value]) => (value.ok ? [[key, value.value]] : []))),
			)
		},
	}
}

type About = { readonly isRequired?: boolean; readonly most?: number }

function taking<Value>({ isRequired = true, most }: About, read: Taking<Value>['read']): Taking<Value> {
	return { isRequired, most: most ?? null, isEach: false, read }
}

function oneText<Value>(about: About, read: (typed: string) => Result<Value, Problem>): Taking<Value> {
	return taking(about, (sent, name) => {
		const value = read(sent.texts(name)[0] ?? '')
		return value.ok ? value : faulty(name, value.reason)
	})
}

function orNone<Value>(
	chosen: Taking<Value>,
	sent: Sent,
	name: string,
): Result<Value | null, readonly Fault[]> {
	return (sent.texts(name)[0] ?? '').trim() === '' ? accept(null) : chosen.read(sent, name)
}

function readWholeNumber(typed: string, least: number, most: number): Result<number, Problem> {
	const text = typed.trim()
	if (text === '') return refuse('missing')
	const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
	return number >= least && number <= most ? accept(number) : refuse('not-a-number')
}

function faulty(field: string, problem: Problem): Result<never, readonly Fault[]> {
	return refuse([{ field, problem }])
}

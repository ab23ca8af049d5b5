import type { RowName, Slot, TableRow, Words, LineKind, PaperNode } from '#app/domain/paper/paper.ts'
import { FIXED_TEXTS, type FixedText } from '#app/locales/papers/fixed-texts.ts'

type Template<Code extends FixedText> = (typeof FIXED_TEXTS)[Code][0]

type Gaps<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
	? Name | Gaps<Rest>
	: never

/** What a row gives to a gap. */
export type Given = Omit<Slot, 'name'>

/** The gaps of a fixed text, each with the row that fills it. */
export type Filling<Code extends FixedText> = { readonly [Name in Gaps<Template<Code>>]: Given }

/** A row as the source of words: `of(matter.title)` stands in it, `of.computed('19')` is worked out from it. */
export type Source = ((text: string | number) => Given) & {
	readonly computed: (text: string | number) => Given
}

/** Names the row that words come from, by its table and key. */
export function rowOf(table: string, key: string): Source {
	const row: RowName = `${table}/${key}`
	const stands = (text: string | number): Given => ({ text: String(text), row, isComputed: false })
	return Object.assign(stands, {
		computed: (text: string | number): Given => ({ text: String(text), row, isComputed: true }),
	})
}

/** A sentence: a listed fixed text with its gaps filled by rows. There is no other way to put words on a paper. */
export function say<Code extends FixedText>(
	code: Code,
	...[filling]: Gaps<Template<Code>> extends never ? [] : [Filling<Code>]
): Words {
	return fill(code, FIXED_TEXTS[code][0], filling ?? {})
}

/** Fills the gaps of a text, {name} or {{name}}. @throws Error for a gap that nothing fills */
export function fill(says: string, template: string, filling: Readonly<Record<string, Given>>): Words {
	const from: Slot[] = []
	const text = template.replaceAll(/\{\{?(\w+)\}?\}/g, (_, name: string) => {
		const given = filling[name]
		if (!given) throw new Error(`nothing fills ${name} of ${says}`)
		if (!from.some((slot) => slot.name === name)) from.push({ name, ...given })
		return given.text
	})
	return { says, text, from }
}

/** A line of a paper, with the sentences that follow in the same paragraph. */
export function line(kind: LineKind, words: Words, ...then: readonly Words[]): PaperNode {
	return then.length === 0 ? { kind, words } : { kind, words, then }
}

/** A row of a table, each cell of one sentence or several. */
export function tableRow(
	cells: readonly (Words | readonly Words[])[],
	{ isStrong = false, isUntested = false } = {},
): TableRow {
	return { cells: cells.map((cell) => ('says' in cell ? [cell] : cell)), isStrong, isUntested }
}

/** Words as a sentence: with a full stop, where the writer left it out. */
export function asSentence(words: string): string {
	return /[。！？；”』]$/.test(words) ? words : `${words}。`
}

/** Words that stand inside a sentence, which has a full stop of its own. */
export function withoutStop(words: string): string {
	return words.replace(/[。；;]$/, '')
}

const SHORT_HASH = 16

/** The beginning of a hash as papers print it, in groups of four: a line can end between them. */
export function shortHash(sha256: string): string {
	return sha256.slice(0, SHORT_HASH).replaceAll(/(.{4})(?=.)/g, '$1 ')
}

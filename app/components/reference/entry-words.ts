import type { TFunction } from 'i18next'
import type { CalendarYear, EntryValue, NumberValue } from '#app/domain/reference/entry-value.ts'
import type { NumberField } from '#app/domain/reference/number-fields.ts'
import type { ReferenceKind } from '#app/domain/reference/reference-kind.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import type { Language } from '#app/locales/languages.ts'

const LIMITS = ['review-clock', 'objection', 'emergency', 'clearance', 'filing', 'proposal-lead'] as const
const TRACK_NAMES = [
	'government-decision',
	'department-decision',
	'normative-document',
	'other-document',
	'government-contract',
] as const

type Named = { readonly code: string; readonly value: EntryValue }

/** A day without its weekday, which says nothing of a day years ago. */
export function plainDay(day: string, language: Language): string {
	return language === 'en' ? day : formatPaperDay(day)
}

/** What an entry is called. */
export function entryName({ code, value }: Named, t: TFunction, language: Language): string {
	switch (value.is) {
		case 'numbers': {
			const limit = LIMITS.find((each) => each === code)
			const track = TRACK_NAMES.find((each) => each === code)
			return limit ? t(`reference.entry.${limit}`) : track ? t(`words.track.${track}`) : code
		}
		case 'year':
			return t('reference.year', { year: value.year.year })
		case 'list':
			return t(`reference.list.${value.list}`)
		case 'statute':
			return value.title
		case 'rule':
			return `${value.id} ${language === 'en' ? value.name.en : value.name.zh}`
		case 'paper':
		case 'point':
		case 'reason':
			return language === 'en' ? value.name.en : value.name.zh
	}
}

/** What a number is called: 审查一般不少于（政府重大行政决策）. */
export function numberName({ name, part }: Pick<NumberField, 'name' | 'part'>, t: TFunction): string {
	const number = t(`reference.number.${name}`)
	if (part === null) return number
	const isOrgan = part === 'upper-government' || part === 'peoples-congress' || part === 'own-government'
	const of = isOrgan ? t(`reference.organ.${part}`) : t(`words.track.${part}`)
	return t('reference.numberOf', { number, part: of })
}

/** A number with its unit. */
export function numberWords({ value, unit }: Pick<NumberValue, 'value' | 'unit'>, t: TFunction): string {
	return value === null ? t('reference.none') : t(`reference.unit.${unit}`, { count: value })
}

/** What an entry says, in lines. */
export function entryLines(value: EntryValue, t: TFunction, language: Language): readonly string[] {
	const tracks = (each: readonly (typeof TRACK_NAMES)[number][]) =>
		each.map((track) => t(`words.track.${track}`)).join(t('reference.comma'))
	switch (value.is) {
		case 'numbers':
			return value.numbers.map((number) =>
				t('reference.numberLine', { number: numberName(number, t), words: numberWords(number, t) }),
			)
		case 'year':
			return yearLines(value.year, t, language)
		case 'paper':
			return [t(value.isRequired ? 'reference.required' : 'reference.whereDue'), tracks(value.tracks)]
		case 'point':
			return [tracks(value.tracks)]
		case 'reason':
			return [t(`reference.use.${value.use}`)]
		case 'rule':
			return [t(`reference.level.${value.level}`)]
		case 'list':
			return [t('reference.items', { count: value.count })]
		case 'statute':
			return statuteLines(value, t, language)
	}
}

function statuteLines(
	value: Extract<EntryValue, { is: 'statute' }>,
	t: TFunction,
	language: Language,
): string[] {
	const { inForceFrom, isRevision, ends, endingArticle } = value
	const began = t(isRevision ? 'reference.revised' : 'reference.enacted', {
		day: plainDay(inForceFrom, language),
	})
	if (ends.length === 0) return [began]
	const article = endingArticle === null ? '' : t('reference.article', { article: endingArticle })
	return [began, t('reference.ends', { titles: ends.join(t('reference.comma')) }) + article]
}

function yearLines({ rest, work }: CalendarYear, t: TFunction, language: Language): string[] {
	const joined = (days: readonly string[]) => spansOf(days, t, language).join(t('reference.comma'))
	return [
		t('reference.rest', { count: rest.length, days: joined(rest) }),
		t('reference.work', { count: work.length, days: joined(work) }),
	]
}

const DAY = 86_400_000

/** Days that follow one another as one span. */
function spansOf(days: readonly string[], t: TFunction, language: Language): string[] {
	const spans: { from: string; to: string }[] = []
	for (const day of [...days].sort()) {
		const last = spans[spans.length - 1]
		if (last && Date.parse(day) - Date.parse(last.to) === DAY) last.to = day
		else spans.push({ from: day, to: day })
	}
	const named = (day: string) => plainDay(day, language)
	return spans.map(({ from, to }) =>
		from === to ? named(from) : t('reference.span', { from: named(from), to: named(to) }),
	)
}

type Change = Named & { readonly was: { readonly value: EntryValue } | null }

/** What a proposal changes of an entry: the numbers that differ, or all that it says. */
export function changeLines({ value, was }: Change, t: TFunction, language: Language): readonly string[] {
	const before = was?.value
	if (value.is !== 'numbers' || before?.is !== 'numbers') {
		const lines = entryLines(value, t, language)
		const isSame = before && entryLines(before, t, language).join() === lines.join()
		return isSame ? [...lines, t('reference.proposal.same')] : lines
	}
	const changed = value.numbers.flatMap((number) => {
		const old = before.numbers.find(({ key }) => key === number.key)
		if (!old || old.value === number.value) return []
		const words = t('reference.proposal.became', { was: numberWords(old, t), is: numberWords(number, t) })
		return t('reference.numberLine', { number: numberName(number, t), words })
	})
	return changed.length > 0 ? changed : [...entryLines(value, t, language), t('reference.proposal.same')]
}

/** Between which bounds a number lies, and which law keeps them. */
export function boundsWords(number: NumberValue, t: TFunction): string {
	const { least, most, ground, unit } = number
	const bounds = t(`reference.bounds.${unit}`, { least, most })
	return ground === null ? bounds : t('reference.bounds.byLaw', { bounds, ground })
}

/** The address of an entry: a statute's code is its title. */
export function entryPath(kind: ReferenceKind, code: string): string {
	return `/admin/reference/${kind}/${encodeURIComponent(code)}`
}

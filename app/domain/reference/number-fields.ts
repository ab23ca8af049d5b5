import { type Track, TRACKS } from '#app/domain/matter/track.ts'
import { type FilingOrgan, FILING_ORGANS } from '#app/domain/register/filing.ts'
import { namesOf } from '#app/domain/record-of.ts'
import { REFERENCE_KINDS, type ReferenceKind } from './reference-kind.ts'

/** What a number counts: working days, days as they come, months. */
type CountedUnit = 'working-days' | 'days' | 'months'

/** The names of the numbers, as the entries have them. */
export type NumberName =
	| 'pause'
	| 'extension'
	| 'urgent'
	| 'guaranteed'
	| 'objection'
	| 'afterReview'
	| 'orderFiling'
	| 'clearanceMonths'
	| 'filing'
	| 'proposalLead'
	| 'accept'
	| 'supplement'
	| 'review'
	| 'revise'
	| 'recheck'
	| 'postCheck'

/** A number of an entry that a house may set, and between which bounds. */
export type NumberField = {
	/** Its name in the entry; of a number by track or by organ, the part after it. */
	readonly name: NumberName
	readonly part: Track | FilingOrgan | null
	readonly unit: CountedUnit
	readonly least: number
	readonly most: number
	/** The law that keeps the lower or upper bound; null where the bound is only what makes sense. */
	readonly ground: string | null
}

const ART_26 = '《重大行政决策程序暂行条例》第二十六条'
const CIRCULAR_115 = '国办发〔2018〕115号（五）'

/** The least that law leaves a review: 一般不少于七个工作日 for decisions, 不得少于五个 for normative documents. */
const FLOORS: Readonly<Partial<Record<Track, readonly [days: number, ground: string]>>> = {
	'government-decision': [7, ART_26],
	'department-decision': [7, ART_26],
	'normative-document': [5, CIRCULAR_115],
}

function days(name: NumberName, least: number, most: number): NumberField {
	return { name, part: null, unit: 'working-days', least, most, ground: null }
}

function floored(name: NumberName, track: Track, most: number): NumberField {
	const [least, ground] = FLOORS[track] ?? [1, null]
	return { name, part: track, unit: 'working-days', least, most, ground }
}

const OF_LIMITS: Readonly<Record<string, readonly NumberField[]>> = {
	'review-clock': [
		days('pause', 1, 90),
		days('extension', 1, 30),
		days('urgent', 1, 10),
		...namesOf(FLOORS).map((track) => floored('guaranteed', track, 30)),
	],
	objection: [days('objection', 1, 30)],
	emergency: [days('afterReview', 1, 60), days('orderFiling', 1, 60)],
	clearance: [{ name: 'clearanceMonths', part: null, unit: 'months', least: 1, most: 24, ground: null }],
	filing: FILING_ORGANS.map((organ) => ({
		name: 'filing',
		part: organ,
		unit: 'days',
		least: 1,
		most: 60,
		ground: null,
	})),
	'proposal-lead': TRACKS.filter((track) => track !== 'government-contract').map((track) => ({
		...days('proposalLead', 0, 30),
		part: track,
	})),
}

/** 国办发〔2018〕115号 (五) keeps the review of a normative document within five to fifteen working days. */
function periodsOf(track: Track): readonly NumberField[] {
	const most = track === 'normative-document' ? 15 : 60
	return [
		days('accept', 1, 15),
		days('supplement', 1, 30),
		{ ...floored('review', track, most), part: null },
		days('revise', 1, 60),
		days('recheck', 1, 30),
		days('postCheck', 1, 15),
	]
}

/** The numbers of an entry that a form may set; none where its contents come with a release. */
export function numberFieldsOf(kind: ReferenceKind, code: string): readonly NumberField[] {
	if (kind === 'review-limits') return OF_LIMITS[code] ?? []
	const track = kind === 'track-periods' ? TRACKS.find((each) => each === code) : undefined
	return track ? periodsOf(track) : []
}

/** Under which key a form and an entry's line name a number. */
export function numberKey({ name, part }: Pick<NumberField, 'name' | 'part'>): string {
	return part === null ? name : `${name}_${part}`
}

/** The contents of an entry as they are stored: names with numbers, texts, lists or more of such. */
export type EntryBody = Readonly<Record<string, unknown>>

/** The number that an entry has for a field; null where it says none. */
export function numberIn(body: EntryBody, { name, part }: NumberField): number | null {
	const value = body[name]
	const found = part === null ? value : isBody(value) ? value[part] : undefined
	return typeof found === 'number' ? found : null
}

/** The contents with these numbers in place of theirs. */
export function withNumbers(
	body: EntryBody,
	fields: readonly NumberField[],
	numbers: Readonly<Record<string, number>>,
): EntryBody {
	return fields.reduce<EntryBody>((made, field) => {
		const number = numbers[numberKey(field)]
		if (number === undefined) return made
		if (field.part === null) return { ...made, [field.name]: number }
		const parts = made[field.name]
		return { ...made, [field.name]: { ...(isBody(parts) ? parts : {}), [field.part]: number } }
	}, body)
}

function isBody(value: unknown): value is EntryBody {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A number that a new version changes. */
export type NumberChange = { readonly name: string; readonly was: number | null; readonly is: number }

/** The numbers in which the contents of two versions of an entry differ. */
export function changedNumbers(
	kind: string,
	code: string,
	before: EntryBody,
	after: EntryBody,
): readonly NumberChange[] {
	const known = REFERENCE_KINDS.find((each) => each === kind)
	return (known ? numberFieldsOf(known, code) : []).flatMap((field) => {
		const [was, is] = [numberIn(before, field), numberIn(after, field)]
		return is === null || was === is ? [] : [{ name: numberKey(field), was, is }]
	})
}

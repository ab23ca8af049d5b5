import { jsonText } from '#app/domain/json-text.ts'
import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import type { ChecklistItem, Reason, ReviewPoint, TrackPeriods } from '#app/domain/materials/checklist.ts'
import type { ReviewLimits } from '#app/domain/matter/review-limits.ts'
import type { RuleEntry } from '#app/domain/precheck/rules/hit.ts'
import type { PrecheckEdition, PrecheckList } from '#app/domain/precheck/rules/precheck-edition.ts'
import type { StatuteChange } from '#app/domain/statutes/statute-change.ts'
import { findTrees } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

/** Law as data, as it holds on one day. */
export type Reference = {
	readonly checklist: readonly ChecklistItem[]
	readonly points: readonly ReviewPoint[]
	readonly reasons: readonly Reason[]
	readonly periods: readonly TrackPeriods[]
	readonly limits: ReviewLimits
	readonly calendar: WorkingCalendar
}

type Entry = { kind: string; code: string; effectiveFrom: string; body: string; mark: string }

const ENTRY = { kind: true, code: true, effectiveFrom: true, body: true, mark: true } as const

/** What the pages of a review read; the lists of the pre-check and the statutes are long, and asked for by name. */
const OF_THE_REVIEW = [
	'checklist-item',
	'review-point',
	'reason',
	'track-periods',
	'review-limits',
	'working-days',
]

/**
 * Loads the reference data by which a matter is dealt with on `today` (YYYY-MM-DD): the rules of `rulesOf`, the day of its
 * submission, and the calendar of today, since a published year holds for everybody.
 */
export async function loadReference(
	tx: Pick<Tx, '$queryRaw'>,
	today: string,
	rulesOf: string = today,
): Promise<Reference> {
	const known = await loadVersions(tx, { kind: { in: OF_THE_REVIEW }, effectiveFrom: { lte: today } })
	const kept = inForce(known, rulesOf)
	// A limit or period that no release knew of on that day is not missing: the first that there was is taken.
	const terms = inForceOrFirst(known, rulesOf)
	return {
		checklist: bodies<ChecklistItem>(kept, 'checklist-item'),
		points: bodies<ReviewPoint>(kept, 'review-point'),
		reasons: bodies<Reason>(kept, 'reason'),
		periods: bodies<TrackPeriods>(terms, 'track-periods'),
		limits: limitsOf(terms),
		calendar: calendarOf(bodies<CalendarYear>(inForce(known, today), 'working-days')),
	}
}

/** The limits of all entries together: each release may add entries, and changes none that are there. */
function limitsOf(entries: InForce): ReviewLimits {
	const own = [...entries.values()].filter(({ kind }) => kind === 'review-limits')
	const assumed = own.flatMap(({ code, mark }) => (mark === 'verified' ? [] : [code]))
	const said = bodies<Partial<ReviewLimits>>(entries, 'review-limits')
	const limits: Partial<ReviewLimits> = Object.assign({}, ...said, { assumed })
	const { pause, extension, urgent, objection, afterReview, orderFiling, guaranteed, isAssumed } = limits
	const { clearanceMonths, proposalLead, filing } = limits
	const days = [pause, extension, urgent, objection, afterReview, orderFiling]
	const known = [...days, clearanceMonths, proposalLead, filing, guaranteed, isAssumed]
	if (known.some((each) => each === undefined))
		throw new Error('limits of the review are not known: load the reference data')
	// What the list above asked for is there.
	return limits as ReviewLimits
}

/** Loads the working days alone, for a page that asks for nothing else of the reference data. */
export async function loadCalendar(tx: Pick<Tx, '$queryRaw'>, today: string): Promise<WorkingCalendar> {
	const inForce = await loadInForce(tx, { kind: 'working-days', effectiveFrom: { lte: today } })
	return calendarOf(bodies<CalendarYear>(inForce, 'working-days'))
}

/** Loads the limits alone, as they were on each day up to today: what was proposed in time stays so. */
export async function loadLimits(
	tx: Pick<Tx, '$queryRaw'>,
	today: string,
): Promise<(day: string) => ReviewLimits> {
	const known = await loadVersions(tx, { kind: 'review-limits', effectiveFrom: { lte: today } })
	return (day) => limitsOf(inForceOrFirst(known, day))
}

/** Loads the table of statutes, as far as it holds on a day. */
export async function loadStatutes(tx: Pick<Tx, '$queryRaw'>, today: string): Promise<StatuteChange[]> {
	return bodies<StatuteChange>(
		await loadInForce(tx, { kind: 'statute', effectiveFrom: { lte: today } }),
		'statute',
	)
}

/** Loads the rules and lists of the pre-check that hold on a day. */
export async function loadPrecheckEdition(
	tx: Pick<Tx, '$queryRaw'>,
	today: string,
): Promise<PrecheckEdition> {
	const inForce = await loadInForce(tx, {
		kind: { in: ['precheck-rule', 'precheck-list'] },
		effectiveFrom: { lte: today },
	})
	return {
		effectiveFrom: [...inForce.values()].reduce(
			(last, { effectiveFrom }) => (effectiveFrom > last ? effectiveFrom : last),
			'',
		),
		rules: bodies<RuleEntry>(inForce, 'precheck-rule'),
		lists: bodies<PrecheckList>(inForce, 'precheck-list'),
	}
}

/** Of each entry the one that has taken effect last. */
async function loadInForce(tx: Pick<Tx, '$queryRaw'>, where: Where): Promise<InForce> {
	return byEntry(await loadVersions(tx, where))
}

type Where = { kind: string | { in: string[] }; effectiveFrom: { lte: string } }
type InForce = ReadonlyMap<string, Entry>

/** Every version, those of one entry in the order of their days. */
async function loadVersions(tx: Pick<Tx, '$queryRaw'>, where: Where): Promise<readonly Entry[]> {
	return findTrees(tx, 'referenceEntry', {
		where,
		orderBy: [{ kind: 'asc' }, { code: 'asc' }, { effectiveFrom: 'asc' }],
		select: ENTRY,
	})
}

function inForce(versions: readonly Entry[], day: string): InForce {
	return byEntry(versions.filter(({ effectiveFrom }) => effectiveFrom <= day))
}

function inForceOrFirst(versions: readonly Entry[], day: string): InForce {
	return new Map([...byEntry(versions.toReversed()), ...inForce(versions, day)])
}

/** Of the versions of each entry the last. */
function byEntry(versions: readonly Entry[]): InForce {
	return new Map(versions.map((entry) => [`${entry.kind}/${entry.code}`, entry]))
}

/** One published year of rest and make-up days (国务院办公厅关于部分节假日安排的通知). */
type CalendarYear = { year: number; rest: string[]; work: string[] }

/** The entries of a kind in the order of their instrument. */
function bodies<Body>(entries: ReadonlyMap<string, Entry>, kind: string): Body[] {
	const stored = jsonText<Body & { position?: number }>()
	return [...entries.values()]
		.filter((entry) => entry.kind === kind)
		.map((entry) => stored.read(entry.body))
		.sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
}

function calendarOf(years: readonly CalendarYear[]): WorkingCalendar {
	return {
		exceptions: new Map(
			years.flatMap((year) => [
				...year.rest.map((day) => [day, 'rest'] as const),
				...year.work.map((day) => [day, 'work'] as const),
			]),
		),
		coveredUntil: lastWithoutGap(years.map(({ year }) => year)),
	}
}

/** The last year before the first whose notice is not known, or does not hold yet: over a gap nothing is certain. */
function lastWithoutGap(years: readonly number[]): number {
	let last = years.length === 0 ? 0 : Math.min(...years)
	while (years.includes(last + 1)) last += 1
	return last
}

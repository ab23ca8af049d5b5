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

type Entry = { kind: string; code: string; effectiveFrom: string; body: string }

const ENTRY = { kind: true, code: true, effectiveFrom: true, body: true } as const

/** What the pages of a review read; the lists of the pre-check and the statutes are long, and asked for by name. */
const OF_THE_REVIEW = [
	'checklist-item',
	'review-point',
	'reason',
	'track-periods',
	'review-limits',
	'working-days',
]

/** Loads the reference data in force on `today` (YYYY-MM-DD): of each entry the newest that has taken effect. */
export async function loadReference(tx: Pick<Tx, '$queryRaw'>, today: string): Promise<Reference> {
	const inForce = await loadInForce(tx, { kind: { in: OF_THE_REVIEW }, effectiveFrom: { lte: today } })
	return {
		checklist: bodies<ChecklistItem>(inForce, 'checklist-item'),
		points: bodies<ReviewPoint>(inForce, 'review-point'),
		reasons: bodies<Reason>(inForce, 'reason'),
		periods: bodies<TrackPeriods>(inForce, 'track-periods'),
		limits: limitsOf(bodies<Partial<ReviewLimits>>(inForce, 'review-limits')),
		calendar: calendarOf(bodies<CalendarYear>(inForce, 'working-days')),
	}
}

/** The limits of all entries together: each release may add entries, and changes none that are there. */
function limitsOf(entries: readonly Partial<ReviewLimits>[]): ReviewLimits {
	const limits: Partial<ReviewLimits> = Object.assign({}, ...entries)
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

/** Loads the limits alone. */
export async function loadLimits(tx: Pick<Tx, '$queryRaw'>, today: string): Promise<ReviewLimits> {
	const inForce = await loadInForce(tx, { kind: 'review-limits', effectiveFrom: { lte: today } })
	return limitsOf(bodies<Partial<ReviewLimits>>(inForce, 'review-limits'))
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
async function loadInForce(
	tx: Pick<Tx, '$queryRaw'>,
	where: { kind: string | { in: string[] }; effectiveFrom: { lte: string } },
): Promise<ReadonlyMap<string, Entry>> {
	const entries: Entry[] = await findTrees(tx, 'referenceEntry', {
		where,
		orderBy: [{ kind: 'asc' }, { code: 'asc' }, { effectiveFrom: 'asc' }],
		select: ENTRY,
	})
	return new Map(entries.map((entry) => [`${entry.kind}/${entry.code}`, entry]))
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
		coveredUntil: Math.max(0, ...years.map((year) => year.year)),
	}
}

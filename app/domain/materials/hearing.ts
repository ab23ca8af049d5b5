import { statedDaysBetween } from '#app/domain/calendar/plain-date.ts'
import { type UnderLaw, regimesOf } from '#app/domain/legal-basis/regime.ts'

/**
 * Why a hearing was held: a law asks for one, the decision touches vital interests or is much disputed (Decree 713 art. 16),
 * or the organ chose to hold one.
 */
export const HEARING_CASES = ['required-by-law', 'vital-interests', 'much-disputed', 'own-choice'] as const

/** The facts of a hearing. Those who took part and their papers are asked for by the decree, not by the rules on 规章. */
export type HearingFacts = {
	readonly hearingCase: (typeof HEARING_CASES)[number]
	readonly noticedOn: string
	readonly noticedAt: string
	readonly participantsOn?: string | undefined
	readonly participantsAt?: string | undefined
	readonly papersOn?: string | undefined
	readonly hearingOn: string
	readonly presidedBy: string
	readonly participants: number
	readonly hasRecord: boolean
	readonly hasHandling: boolean
}

/** What stands in the way in the facts of a hearing. */
export type HearingDefect =
	| 'hearing-not-held'
	| 'hearing-unannounced'
	| 'hearing-notice-short'
	| 'hearing-participants-unpublished'
	| 'hearing-papers-late'
	| 'hearing-record-missing'
	| 'hearing-handling-missing'

/** Days before a hearing by which its papers reach those who take part (Decree 713 art. 16). */
const HEARING_PAPERS_DAYS = 7

/** Days before a hearing by which its time, place and content are published (规章制定程序条例 art. 16, by art. 36). */
const HEARING_NOTICE_DAYS = 30

/** What the law of a matter asks of a hearing. */
type HearingDuties = { readonly notice: number; readonly names: boolean; readonly papers: number }

/**
 * A decision publishes its notice ahead, publishes who takes part, and sends them the papers 7 days before (Decree 713
 * art. 16); what a government issues that binds generally is announced 30 days before (规章制定程序条例 art. 16, 36). A matter
 * of both tracks owes both. For everything else, a department's own normative document among it, the local rule decides:
 * the decree's days are taken until that is confirmed.
 */
function hearingDuties(law: UnderLaw): HearingDuties {
	const regimes = regimesOf(law)
	const isByDecree = regimes.some((regime) => regime !== 'normative')
	return {
		notice: regimes.includes('normative') ? HEARING_NOTICE_DAYS : 1,
		names: isByDecree,
		papers: isByDecree ? HEARING_PAPERS_DAYS : 0,
	}
}

/**
 * What stands in the way of a hearing that is said to have been held, or null: the notice, those who took part, their
 * papers, the record that they confirmed (Decree 713 art. 16, 17), and what was done with what they said (规章制定程序条例
 * art. 16). A day that nobody stated is not met.
 */
export function hearingDefect(
	facts: Readonly<Record<string, unknown>>,
	law: UnderLaw,
	today: string,
): HearingDefect | null {
	const duties = hearingDuties(law)
	const { hearingOn, noticedAt, participantsOn, participantsAt } = facts
	if (!(typeof hearingOn === 'string' && hearingOn <= today)) return 'hearing-not-held'
	if (!noticedAt || daysAhead(facts, 'noticedOn') === null) return 'hearing-unannounced'
	if (isShort(facts, 'noticedOn', duties.notice)) return 'hearing-notice-short'
	if (duties.names && !(participantsAt && typeof participantsOn === 'string' && participantsOn < hearingOn))
		return 'hearing-participants-unpublished'
	if (duties.papers > 0 && isShort(facts, 'papersOn', duties.papers)) return 'hearing-papers-late'
	if (facts['hasRecord'] !== true) return 'hearing-record-missing'
	return facts['hasHandling'] === true ? null : 'hearing-handling-missing'
}

/** Whether the decree's names and papers are stated: a sentence that says them needs both. */
export function saysWhoCame(facts: Readonly<Record<string, unknown>>): boolean {
	return Boolean(facts['participantsOn'] && facts['participantsAt'] && facts['papersOn'])
}

/** The calendar days from the notice and from the papers to the hearing, as far as they are stated. */
export function hearingFigures(facts: Readonly<Record<string, unknown>>): Record<string, number> {
	const [noticeDays, papersDays] = [daysAhead(facts, 'noticedOn'), daysAhead(facts, 'papersOn')]
	return {
		...(noticeDays === null ? {} : { noticeDays }),
		...(papersDays === null ? {} : { papersDays }),
	}
}

function isShort(facts: Readonly<Record<string, unknown>>, day: string, least: number): boolean {
	const days = daysAhead(facts, day)
	return days === null || days < least
}

/** Days from a stated day to the hearing, the first not counted (民法典 art. 201); null where either is not stated. */
function daysAhead(facts: Readonly<Record<string, unknown>>, day: string): number | null {
	return statedDaysBetween(facts[day], facts['hearingOn'])
}

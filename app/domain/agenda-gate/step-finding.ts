import {
	CONSULTATION_DAYS,
	type StepFrame,
	consultationDays,
	figuresOfStep,
	findStepDefect,
	isSettledHere,
	type StepStanding,
} from '#app/domain/materials/step.ts'
import { saysWhoCame } from '#app/domain/materials/hearing.ts'
import type { Finding } from './finding.ts'

/**
 * What a rule says of a step that was answered and confirmed, or of the defect that stands in its way. The figures are
 * the answer's own: who, on which day, with what conclusion. `opinion` is the number of the opinion that confirmed it.
 */
export function findingOfStep(standing: StepStanding, frame: StepFrame, opinion: string | null): Finding {
	const figures = { ...figuresOfStep(standing), opinion: opinion ?? '' }
	const defect = standing.answer === 'done' ? findStepDefect(standing, frame) : null
	if (defect) return { status: 'unmet', fact: defect, figures }
	if (standing.verdict === null) return { status: 'unmet', fact: 'step-unconfirmed' }
	if (standing.verdict === 'rejected') return { status: 'unmet', fact: 'step-rejected' }
	if (standing.answer === 'not-applicable')
		return {
			status: 'not-applicable',
			fact: 'step-not-applicable',
			figures: { ...figures, reason: standing.reason ?? '' },
		}
	return { status: 'met', fact: factOf(standing), figures, ...shortened(standing) }
}

/** Shorter than 30 days is met by a published reason, and is never printed as what is usual (Decree 713 art. 15). */
function shortened({ step, facts }: StepStanding): Pick<Finding, 'mark'> {
	return step === 'public-consultation' && consultationDays(facts) < CONSULTATION_DAYS
		? { mark: 'shortened' }
		: {}
}

function factOf({ step, facts }: StepStanding): string {
	switch (step) {
		case 'fair-competition':
			return fairCompetitionFact(facts)
		case 'risk-assessment':
			return `risk-${String(facts['level'])}`
		case 'public-consultation':
			return `${consultationDays(facts) < CONSULTATION_DAYS ? 'consultation-shortened' : 'consultation-held'}${isSettledHere(facts) ? '-settled' : ''}`
		case 'hearing':
			return saysWhoCame(facts) ? 'hearing-held' : 'hearing-held-on-notice'
		case 'expert-argumentation':
			return 'experts-heard'
		case 'department-consultation':
			return facts['hasDisagreement'] === true ? 'departments-differ' : 'departments-agree'
	}
}

function fairCompetitionFact({ conclusion, reviewer }: StepStanding['facts']): string {
	const which = conclusion === 'exception' ? 'fair-competition-exception' : 'fair-competition-complies'
	return reviewer === 'market-regulator' ? `${which}-by-regulator` : which
}

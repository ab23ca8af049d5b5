import {
	CONSULTATION_DAYS,
	consultationDays,
	isSettledHere,
	type Step,
	type StepStanding,
} from '#app/domain/materials/step.ts'
import type { Words } from '#app/domain/paper/paper.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { type Given, type Source, asSentence, fill, say } from './say.ts'
import { type FixedText, FIXED_TEXTS } from '#app/locales/papers/fixed-texts.ts'

const NAMES: Readonly<Record<Step, FixedText>> = {
	'fair-competition': 'step.fair-competition',
	'risk-assessment': 'step.risk-assessment',
	'public-consultation': 'step.public-consultation.name',
	'expert-argumentation': 'step.expert-argumentation.name',
	'department-consultation': 'step.department-consultation',
}

/** What the drafting unit says of one statutory step: days, conclusion, who; as the answer's row has it. */
export function stepSentence(standing: StepStanding, row: Source): Words {
	if (standing.answer === 'not-applicable')
		return say('step.not-applicable', {
			step: row.computed(FIXED_TEXTS[NAMES[standing.step]][0]),
			reason: row(asSentence(standing.reason ?? '')),
		})
	const code = codeOf(standing)
	return fill(code, FIXED_TEXTS[code][0], givenOf(standing, row))
}

function codeOf({ step, facts }: StepStanding): FixedText {
	switch (step) {
		case 'fair-competition':
			return fairCompetition(facts)
		case 'risk-assessment':
			return `step.risk-assessment.${riskOf(facts['level'])}`
		case 'public-consultation':
			return publicConsultation(facts)
		case 'expert-argumentation':
			return 'step.expert-argumentation'
		case 'department-consultation':
			return facts['hasDisagreement'] === true
				? 'step.department-consultation.differ'
				: 'step.department-consultation.agree'
	}
}

function publicConsultation(facts: StepStanding['facts']): FixedText {
	const isShortened = consultationDays(facts) < CONSULTATION_DAYS && facts['shorterReason']
	if (isSettledHere(facts))
		return isShortened ? 'step.public-consultation.shortened-settled' : 'step.public-consultation.settled'
	return isShortened ? 'step.public-consultation.shortened' : 'step.public-consultation'
}

function fairCompetition({ conclusion, exceptionPeriod }: StepStanding['facts']): FixedText {
	if (conclusion === 'violates') return 'step.fair-competition.violates'
	if (conclusion !== 'exception') return 'step.fair-competition.complies'
	return exceptionPeriod
		? 'step.fair-competition.exception'
		: 'step.fair-competition.exception-without-period'
}

function riskOf(level: unknown): 'low' | 'medium' | 'high' | 'uncontrollable' {
	return level === 'low' || level === 'medium' || level === 'high' ? level : 'uncontrollable'
}

/** The texts, numbers and days of an answer. */
function givenOf({ facts }: StepStanding, row: Source): Record<string, Given> {
	const given: Record<string, Given> = { days: row.computed(consultationDays(facts)) }
	for (const [name, value] of Object.entries(facts))
		if (typeof value === 'string' || typeof value === 'number')
			given[name] = /^\d{4}-\d{2}-\d{2}$/.test(String(value))
				? row(formatPaperDay(`${value}T00:00:00+08:00`))
				: row(value)
	return given
}

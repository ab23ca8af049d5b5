import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { expertsDefect, expertsIn } from '#app/domain/materials/experts.ts'
import { saysWhoCame } from '#app/domain/materials/hearing.ts'
import {
	CONSULTATION_DAYS,
	consultationDays,
	figuresOfStep,
	isSettledHere,
	type Step,
	type StepStanding,
} from '#app/domain/materials/step.ts'
import type { Words } from '#app/domain/paper/paper.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { type Given, type Source, asSentence, fill, say, withoutStop } from './say.ts'
import { type FixedText, FIXED_TEXTS } from '#app/locales/papers/fixed-texts.ts'

const NAMES: Readonly<Record<Step, FixedText>> = {
	'fair-competition': 'step.fair-competition',
	'risk-assessment': 'step.risk-assessment',
	'public-consultation': 'step.public-consultation.name',
	hearing: 'step.hearing.name',
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
			return `step.risk-assessment.${riskOf(facts)}`
		case 'public-consultation':
			return publicConsultation(facts)
		case 'hearing':
			return hearing(facts)
		case 'expert-argumentation':
			return expertArgumentation(facts)
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

function hearing(facts: StepStanding['facts']): FixedText {
	if (facts['hasRecord'] !== true || facts['hasHandling'] !== true) return 'step.hearing.unrecorded'
	return saysWhoCame(facts) ? 'step.hearing' : 'step.hearing.noticed'
}

function fairCompetition(facts: StepStanding['facts']): FixedText {
	const { conclusion, reviewer, firstView, heard, exceptionCase, exceptionWhy, exceptionPeriod } = facts
	if (conclusion === 'violates') return 'step.fair-competition.violates'
	const isByRegulator = reviewer === 'market-regulator'
	if (!reviewer || !heard || (isByRegulator && !firstView)) return 'step.fair-competition.unsaid'
	if (conclusion !== 'exception')
		return isByRegulator ? 'step.fair-competition.complies.regulator' : 'step.fair-competition.complies'
	if (!exceptionCase || !exceptionWhy || !exceptionPeriod) return 'step.fair-competition.exception.unfounded'
	return isByRegulator ? 'step.fair-competition.exception.regulator' : 'step.fair-competition.exception'
}

function riskOf({ conclusion, level, measures }: StepStanding['facts']) {
	if (conclusion === 'uncontrollable' || level === 'uncontrollable') return 'uncontrollable'
	if (conclusion !== 'controllable' || !measures) return 'bare'
	return level === 'low' || level === 'medium' || level === 'high' ? level : 'bare'
}

const EXPERTS_SAID = {
	'experts-not-named': 'step.expert-argumentation.unnamed',
	'expert-has-interest': 'step.expert-argumentation.interested',
	'expert-opinion-not-written': 'step.expert-argumentation.unwritten',
} as const satisfies Readonly<Record<NonNullable<ReturnType<typeof expertsDefect>>, FixedText>>

function expertArgumentation({ people }: StepStanding['facts']): FixedText {
	const defect = expertsDefect(expertsIn(people))
	return defect ? EXPERTS_SAID[defect] : 'step.expert-argumentation'
}

/** The texts, numbers and days of an answer; what stands in no text of the row is worked out from it. */
function givenOf(standing: StepStanding, row: Source): Record<string, Given> {
	const given: Record<string, Given> = { days: row.computed(consultationDays(standing.facts)) }
	for (const [name, value] of Object.entries(figuresOfStep(standing)))
		if (name in standing.facts)
			given[name] = /^\d{4}-\d{2}-\d{2}$/.test(String(value))
				? row(formatPaperDay(`${value}T00:00:00+08:00`))
				: row(typeof value === 'string' ? withoutStop(value) : value)
		else if (name === 'exceptionItem') given[name] = row.computed(writeNumber(Number(value)))
		else given[name] = row.computed(value)
	return given
}

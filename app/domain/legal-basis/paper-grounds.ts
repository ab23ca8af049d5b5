import type { GateRuleId } from '#app/domain/agenda-gate/gate-rules.ts'
import type { ChecklistItem } from '#app/domain/materials/checklist.ts'
import type { Step } from '#app/domain/materials/step.ts'
import type { UnderLaw } from './regime.ts'
import { DECREE } from './review-law.ts'
import { type Ground, type GroundsByColumn, groundsIn, groundsOf } from './rule-grounds.ts'

/** The rule of the gate that judges each step: what the step rests on is said there. */
export const RULE_OF_STEP = {
	'fair-competition': 'H5',
	'risk-assessment': 'H6',
	'public-consultation': 'H7',
	hearing: 'H18',
	'expert-argumentation': 'H8',
	'department-consultation': 'H9',
} as const satisfies Readonly<Record<Step, GateRuleId>>

const LOCAL: Ground = { words: '地方规定', mark: 'to-be-confirmed' }

/**
 * The papers of the checklist that every track asks for, each on its own law: Decree 713 art. 26 reaches decisions alone,
 * 国办发〔2018〕115号 (五) normative documents, local rules contracts and other papers. What a track alone asks for names its
 * ground in the checklist.
 */
const OF_EVERY_TRACK: Readonly<Record<string, GroundsByColumn>> = {
	'submission-letter': {
		decision: { words: `${DECREE}第二十六条`, mark: 'verified' },
		normative: { words: '国办发〔2018〕115号（五）', mark: 'to-be-confirmed' },
		local: LOCAL,
	},
	'drafting-note': {
		decision: { words: `${DECREE}第二十六条、第二十九条`, mark: 'verified' },
		normative: { words: '国办发〔2018〕115号（五）', mark: 'to-be-confirmed' },
		local: LOCAL,
	},
	'legal-bases': {
		decision: { words: `${DECREE}第二十六条`, mark: 'verified' },
		normative: { words: '国办发〔2018〕115号（五）', mark: 'to-be-confirmed' },
		local: LOCAL,
	},
}

/** Grounds in one line, as pages say them. */
export function groundWords(grounds: readonly Ground[]): string {
	return grounds.map(({ words }) => words).join('；')
}

/** What a statutory step rests on for a matter. */
export function groundsOfStep(step: Step, matter: UnderLaw): readonly Ground[] {
	return groundsOf(RULE_OF_STEP[step], matter)
}

/** What a paper of the checklist rests on for a matter, in one line. */
export function groundOfPaper({ code, ground }: ChecklistItem, matter: UnderLaw): string {
	const table = OF_EVERY_TRACK[code]
	return table ? groundWords(groundsIn(table, matter)) : ground
}

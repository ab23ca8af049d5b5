import type { ItemBody } from './opinion-body.ts'

/**
 * What a document may not set up or do by itself: 设定处罚、许可、强制、收费, and the protection of its own place. Whoever
 * writes an item on such a ground has found a problem at the point that asks for it.
 */
export const SUBJECTS = ['penalty', 'licence', 'compulsion', 'fee', 'local-protection'] as const

export type Subject = (typeof SUBJECTS)[number]

/** The statutes and words by which an item's ground speaks of a subject (行政处罚法 16、行政许可法 17、行政强制法 10). */
const GROUNDS: Readonly<Record<Subject, RegExp>> = {
	penalty: /行政处罚/,
	licence: /行政许可/,
	compulsion: /行政强制/,
	fee: /收费|行政征收|行政事业性/,
	'local-protection': /公平竞争|地方保护|反垄断法|统一大市场/,
}

/** The same said in the words of the problem, where the ground is a circular: 不得设定行政处罚. */
const PROBLEMS: Readonly<Record<Subject, RegExp>> = {
	penalty: /设[定立][^。；]{0,20}(?:处罚|罚款)/,
	licence: /设[定立][^。；]{0,20}(?:许可|审批)/,
	compulsion: /设[定立][^。；]{0,20}强制/,
	fee: /设[定立][^。；]{0,20}(?:收费|征收)|违法收费/,
	'local-protection': /地方保护|对外地[^。；]{0,12}(?:差别|歧视|限制|排斥)/,
}

const SET_UP: readonly Subject[] = ['penalty', 'licence', 'compulsion', 'fee']

/**
 * The review points that ask about each subject: 国办发〔2018〕115号 (六) has one on what documents may not set up; the
 * third point of Decree 713 art. 27 and the terms of a contract ask about all of them.
 */
const ASKED_AT: Readonly<Record<string, readonly Subject[]>> = {
	'decision-content': SUBJECTS,
	'document-no-coercion': SET_UP,
	'document-content': ['local-protection'],
	'contract-terms': SUBJECTS,
}

/** The points that ask whether the procedure was kept; a step that was not accepted is a problem there. */
const OF_PROCEDURE: readonly string[] = ['decision-procedure', 'document-procedure', 'contract-authority']

/** What an item's ground speaks of. */
export function subjectsOf(item: Pick<ItemBody, 'ground' | 'problem'>): Subject[] {
	return SUBJECTS.filter((each) => GROUNDS[each].test(item.ground) || PROBLEMS[each].test(item.problem))
}

/** Whether a review point asks about a subject. */
export function asksAbout(point: string, subject: Subject): boolean {
	return ASKED_AT[point]?.includes(subject) ?? false
}

/** Whether a review point asks about the procedure. */
export function asksAboutProcedure(point: string): boolean {
	return OF_PROCEDURE.includes(point)
}

/** The stored codes of a matter's state, in the order of the procedure. Only the review workflow moves them. */
export const MATTER_STATES = [
	'draft',
	'submitted',
	'supplement',
	'accepted',
	'reviewing',
	'signoff',
	'revising',
	'recheck',
	'cleared',
	'not-passed',
	'out-of-scope',
	'amending',
	'post-check',
	'decided',
	'issuing',
	'registered',
	'numbered',
	'issued',
	'filing',
	'published',
	'concluded',
	'returned',
	'withdrawn',
	'terminated',
	'merged',
] as const

export type MatterState = (typeof MATTER_STATES)[number]

/** The states in which an unchanged text may hold a live clearance. */
export const CLEARED_STATES = ['cleared', 'out-of-scope'] as const satisfies readonly MatterState[]

/** The states in which a text that was decided on goes its way: 登记 → 编号 → 印发 → 公布 → 备案 (国办发〔2018〕37号 (八), (十)). */
export const ISSUING_STATES = [
	'issuing',
	'registered',
	'numbered',
	'issued',
	'filing',
] as const satisfies readonly MatterState[]

/** The states in which the document of a matter is public; what is filed of it takes nothing from that. */
export const PUBLIC_STATES = ['filing', 'published'] as const satisfies readonly MatterState[]

/** The states after a meeting has decided: nothing is asked for a meeting any more. */
export const DECIDED_STATES = [
	'decided',
	'amending',
	'post-check',
	...ISSUING_STATES,
	'published',
	'concluded',
] as const satisfies readonly MatterState[]

/** The states that nothing leaves. */
export const FINAL_STATES = [
	'published',
	'concluded',
	'withdrawn',
	'terminated',
	'merged',
] as const satisfies readonly MatterState[]

/** The states of a matter that no meeting will decide any more: withdrawn, terminated, or part of another. */
const GIVEN_UP_STATES: readonly MatterState[] = ['withdrawn', 'terminated', 'merged']

/** Whether a matter will be decided by no meeting any more. */
export function isGivenUp(state: MatterState): boolean {
	return GIVEN_UP_STATES.includes(state)
}

import { namesOf } from '#app/domain/record-of.ts'
import { ADMINISTRATION_ACTS } from './administration-acts.ts'
import { AFTER_MEETING_ACTS } from './after-meeting-acts.ts'
import { CLOCK_ACTS } from './clock-acts.ts'
import { CONSENT_ACTS } from './consent-acts.ts'
import { CONSULTATION_ACTS } from './consultation-acts.ts'
import { DELEGATION_ACTS } from './delegation-acts.ts'
import type { ActDefinition, LifeCycle } from './definition.ts'
import { DRAFTING_ACTS } from './drafting-acts.ts'
import { EMERGENCY_ACTS } from './emergency-acts.ts'
import { ISSUE_ACTS } from './issue-acts.ts'
import { MEETING_ACTS, MEETING_RECORDS } from './meeting-acts.ts'
import { READING_ACTS } from './reading-acts.ts'
import { RECORDS } from './records.ts'
import { REFERENCE_ACTS } from './reference-acts.ts'
import { REGISTER_ACTS } from './register-acts.ts'
import { RECUSAL_ACTS } from './recusal-acts.ts'
import { REQUEST_ACTS } from './request-acts.ts'
import { RECHECK_ACTS } from './recheck-acts.ts'
import { REVIEW_ACTS } from './review-acts.ts'

/** Every act of the house, desk by desk: what may be done, by whom, from which state, and where. */
export const ACTS = {
	...READING_ACTS,
	...DRAFTING_ACTS,
	...CONSULTATION_ACTS,
	...REVIEW_ACTS,
	...RECUSAL_ACTS,
	...CLOCK_ACTS,
	...REQUEST_ACTS,
	...RECHECK_ACTS,
	...CONSENT_ACTS,
	...EMERGENCY_ACTS,
	...MEETING_ACTS,
	...AFTER_MEETING_ACTS,
	...ISSUE_ACTS,
	...REGISTER_ACTS,
	...ADMINISTRATION_ACTS,
	...DELEGATION_ACTS,
	...REFERENCE_ACTS,
} as const

export type Act = keyof typeof ACTS

/** Acts that only read, and leave no entry in the trail. */
export type ReadingAct = keyof typeof READING_ACTS

/** Everything that the trail may call an entry: the acts, and what follows from them or from the clock. */
export const KINDS = { ...ACTS, ...MEETING_RECORDS, ...RECORDS } as const

export type Kind = keyof typeof KINDS

type KeysWith<Table, Field extends string> = {
	[Key in keyof Table]: Table[Key] extends { readonly [Each in Field]: unknown } ? Key : never
}[keyof Table]

/** The events that a life cycle knows. Event name = audit kind = locale key. */
export type EventOf<Cycle extends LifeCycle> = KeysWith<typeof KINDS, Cycle>

/** The acts on a matter that its machine knows. */
export type MatterAct = Extract<EventOf<'matter'>, Act>

/** The acts that somebody's turn may be about. */
export type TurnAct = KeysWith<typeof ACTS, 'turn'>

/** Why it is somebody's turn; `locales` word it. */
export type TurnReason = (typeof ACTS)[TurnAct]['turn']['because'][number]

/** The acts that a desk's table moves a matter by. */
export function matterActsOf<Table extends Readonly<Record<string, ActDefinition>>>(
	table: Table,
): Extract<KeysWith<Table, 'matter'>, string>[] {
	return namesOf(table).filter(
		(act): act is Extract<KeysWith<Table, 'matter'>, string> => table[act]?.matter !== undefined,
	)
}

import type { CodeNeeded, WrongCode } from './account/second-factor.ts'
import type { HeldAfterRecovery } from './account/recovery-hold.ts'
import type { PasswordRule } from './account/password-rule.ts'
import type { DutiesClash } from './account/separation-of-duties.ts'
import type { GateBlocked, GateDecision } from './agenda-gate/evaluate-gate.ts'
import type { FileCause } from './file-cause.ts'
import type { ChangedBeyond, SettledUnchanged, StepsRejected } from './opinion/recheck-refusals.ts'
import type { RecordPart } from './matter-record/record-fault.ts'
import type { NotPermitted } from './permission/permit.ts'
import type { NotSeparate } from './permission/separation.ts'
import type { SecrecyLevel } from './precheck/secrecy-marking.ts'
import { isSlip, type Problem } from './problem.ts'
import type { AgendaRefused } from './review-workflow/agenda-machine.ts'
import type { ClearanceRefused } from './review-workflow/clearance-machine.ts'
import type { MeetingRefused } from './review-workflow/meeting-machine.ts'
import type { TransitionRefused } from './review-workflow/transition-matter.ts'

/** There is no such thing, or it is outside what the actor may see: the answer is the same. */
export type NotFound = { readonly code: 'not-found' }

/** Somebody acted after the page was opened; `changes` are the trail's entries since then, newest last. */
export type StalePage = {
	readonly code: 'stale-page'
	readonly changes: readonly { readonly kind: string; readonly actorName: string; readonly at: string }[]
}

/** The same idempotency key came with another body. */
export type KeyReused = { readonly code: 'key-reused' }

/** The uploaded bytes are the text that is already there. */
export type SameContent = { readonly code: 'same-content'; readonly versionNo: number }

/** A file that cannot be taken, and why. */
export type FileRefused = {
	readonly code: 'file-refused'
	readonly cause: FileCause
	readonly fileName: string
	readonly figures: Readonly<Record<string, string | number>>
}

/** A file or text that carries a secrecy marking (密级): refused, not stored (保守国家秘密法: not in this system). */
export type Classified = {
	readonly code: 'classified'
	readonly level: SecrecyLevel
	readonly line: number | null
}

/** A value of a form that cannot stand; `field` is the form's name of its field. */
export type Unfitting = { readonly code: 'unfitting'; readonly field: string; readonly problem: Problem }

/** A new password that does not keep the rules, with every rule that it breaks. */
export type PasswordRefused = {
	readonly code: 'password-refused'
	readonly unmet: readonly (PasswordRule | 'used-before')[]
}

/** A document of the register that was repealed, or whose registration was withdrawn: nothing follows after that. */
export type DocumentEnded = { readonly code: 'document-ended' }

/** An agenda that cannot be fixed: every item that fails, with its gate and the files whose bytes are not those cleared. */
export type AgendaNotSound = {
	readonly code: 'agenda-not-sound'
	readonly items: readonly {
		readonly title: string
		readonly decision: GateDecision
		readonly damagedFiles: readonly string[]
	}[]
}

/** The password did not fit, for a signature that asks for it again. */
export type WrongPassword = { readonly code: 'wrong-password'; readonly triesLeft: number }

/** A sign-in that failed; never says whether the account exists. */
export type SignInRefused = { readonly code: 'sign-in-refused' }

/** Too many tries; `retryAfterMinutes` until the next one counts. */
export type TooManyTries = { readonly code: 'too-many-tries'; readonly retryAfterMinutes: number }

/** Nothing could be written, so nothing was done: the database or the disk cannot take it just now. */
export type NotWritable = {
	readonly code: 'not-writable'
	readonly cause: 'read-only' | 'locked' | 'full' | 'unreachable' | 'damaged'
}

/** Rows that the act rests on are not as the trail left them: somebody changed them past the product. */
export type RecordAltered = {
	readonly code: 'record-altered'
	readonly about: 'matter' | 'meeting'
	readonly parts: readonly RecordPart[]
}

/** The reference data has no period for the tracks of a matter: none is guessed. */
export type PeriodUnknown = { readonly code: 'period-unknown' }

/** A one-time link that was used, has run out, or never was. */
export type LinkSpent = { readonly code: 'link-spent' }

/**
 * Every answer of "no" that the tool may give. A refusal is expected, travels as a value and is recorded in the
 * trail; a thrown error is a bug and rolls back. It carries facts, never sentences: `app/locales` words it.
 */
export type Refusal =
	| NotFound
	| NotPermitted
	| NotSeparate
	| StalePage
	| KeyReused
	| TransitionRefused
	| AgendaRefused
	| MeetingRefused
	| ClearanceRefused
	| GateBlocked
	| AgendaNotSound
	| StepsRejected
	| ChangedBeyond
	| SettledUnchanged
	| SameContent
	| FileRefused
	| Classified
	| Unfitting
	| DocumentEnded
	| PasswordRefused
	| WrongPassword
	| SignInRefused
	| TooManyTries
	| NotWritable
	| RecordAltered
	| PeriodUnknown
	| LinkSpent
	| HeldAfterRecovery
	| CodeNeeded
	| WrongCode
	| DutiesClash

export type RefusalCode = Refusal['code']

/** The refusal of one code. */
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { readonly code: Code }>

/** Whether a "no" answers a slip of who filled in the form. No act was asked for, so nothing goes into the trail. */
export function answersSlip(refusal: Refusal): boolean {
	// Asked for a code, nobody has done anything yet: the form is sent again under its key once it was given.
	if (refusal.code === 'password-refused' || refusal.code === 'code-needed') return true
	return refusal.code === 'unfitting' && isSlip(refusal.problem)
}

/**
 * Slips of a form: something is missing, too long, or not of its kind. No act was asked for, so nothing of it goes
 * into the trail; the page says it in words beside the field, with everything that was typed still there.
 */
export const SLIPS = [
	'missing',
	'too-long',
	'too-many',
	'twice',
	'not-a-date',
	'not-a-number',
	'unknown-choice',
	'in-the-future',
	'not-in-the-future',
	'before-start',
	'not-read',
	'not-sure',
	'day-not-ahead',
	'fewer-than-guaranteed',
	'not-the-same',
	'not-plain',
	'not-a-login',
	'not-a-document-number',
	'not-a-clean-text',
	'published-in-the-future',
	'before-publication',
	'before-issue',
	'not-an-organ-code',
	'before-effect',
	'repealed-before-publication',
	'not-published',
	'unit-needed',
	'not-for-tracks',
	'differs',
	'nobody',
	'nothing-unsettled',
	'not-word',
	'no-tracked-changes',
	'no-law-cited',
	'import-heading',
	'import-heading-twice',
	'import-has-faults',
	'import-adds-nothing',
] as const

/** What was filled in well and still cannot be, beside what the system knows: an act that is not allowed, and recorded. */
export const MISFITS = [
	'unknown',
	'unknown-organ',
	'unknown-person',
	'unknown-account',
	'unit-of-other-organ',
	'name-taken',
	'code-taken',
	'login-taken',
	'number-taken',
	'already-decided',
	'already-ended',
	'already-held',
	'already-proposed',
	'already-approved',
	'already-assigned',
	'already-signed',
	'own-grant',
	'own-account',
	'needs-second-administrator',
	'needs-no-second-administrator',
	'recovery-waits',
	'recovery-decided',
	'own-request',
	'no-hold',
	'last-administrator',
	'repealed-after-lapse',
	'not-registrable',
	'issues-nothing',
	'code-of-other-issuer',
	'not-its-issuer',
	'issued-here',
	'under-review',
	'none-open',
	'none-in-force',
	'none-waiting',
	'no-review-body',
	'not-designated',
	'cannot-review',
	'drafter-would-review',
	'no-government-office',
	'other-organs-item',
	'kind-of-other-organ',
	'before-another-meeting',
	'no-further',
	'only-taken-off',
	'recorded-outcomes',
	'not-overdue',
	'no-round-left',
	'not-in-role',
	'of-drafting-unit',
	'of-drafting-organ',
	'frozen',
	'changed',
	'not-as-frozen',
	'does-not-fit',
	'was-adopted',
	'no-second-counsel',
	'law-unchanged',
	'no-period-runs',
	'pause-too-long',
	'extension-too-long',
	'period-ran-out',
	'not-urgent',
	'not-shorter',
	'no-time-left',
	'wrong-password',
] as const

export type Slip = (typeof SLIPS)[number]
export type Misfit = (typeof MISFITS)[number]

/** What may be wrong with a value of a form; `refusals.problem` words each. */
export const PROBLEMS = [...SLIPS, ...MISFITS] as const

export type Problem = Slip | Misfit

const slips: ReadonlySet<Problem> = new Set(SLIPS)

/** Whether a problem is a slip of who filled in the form, not an act that is not allowed. */
export function isSlip(problem: Problem): problem is Slip {
	return slips.has(problem)
}

import { type ActionFunctionArgs, data } from '@remix-run/node'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Refusal, RefusalCode } from '#app/domain/refusal.ts'
import { refuseUnwritten } from '#app/services/command/refuse-unwritten.server.ts'
import { type FormSubmission, parseForm, replyOf } from './parse-form.server.ts'

const STATUS = {
	'not-found': 404,
	'not-permitted': 403,
	'not-separate': 403,
	'stale-page': 409,
	'key-reused': 409,
	'transition-refused': 409,
	'agenda-transition-refused': 409,
	'meeting-transition-refused': 409,
	'clearance-ended': 409,
	'gate-blocked': 409,
	'agenda-not-sound': 409,
	'steps-rejected': 422,
	'changed-beyond-items': 422,
	'settled-unchanged': 422,
	'same-content': 409,
	'file-refused': 422,
	classified: 422,
	unfitting: 422,
	'wrong-password': 403,
	'sign-in-refused': 401,
	'too-many-tries': 429,
	'not-writable': 503,
	'link-spent': 410,
	'held-after-recovery': 403,
	'code-needed': 403,
	'wrong-code': 403,
	'record-altered': 409,
	'period-unknown': 409,
	'duties-clash': 409,
	'document-ended': 409,
	'password-refused': 422,
} as const satisfies Record<RefusalCode, number>

/** The HTTP status of a refusal; a code without one does not compile. */
export function refusalStatus(refusal: Refusal): number {
	// The database may have done it before it was lost: a browser with script asks by the key until it knows.
	if (refusal.code === 'not-writable' && refusal.cause === 'unreachable') return 504
	return STATUS[refusal.code]
}

/** A form whose fields have faults of shape: no command ran; each fault stands beside its field. */
export function faultyForm(
	submission: FormSubmission<unknown>,
	faults: Readonly<Record<string, readonly Problem[]>> = {},
) {
	const answer: FormAnswer = { refusal: null, lastResult: replyOf(submission, faults) }
	return data(answer, { status: 422 })
}

/**
 * A refusal as an answer of an action: the page shows it in words, with what was typed still in its fields. `fieldOf`
 * gives the form's name of a field where several forms of a page need names of their own.
 */
export function refusedForm(
	refusal: Refusal,
	submission: FormSubmission<unknown>,
	fieldOf: (field: string) => string = (field) => field,
) {
	if (refusal.code === 'not-found') throw notFound()
	const answer: FormAnswer = { refusal, lastResult: replyOf(submission, faultsOf(refusal, fieldOf)) }
	return data(answer, { status: refusalStatus(refusal) })
}

/**
 * The answer of an action that writes outside of a command; where the database or the disk takes nothing, its form comes
 * back and says so.
 */
export async function orUnwritten<Answer>(
	{ context: { shell } }: Pick<ActionFunctionArgs, 'context'>,
	submission: FormSubmission<unknown>,
	run: () => Promise<Answer>,
) {
	try {
		return await run()
	} catch (error) {
		const refused = refuseUnwritten(shell, error)
		if (refused.ok) throw error
		return refusedForm(refused.reason, submission)
	}
}

/** A refused upload of which nothing was read: what was typed beside the file stays in the browser. */
export function refusedUpload(refusal: Refusal) {
	return refusedForm(refusal, parseForm(new FormData(), {}))
}

/** The fields that a refusal is about, with their problems. */
function faultsOf(refusal: Refusal, fieldOf: (field: string) => string): Record<string, Problem[]> {
	if (refusal.code === 'wrong-code') return { oneTimeCode: ['wrong-code'] }
	if (refusal.code === 'wrong-password') return { password: ['wrong-password'] }
	if (refusal.code === 'password-refused') return { password: [] }
	return refusal.code === 'unfitting' ? { [fieldOf(refusal.field)]: [refusal.problem] } : {}
}

/** The answer for what does not exist or may not be seen: the same for both. */
export function notFound(): Response {
	return new Response(null, { status: 404 })
}

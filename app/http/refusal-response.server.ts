import { data } from '@remix-run/node'
import type { FormAnswer } from '#app/components/form-state.ts'
import type { Refusal, RefusalCode } from '#app/domain/refusal.ts'
import type { FormSubmission } from './form-schema.server.ts'
import { replyOf } from './form-schema.server.ts'

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
	'lawful-with-mandatory-items': 422,
	'lawful-with-rejected-steps': 422,
	'amend-without-items': 422,
	'unlawful-without-ground': 422,
	'same-content': 409,
	'file-refused': 422,
	classified: 422,
	unfitting: 422,
	'wrong-password': 403,
	'sign-in-refused': 401,
	'too-many-tries': 429,
	'link-spent': 410,
	'duties-clash': 409,
} as const satisfies Record<RefusalCode, number>

/** The HTTP status of a refusal; a code without one does not compile. */
export function refusalStatus(refusal: Refusal): number {
	return STATUS[refusal.code]
}

/** A form whose fields have faults of shape: no command ran; each fault stands beside its field. */
export function faultyForm(submission: FormSubmission<unknown>) {
	const answer: FormAnswer = { refusal: null, lastResult: replyOf(submission) }
	return data(answer, { status: 422 })
}

/** A refusal as an answer of an action: the page shows it in words, with what was typed still in its fields. */
export function refusedForm(refusal: Refusal, submission: FormSubmission<unknown>) {
	if (refusal.code === 'not-found') throw notFound()
	const faults = refusal.code === 'unfitting' ? { [refusal.field]: [refusal.problem] } : {}
	const answer: FormAnswer = { refusal, lastResult: replyOf(submission, faults) }
	return data(answer, { status: refusalStatus(refusal) })
}

/** A refusal as an answer of an action: the page shows it in words, with what was typed still in its fields. */
export function refusalResponse(refusal: Refusal, typed: Record<string, string> = {}) {
	if (refusal.code === 'not-found') throw notFound()
	return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

/** The answer for what does not exist or may not be seen: the same for both. */
export function notFound(): Response {
	return new Response(null, { status: 404 })
}

/** The text fields of a form, for showing them again beside a refusal. Passwords are never given back. */
export function typedFields(fields: FormData): Record<string, string> {
	return Object.fromEntries(
		[...fields].filter(
			(field): field is [string, string] =>
				typeof field[1] === 'string' &&
				!['csrf', 'key', 'seen'].includes(field[0]) &&
				!field[0].includes('assword'),
		),
	)
}

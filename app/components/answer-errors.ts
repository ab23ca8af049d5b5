import type { TFunction } from 'i18next'
import type { Refusal } from '#app/domain/refusal.ts'
import { refusalSentence } from './refusal-notice.tsx'

/** What an action answers when it says no: why, and what was typed. */
export type RefusedAnswer = { readonly refusal: Refusal; readonly typed: Readonly<Record<string, string>> }

/** The sentences under a field that a refusal names, or none. */
export function errorsOf(
	answer: RefusedAnswer | undefined,
	field: string,
	t: TFunction,
): readonly string[] | undefined {
	const refusal = answer?.refusal
	return refusal?.code === 'unfitting' && refusal.field === field ? [refusalSentence(refusal, t)] : undefined
}

/** Whether the refused form was this one: a page with several forms shows what was typed in its own place only. */
export function typedIn(
	answer: RefusedAnswer | undefined,
	form: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
	const isThisForm = answer && Object.entries(form).every(([name, value]) => answer.typed[name] === value)
	return isThisForm ? answer.typed : {}
}

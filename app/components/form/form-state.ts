import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#app/domain/problem.ts'
import type { Refusal } from '#app/domain/refusal.ts'

/** What was typed into a form, passwords apart, and what is wrong with it by the names of the fields. */
export type FormReply = {
	readonly initialValue: Readonly<Record<string, string | readonly string[]>>
	readonly error: Readonly<Record<string, readonly Problem[]>>
}

/** What an action answers when it says no: why, if a command refused, and the form as it was sent, with its faults. */
export type FormAnswer = {
	readonly refusal: Refusal | null
	readonly lastResult: FormReply
}

/** What was typed into the form around a field before it was refused, and the faults by field. */
export type FormState = {
	/** Null before anything was sent. */
	readonly typed: Readonly<Record<string, unknown>> | null
	readonly faults: Readonly<Record<string, readonly Problem[]>>
}

export const FormStateContext = createContext<FormState>({ typed: null, faults: {} })

/** The refused answer, if it answers this form: a page with several forms shows what was typed in its own place only. */
export function answerTo<Answer extends FormAnswer>(
	answer: Answer | undefined,
	about: Readonly<Record<string, string>>,
): Answer | undefined {
	const typed = answer?.lastResult.initialValue
	return typed && Object.entries(about).every(([name, value]) => typed[name] === value) ? answer : undefined
}

/** A field of a refused form: the sentences under it, and what was typed into it. */
export type FieldState = {
	readonly errors: readonly string[] | undefined
	/** Undefined while nothing was sent; the empty text where the field was left empty. */
	readonly typed: string | undefined
	/** Whether a box or choice of this field was chosen; undefined while nothing was sent. */
	readonly wasChosen: (value: string) => boolean | undefined
}

/** How the field stands in the form around it. */
export function useFieldState(name: string): FieldState {
	const { t } = useTranslation()
	const { typed, faults } = useContext(FormStateContext)
	const value = typed?.[name]
	return {
		errors: faults[name]?.map((problem) => t(`refusals.problem.${problem}`)),
		typed: typed === null ? undefined : typeof value === 'string' ? value : '',
		wasChosen: (one) =>
			typed === null ? undefined : Array.isArray(value) ? value.includes(one) : value === one,
	}
}

import { useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'
import type { Problem } from '#app/domain/problem.ts'
import { ErrorSummary } from './error-summary.tsx'
import { type FormAnswer, answerTo, FormStateContext } from './form-state.ts'

const NOTHING: Readonly<Record<string, string>> = {}

export type AnsweredFormProps = {
	action?: string
	hasFiles?: boolean
	/** What the page's action answered; the form shows it when it is the one that was sent. */
	answer?: FormAnswer | undefined
	/** The fields by which this form is known among several of one page; they are sent with it. */
	about?: Readonly<Record<string, string>>
	children: ReactNode
	className?: string
	id?: string
}

/** A form as it is sent. Without an `answer` it has buttons alone, nothing that could be faulty. */
export function AnsweredForm(props: AnsweredFormProps & { csrf: string }) {
	return 'answer' in props ? <FormWithFields {...props} /> : <FormOfButtons {...props} />
}

/** A page has many of these; they need nothing of the library of the forms. */
function FormOfButtons(props: AnsweredFormProps & { csrf: string }) {
	const { csrf, action, hasFiles = false, about = NOTHING, children, className = '', id } = props
	const isBusy = useNavigation().state === 'submitting'
	return (
		<Form
			method="post"
			{...(action === undefined ? {} : { action })}
			{...(id === undefined ? {} : { id })}
			encType={hasFiles ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
			className={className}
			aria-busy={isBusy}
			onSubmit={(event) => {
				if (isBusy) event.preventDefault()
			}}
		>
			<HiddenFields fields={{ csrf, ...about }} />
			{children}
		</Form>
	)
}

/**
 * A form that the server answers: what it did not take stands in its fields again, each fault beside its field. While
 * it is under way a second press does nothing.
 */
function FormWithFields(props: AnsweredFormProps & { csrf: string }) {
	const { csrf, action, hasFiles = false, answer, about = NOTHING, children, className = '', id } = props
	const isBusy = useNavigation().state === 'submitting'
	const own = answerTo(answer, about)
	const [form] = useForm<Record<string, unknown>, unknown, Problem[]>({
		...(id === undefined ? {} : { id }),
		lastResult: own?.lastResult,
	})
	const onSubmit = (event: FormEvent<HTMLFormElement>) => {
		if (isBusy) event.preventDefault()
		else form.onSubmit(event)
	}
	return (
		<Form
			method="post"
			{...(action === undefined ? {} : { action })}
			id={form.id}
			noValidate={form.noValidate}
			encType={hasFiles ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
			className={className}
			aria-busy={isBusy}
			onSubmit={onSubmit}
		>
			<HiddenFields fields={{ csrf, ...about }} />
			{own?.refusal === null ? <ErrorSummary faults={own.lastResult.error} /> : null}
			<FormStateContext.Provider
				value={{ typed: own?.lastResult.initialValue ?? null, faults: form.allErrors }}
			>
				{children}
			</FormStateContext.Provider>
		</Form>
	)
}

function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> }) {
	return Object.entries(fields).map(([name, value]) => (
		<input key={name} type="hidden" name={name} value={value} />
	))
}

import { Form } from '@remix-run/react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useKeptWords } from '#app/components/kept-words/use-kept-words.tsx'
import { useOutbox } from '#app/components/sending/use-outbox.ts'
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

/**
 * A form that the server answers: what it did not take stands in its fields again, each fault beside its field. With
 * script it goes through the outbox, which sends it until its answer has come; without, the browser sends it.
 */
export function AnsweredForm(props: AnsweredFormProps & { csrf: string }) {
	const { csrf, action, hasFiles = false, answer, about = NOTHING, children, className = '', id } = props
	const encType = hasFiles ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
	const { onSubmit, isBusy } = useOutbox(encType)
	const { place, note } = useKeptWords()
	const own = answerTo(answer, about)
	// With script the server says all that is wrong at once; without, the browser says the first thing.
	const hasScript = useSyncExternalStore(neverChanges, always, never)
	return (
		<Form
			ref={place}
			method="post"
			{...(action === undefined ? {} : { action })}
			{...(id === undefined ? {} : { id })}
			noValidate={hasScript}
			encType={encType}
			className={className}
			aria-busy={isBusy}
			onSubmit={onSubmit}
		>
			<HiddenFields fields={{ csrf, ...about }} />
			{note}
			{own?.refusal === null ? <ErrorSummary faults={own.lastResult.error} /> : null}
			<FormStateContext.Provider
				value={{ typed: own?.lastResult.initialValue ?? null, faults: own?.lastResult.error ?? {} }}
			>
				{children}
			</FormStateContext.Provider>
		</Form>
	)
}

const neverChanges = () => () => {}
const always = () => true
const never = () => false

function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> }) {
	return Object.entries(fields).map(([name, value]) => (
		<input key={name} type="hidden" name={name} value={value} />
	))
}

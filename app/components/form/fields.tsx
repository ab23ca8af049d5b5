import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldState } from './form-state.ts'
import { Icon } from '#app/components/frame/icon.tsx'

const CONTROL =
	'w-full min-h-[34px] px-2 py-1 rounded bg-surface text-ink border border-control max-md:min-h-[44px]'

/** A field by its definition in `app/forms`, or by name where no form defines it. */
export type FieldName = string | { readonly name: string; readonly isRequired: boolean }

/** The name under which a field is sent. */
export function nameOf(field: FieldName): string {
	return typeof field === 'string' ? field : field.name
}

function mustBeThere(field: FieldName): boolean {
	return typeof field === 'string' || field.isRequired
}

type FieldFrame = {
	readonly name: FieldName
	readonly label: ReactNode
	readonly hint?: ReactNode
	/** The sentences of what is wrong with this field. */
	readonly errors?: readonly string[] | undefined
	readonly optional?: boolean
	readonly id?: string
}

/** A control with its label above, its hint under the label and its errors under itself, tied together for readers. */
function Framed({
	name,
	label,
	hint,
	errors,
	optional,
	id = nameOf(name),
	children,
}: FieldFrame & { children: ReactNode }) {
	const { t } = useTranslation()
	return (
		<div className="mb-3">
			<label htmlFor={id} className="block mb-1 text-table font-semibold">
				{label}
				{optional ? <span className="font-normal text-ink3">{t('shell.field.optional')}</span> : null}
			</label>
			{hint ? (
				<p id={`${id}-hint`} className="mb-1 text-quiet text-ink3">
					{hint}
				</p>
			) : null}
			{children}
			<FieldErrors id={id} errors={errors} />
		</div>
	)
}

/** The errors under a field. */
export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] | undefined }) {
	if (!errors || errors.length === 0) return null
	return (
		<p id={`${id}-error`} className="mt-1 flex gap-1 text-quiet text-bad">
			<Icon name="alert" className="mt-px" />
			{errors.join(' ')}
		</p>
	)
}

function described({ id, name, hint, errors }: FieldFrame) {
	const key = id ?? nameOf(name)
	const ids = [hint ? `${key}-hint` : '', errors?.length ? `${key}-error` : ''].filter(Boolean).join(' ')
	return {
		id: key,
		name: nameOf(name),
		'aria-describedby': ids || undefined,
		'aria-invalid': errors?.length ? true : undefined,
	}
}

type Omitted = 'name' | 'id'

/** The errors that a caller gives or that the form around the field was answered with, and what was typed. */
function useField({ name, errors }: FieldFrame) {
	const state = useFieldState(nameOf(name))
	return { ...state, errors: errors ?? state.errors }
}

/** A field of one line. */
export function TextField(props: FieldFrame & Omit<InputHTMLAttributes<HTMLInputElement>, Omitted>) {
	const { name, label, hint, optional, id, className = '', defaultValue, ...rest } = props
	const { errors, typed } = useField(props)
	return (
		<Framed {...frameOf(props)} errors={errors}>
			<input
				type="text"
				className={`${CONTROL} ${className}`}
				required={!optional && mustBeThere(name)}
				{...rest}
				defaultValue={typed ?? defaultValue}
				{...described({ name, label, hint, errors, ...(id ? { id } : {}) })}
			/>
		</Framed>
	)
}

/** A field of several lines. */
export function TextArea(props: FieldFrame & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Omitted>) {
	const { name, label, hint, optional, id, className = '', rows = 4, defaultValue, ...rest } = props
	const { errors, typed } = useField(props)
	return (
		<Framed {...frameOf(props)} errors={errors}>
			<textarea
				rows={rows}
				className={`${CONTROL} ${className}`}
				required={!optional && mustBeThere(name)}
				{...rest}
				defaultValue={typed ?? defaultValue}
				{...described({ name, label, hint, errors, ...(id ? { id } : {}) })}
			/>
		</Framed>
	)
}

/** One of several, from a list. */
export function SelectField(
	props: FieldFrame & {
		options: readonly { value: string; label: string; disabled?: boolean }[]
		empty?: string
	} & Omit<SelectHTMLAttributes<HTMLSelectElement>, Omitted>,
) {
	const { name, label, hint, optional, id, options, empty, className = '', defaultValue, ...rest } = props
	const { errors, typed } = useField(props)
	return (
		<Framed {...frameOf(props)} errors={errors}>
			<select
				className={`${CONTROL} ${className}`}
				required={!optional && mustBeThere(name)}
				{...rest}
				defaultValue={typed ?? defaultValue}
				{...described({ name, label, hint, errors, ...(id ? { id } : {}) })}
			>
				{empty === undefined ? null : <option value="">{empty}</option>}
				{options.map((option) => (
					<option key={option.value} value={option.value} disabled={option.disabled}>
						{option.label}
					</option>
				))}
			</select>
		</Framed>
	)
}

function frameOf(props: FieldFrame & { children?: ReactNode }): Omit<FieldFrame, never> {
	const { name, label, hint, errors, optional, id } = props
	return {
		name,
		label,
		...(hint === undefined ? {} : { hint }),
		...(errors === undefined ? {} : { errors }),
		...(optional === undefined ? {} : { optional }),
		...(id === undefined ? {} : { id }),
	}
}

/** One choice of a radio row. */
export type Choice = {
	readonly value: string
	readonly label: ReactNode
	readonly hint?: ReactNode
	readonly disabled?: boolean
}

/** Two to five choices side by side, each with its words; nothing is chosen beforehand unless `value` says so. */
export function RadioRow(props: {
	name: FieldName
	legend: ReactNode
	choices: readonly Choice[]
	value?: string | undefined
	hint?: ReactNode
	errors?: readonly string[] | undefined
	isStacked?: boolean
	isHidden?: boolean
}) {
	const { legend, choices, hint, isStacked = false, isHidden = false } = props
	const name = nameOf(props.name)
	const state = useFieldState(name)
	const errors = props.errors ?? state.errors
	const value = state.typed ?? props.value
	return (
		<fieldset className="mb-3" aria-describedby={errors?.length ? `${name}-error` : undefined}>
			<legend className={isHidden ? 'sr-text' : 'mb-1 text-table font-semibold'}>{legend}</legend>
			{hint ? <p className="mb-1 text-quiet text-ink3">{hint}</p> : null}
			<div className={`flex gap-x-5 gap-y-1 ${isStacked ? 'flex-col' : 'flex-wrap'}`}>
				{choices.map((choice) => (
					<label key={choice.value} className="inline-flex items-start gap-2 py-1 text-table">
						<input
							type="radio"
							name={name}
							value={choice.value}
							defaultChecked={value === choice.value}
							disabled={choice.disabled}
							className="mt-1 w-4 h-4 accent-accent"
						/>
						<span>
							{choice.label}
							{choice.hint ? <span className="block text-quiet text-ink3">{choice.hint}</span> : null}
						</span>
					</label>
				))}
			</div>
			<FieldErrors id={name} errors={errors} />
		</fieldset>
	)
}

/** A box to tick; never ticked beforehand where it declares something. */
export function CheckBox(props: {
	name: FieldName
	label: ReactNode
	value?: string
	isChecked?: boolean
	errors?: readonly string[] | undefined
	isRequired?: boolean
	id?: string
}) {
	const { label, value = 'yes', isRequired = false } = props
	const name = nameOf(props.name)
	const { id = name } = props
	const state = useFieldState(name)
	const errors = props.errors ?? state.errors
	const isChecked = state.wasChosen(value) ?? props.isChecked ?? false
	return (
		<div className="mb-3">
			<label className="inline-flex items-start gap-2 py-1 text-table">
				<input
					id={id}
					type="checkbox"
					name={name}
					value={value}
					defaultChecked={isChecked}
					required={isRequired}
					aria-invalid={errors?.length ? true : undefined}
					className="mt-1 w-4 h-4 accent-accent"
				/>
				<span>{label}</span>
			</label>
			<FieldErrors id={id} errors={errors} />
		</div>
	)
}

/** A value that goes along with a form unseen. */
export function HiddenField({ name, value }: { name: FieldName; value: string | number | undefined }) {
	return <input type="hidden" name={nameOf(name)} value={value} />
}

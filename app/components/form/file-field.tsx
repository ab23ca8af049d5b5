import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FieldName, FieldErrors, nameOf, RadioRow } from './fields.tsx'
import { useFieldState } from './form-state.ts'
import { Icon } from '#app/components/frame/icon.tsx'

/** A file with its declaration: no page takes a file without saying what must not be in it. */
export function FileField(props: {
	name: FieldName
	label: ReactNode
	accept: string
	isMultiple?: boolean
	hint?: ReactNode
	/** What a file may be at most, where it is less than elsewhere. */
	limit?: string
	errors?: readonly string[] | undefined
	optional?: boolean
	/** False where the file is one of two ways, so that its label says neither. */
	isRequired?: boolean
	/** The field of the file's declaration, where the form has one for it alone. */
	secrecyName?: FieldName
}) {
	const { t } = useTranslation()
	const { label, accept, isMultiple = false, hint, limit, optional = false, secrecyName } = props
	const name = nameOf(props.name)
	const state = useFieldState(name)
	const errors = props.errors ?? state.errors
	return (
		<div className="mb-3 rounded border border-line bg-sunken p-3">
			<label htmlFor={name} className="block mb-1 text-table font-semibold">
				{label}
				{optional ? <span className="font-normal text-ink3">{t('shell.field.optional')}</span> : null}
			</label>
			<p className="mb-2 text-quiet text-ink3">
				{hint} {limit ?? t('shell.field.fileLimit')}
			</p>
			<input
				id={name}
				name={name}
				type="file"
				accept={accept}
				multiple={isMultiple}
				required={props.isRequired ?? !optional}
				className="block w-full text-table"
			/>
			<FieldErrors id={name} errors={errors} />
			<p className="mt-3 mb-1 flex gap-1 text-table text-bad font-semibold">
				<Icon name="alert" className="mt-1" />
				{t('shell.notice')}
			</p>
			{secrecyName === undefined ? null : <SecrecyRow name={secrecyName} />}
		</div>
	)
}

/** What somebody declares of a file or a text: that nothing secret is in it. */
export function SecrecyRow({ name, legend }: { name: FieldName; legend?: string }) {
	const { t } = useTranslation()
	return (
		<RadioRow
			name={name}
			legend={legend ?? t('shell.field.secrecy')}
			hint={t('shell.field.secrecyHint')}
			choices={[
				{ value: 'public', label: t('words.secrecy.public') },
				{ value: 'internal', label: t('words.secrecy.internal') },
			]}
		/>
	)
}

import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CheckBox, TextField } from '#app/components/form/fields.tsx'
import type { Field } from '#app/forms/field.ts'
import type { IconName } from '#app/components/frame/icon.tsx'

/** The end of a form that signs: 我已阅读 (never ticked beforehand), the password again, one button. */
export function SigningBox(props: {
	/** The form's fields of a signature. */
	fields: { readonly read: Field; readonly password: Field }
	read: string
	label: string
	note?: string
	icon?: IconName
	look?: 'filled' | 'danger'
}) {
	const { t } = useTranslation()
	const { fields, read, label, note, icon = 'pen', look = 'filled' } = props
	return (
		<div className="rounded border border-line bg-sunken p-3">
			<CheckBox name={fields.read} label={read} isRequired />
			<TextField
				name={fields.password}
				type="password"
				autoComplete="current-password"
				label={t('review.sign.password')}
			/>
			<Button look={look} icon={icon} className="w-full min-h-[40px]">
				{label}
			</Button>
			{note ? <p className="mt-2 text-quiet text-ink3">{note}</p> : null}
		</div>
	)
}

import { useTranslation } from 'react-i18next'
import { type FieldName, RadioRow, TextArea } from '#app/components/form/fields.tsx'
import { fieldAt } from '#app/forms/form.ts'
import { OPINION } from '#app/forms/opinion-forms.ts'

/** The reviewer's word on one step answer. */
export function StepVerdict(props: {
	id: string
	verdict?: string | undefined
	note?: string | undefined
	isAsked?: boolean
}) {
	const { t } = useTranslation()
	const { id, verdict, note, isAsked = true } = props
	return (
		<>
			<RadioRow
				name={fieldAt(OPINION.steps.verdict, id)}
				legend={t('review.steps.verdict')}
				value={verdict}
				choices={[
					{ value: 'confirmed', label: t('review.steps.confirm') },
					{ value: 'rejected', label: t('review.steps.reject') },
				]}
			/>
			<NoteField
				name={fieldAt(OPINION.steps.note, id)}
				label={t('review.steps.note')}
				value={note}
				isAsked={isAsked}
			/>
		</>
	)
}

/** A note that most answers do without: folded until it is written or asked for. */
export function NoteField(props: {
	name: FieldName
	label: string
	value: string | undefined
	isAsked: boolean
}) {
	const { name, label, value = '', isAsked } = props
	return (
		<details open={isAsked || value !== ''}>
			<summary className="text-quiet text-accent">{label}</summary>
			<TextArea name={name} rows={2} label={<span className="sr-text">{label}</span>} defaultValue={value} />
		</details>
	)
}

import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, TextArea } from '#app/components/form/fields.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { about, sending } from '#app/forms/form.ts'
import { ASSIGNMENT } from '#app/forms/matter-forms.ts'

type Props = {
	readonly personId: string
	readonly name: string
	readonly commandKey: string
	readonly seen: number
	readonly answer: FormAnswer | undefined
}

/** The form by which the lead lets counsel go who have not written, with the reason. */
export function ReleaseCounsel({ personId, name, commandKey, seen, answer }: Props) {
	const { t } = useTranslation()
	const of = about(ASSIGNMENT.release, { personId })
	return (
		<details open={answerTo(answer, of) !== undefined}>
			<summary className="text-table text-accent">{t('intake.release.open')}</summary>
			<p className="my-1 text-quiet text-ink3">{t('intake.release.lead')}</p>
			<CommandForm
				commandKey={`${commandKey}-release-${personId.slice(-8)}`}
				seen={seen}
				answer={answerTo(answer, of)}
				about={of}
			>
				<HiddenField name={ASSIGNMENT.release.personId} value={personId} />
				<TextArea
					id={`release-${personId}`}
					name={ASSIGNMENT.release.words}
					label={t('intake.release.words')}
					rows={2}
				/>
				<Button look="danger" {...sending(ASSIGNMENT.release)}>
					{t('intake.release.submit', { name })}
				</Button>
			</CommandForm>
		</details>
	)
}

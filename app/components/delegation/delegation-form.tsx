import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { SelectField, TextArea, TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { DELEGATION } from '#app/forms/delegation-forms.ts'
import { about, sending } from '#app/forms/form.ts'
import type { DelegationsPage } from '#app/services/delegation/read-delegations.server.ts'

type Props = Pick<DelegationsPage, 'choices' | 'alone' | 'today'> & {
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

/** The form by which somebody names a substitute for a post of their own; where nobody could be one, it says why. */
export function DelegationForm({ commandKey, answer, choices, alone, today }: Props) {
	const { t } = useTranslation()
	return (
		<Card title={t('delegation.ask')}>
			<p className="mb-3 text-table text-ink2">
				{choices.length === 0 && alone.length === 0 ? t('delegation.noPost') : t('delegation.askLead')}
			</p>
			{alone.map((role) => (
				<p key={role} className="mb-2 text-table">
					{t('delegation.alone', { role: t(`words.role.${role}`) })}
				</p>
			))}
			{choices.length === 0 ? null : (
				<CommandForm commandKey={`${commandKey}-ask`} answer={answer} about={about(DELEGATION.request)}>
					<SelectField
						name={DELEGATION.request.substitute}
						label={t('delegation.substitute')}
						empty={t('delegation.choose')}
						defaultValue=""
						options={choices.map(({ value, role, name, unit }) => ({
							value,
							label:
								unit === null
									? t('delegation.choiceNoUnit', { role: t(`words.role.${role}`), name })
									: t('delegation.choice', { role: t(`words.role.${role}`), name, unit }),
						}))}
					/>
					<div className="grid items-end gap-x-3 md:grid-cols-2">
						<TextField
							name={DELEGATION.request.startsOn}
							type="date"
							min={today}
							label={t('delegation.startsOn')}
							defaultValue={today}
						/>
						<TextField
							name={DELEGATION.request.endsOn}
							type="date"
							min={today}
							label={t('delegation.endsOn')}
							hint={t('delegation.endsOnHint')}
						/>
					</div>
					<TextArea name={DELEGATION.request.words} label={t('delegation.words')} rows={2} />
					<Button look="filled" {...sending(DELEGATION.request)}>
						{t('delegation.submit')}
					</Button>
				</CommandForm>
			)}
		</Card>
	)
}

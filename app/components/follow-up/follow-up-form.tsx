import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { SelectField, TextArea, TextField } from '#app/components/form/fields.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { FOLLOW_UP } from '#app/forms/follow-up-forms.ts'
import { about } from '#app/forms/form.ts'
import type { FollowUpsPage } from '#app/services/follow-up/read-follow-ups.server.ts'
import type { FollowUpFormProps } from './follow-up-card.tsx'

const { set: SET } = FOLLOW_UP

/** The form by which a task is given from what was decided of an item. */
export function FollowUpForm(
	props: FollowUpFormProps & {
		readonly choices: NonNullable<FollowUpsPage['choices']>
		readonly today: string
	},
) {
	const { t } = useTranslation()
	const { choices, today, commandKey, seen, answer } = props
	return (
		<Card title={t('followUp.set')}>
			<p className="mb-3 text-table text-ink2">
				{t(choices.items.length === 0 ? 'followUp.noOutcome' : 'followUp.setLead')}
			</p>
			{choices.items.length === 0 ? null : (
				<CommandForm commandKey={commandKey} seen={seen} answer={answer} about={about(SET)}>
					<SelectField
						name={SET.item}
						label={t('followUp.item')}
						empty={t('followUp.choose')}
						defaultValue=""
						options={choices.items}
					/>
					<TextArea name={SET.what} label={t('followUp.what')} hint={t('followUp.whatHint')} rows={2} />
					<div className="grid items-end gap-x-3 md:grid-cols-2">
						<SelectField
							name={SET.organ}
							label={t('followUp.unit')}
							empty={t('followUp.choose')}
							defaultValue=""
							options={choices.organs}
						/>
						<TextField name={SET.dueOn} type="date" min={today} label={t('followUp.due')} />
					</div>
					<Button look="filled">{t('followUp.set')}</Button>
				</CommandForm>
			)}
		</Card>
	)
}

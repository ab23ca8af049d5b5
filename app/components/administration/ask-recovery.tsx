import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { HOLD_HOURS } from '#app/domain/account/recovery-hold.ts'
import { about, sending } from '#app/forms/form.ts'
import { ACCOUNT } from '#app/forms/organisation-forms.ts'

/** Where one administrator asks for the new password of somebody who signs, checks or confirms. */
export function AskRecovery({
	isOpen,
	commandKey,
	answer,
}: {
	isOpen: boolean
	commandKey: string
	answer: FormAnswer | undefined
}) {
	const { t } = useTranslation()
	return (
		<Card title={t('administration.recovery.title')}>
			<p className="mb-3 text-table text-ink2">
				{t('administration.recovery.askLead', { hours: HOLD_HOURS })}
			</p>
			{isOpen ? (
				<p className="text-table">{t('administration.recovery.waits')}</p>
			) : (
				<CommandForm commandKey={`${commandKey}-recover`} answer={answer} about={about(ACCOUNT.recover)}>
					<TextArea
						name={ACCOUNT.recover.reason}
						label={t('administration.recovery.reason')}
						hint={t('administration.recovery.reasonHint')}
						rows={2}
					/>
					<Button {...sending(ACCOUNT.recover)}>{t('administration.recovery.ask')}</Button>
				</CommandForm>
			)}
		</Card>
	)
}

import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea, TextField } from '#app/components/form/fields.tsx'
import { Folded } from '#app/components/form/folded.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { about } from '#app/forms/form.ts'
import { ENDING } from '#app/forms/register-forms.ts'
import { Card } from '#app/components/frame/card.tsx'

type FormProps = { readonly commandKey: string; readonly answer: FormAnswer | undefined }

/** What was issued here is not withdrawn. */
type EndingProps = FormProps & { readonly mayWithdraw: boolean }

const REPEAL = about(ENDING.repeal)
const WITHDRAW = about(ENDING.withdraw)

/** The two ways in which a document ends, each said plainly before it is done. */
export function EndingForms({ commandKey, answer, mayWithdraw }: EndingProps) {
	const { t } = useTranslation()
	return (
		<div className="no-print">
			<Folded title={t('register.repeal.title')} isOpen={answerTo(answer, REPEAL) !== undefined}>
				<Card>
					<p className="mb-3 text-table text-ink2">{t('register.repeal.lead')}</p>
					<CommandForm answer={answer} about={REPEAL} commandKey={`${commandKey}-repeal`}>
						<TextField
							name={ENDING.repeal.repealedOn}
							type="date"
							label={t('register.repeal.day')}
							hint={t('register.repeal.dayHint')}
						/>
						<TextArea
							name={ENDING.repeal.basis}
							label={t('register.repeal.basis')}
							hint={t('register.repeal.basisHint')}
							rows={3}
						/>
						<Button look="danger">{t('register.repeal.submit')}</Button>
					</CommandForm>
				</Card>
			</Folded>
			{mayWithdraw ? <WithdrawForm commandKey={commandKey} answer={answer} /> : null}
		</div>
	)
}

function WithdrawForm({ commandKey, answer }: FormProps) {
	const { t } = useTranslation()
	return (
		<Folded title={t('register.withdraw.title')} isOpen={answerTo(answer, WITHDRAW) !== undefined}>
			<Card>
				<p className="mb-3 text-table text-ink2">{t('register.withdraw.lead')}</p>
				<CommandForm answer={answer} about={WITHDRAW} commandKey={`${commandKey}-withdraw`}>
					<TextArea name={ENDING.withdraw.reason} label={t('register.withdraw.reason')} rows={3} />
					<Button look="danger">{t('register.withdraw.submit')}</Button>
				</CommandForm>
			</Card>
		</Folded>
	)
}
